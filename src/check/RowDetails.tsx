import type { ReactNode } from 'react';

import { dayOf } from '../lib/date-range';
import type { PublicConfig } from '../lib/public-config';
import type { Provider } from '../providers/contract';
import { CarryButton } from '../ui/CarryButton';
import { CopyButton } from '../ui/CopyButton';
import { Dialog } from '../ui/Dialog';
import type { CheckRow } from './check-rows';
import styles from './check.module.css';
import { GapNote } from './GapNote';
import { LengthNote } from './LengthNote';
import { VendorAnswers } from './VendorAnswers';
import { VerdictWords } from './VendorCell';
import { NUMBER_WORDS } from './words';

/** How the text was read: the one reading, or all of them with the one that matched. */
export function ReadAs({ row }: { readonly row: CheckRow }) {
  const { readings, reading, matched, input } = row;
  if (reading === null)
    return (
      <p className={styles['readAs']}>
        {NUMBER_WORDS.nothingAsked(input)} {row.overall.kind === 'could-not-check' && row.overall.failure.message}
      </p>
    );
  const words = readings.map(({ display, as }) => `${display} (${as})`).join(' or ');
  return (
    <p className={styles['readAs']}>
      Typed as <q dir="auto">{input}</q>, read as {words}.
      {readings.length > 1 &&
        (matched ? ` ${NUMBER_WORDS.matched(reading.display)}` : ` ${NUMBER_WORDS.lookedUp(readings.length)}`)}
      <LengthNote row={row} />
    </p>
  );
}

/** The panel beside the table: one row's whole answer, and its evidence for a ticket. */
export function RowDetails({
  row,
  providers,
  askedAt,
  zone,
  config,
  head,
  evidence,
  onClose,
}: {
  readonly row: CheckRow | null;
  readonly providers: readonly Provider[];
  /** When the check was asked last, ms UTC. */
  readonly askedAt: number;
  readonly zone: string;
  readonly config: PublicConfig;
  /** On paper: when it was asked. */
  readonly head: ReactNode;
  readonly evidence: (row: CheckRow) => Promise<string>;
  readonly onClose: () => void;
}) {
  return (
    <Dialog
      open={row !== null}
      onClose={onClose}
      side="end"
      title={row?.reading?.display ?? row?.input ?? ''}
      footer={
        row !== null && (
          <>
            {row.reading !== null && <CopyButton label="Copy number" variant="ghost" text={row.reading.display} />}
            <ShowAt row={row} providers={providers} zone={zone} config={config} />
            <CopyButton label="Copy this number’s evidence" variant="primary" text={() => evidence(row)} />
          </>
        )
      }
    >
      {row !== null && (
        <>
          {head}
          <VerdictWords verdict={row.overall} size="large" />
          <ReadAs row={row} />
          <GapNote row={row} providers={providers} />
          {row.readings.length > 0 && <VendorAnswers row={row} providers={providers} askedAt={askedAt} zone={zone} />}
        </>
      )}
    </Dialog>
  );
}

/** Ways to the number on each vendor's own list: on the day and account of its newest record, where there is one. */
function ShowAt({
  row,
  providers,
  zone,
  config,
}: {
  readonly row: CheckRow;
  readonly providers: readonly Provider[];
  readonly zone: string;
  readonly config: PublicConfig;
}) {
  const { reading } = row;
  if (reading === null) return null;
  return providers.map(({ id, label, listAddress }, position) => {
    if (config.vendors[id]?.configured !== true) return null;
    const verdict = row.verdicts[position];
    const record = verdict?.kind === 'opted-out' ? verdict.records[0] : null;
    const at = record?.optedOutAt ?? null;
    const to = listAddress({ day: at === null ? null : dayOf(at, zone), zone, account: record?.account ?? null });
    return (
      <CarryButton key={id} to={to} number={reading.display}>
        {`Open ${label} with this number`}
      </CarryButton>
    );
  });
}
