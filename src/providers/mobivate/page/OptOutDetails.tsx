import { formatDateTimeWithZone, formatUtc } from '../../../lib/zoned-time';
import { CarryButton } from '../../../ui/CarryButton';
import { CopyButton } from '../../../ui/CopyButton';
import { DefinitionList } from '../../../ui/DefinitionList';
import { Dialog } from '../../../ui/Dialog';
import { NoteText } from '../../../ui/NoteText';
import { PrintedText } from '../../../ui/PrintedText';
import { RecordText } from '../../../ui/RecordText';
import { inPanel } from '../../../ui/shorten';
import type { History } from '../history';
import { toOptOut } from '../opt-out';
import type { Answer } from '../session';
import { displayMobile } from './display-mobile';
import { recordEvidence } from './evidence';
import type { OptOutRow } from './opt-out-row';
import styles from './page.module.css';

interface OptOutDetailsProps {
  /** null while the panel is closed. */
  readonly row: OptOutRow | null;
  readonly history: History;
  readonly answer: Answer;
  readonly zone: string;
  readonly sandbox: boolean;
  readonly onClose: () => void;
}

/** The panel beside the table: everything one record says, both clocks, and its evidence for a ticket. */
export function OptOutDetails({ row, onClose, ...facts }: OptOutDetailsProps) {
  return (
    <Dialog
      open={row !== null}
      onClose={onClose}
      side="end"
      title={row === null ? '' : displayMobile(row.mobile)}
      footer={
        row !== null && (
          <>
            <CopyButton label="Copy number" variant="ghost" text={displayMobile(row.mobile)} />
            <CarryButton to="/" number={displayMobile(row.mobile)} icon="search">
              Check this number
            </CarryButton>
            <CopyButton label="Copy evidence" variant="primary" text={() => evidenceOf({ row, ...facts })} />
          </>
        )
      }
    >
      {row !== null && <RecordFacts row={row} {...facts} />}
    </Dialog>
  );
}

type Facts = Omit<OptOutDetailsProps, 'row' | 'onClose'> & { readonly row: OptOutRow };

function evidenceOf({ row, history, answer, zone, sandbox }: Facts): string {
  const { mobile, index } = row;
  const display = displayMobile(mobile);
  return recordEvidence(toOptOut(row), { zone, sandbox, answer, seenAt: history.seenAt(index), display });
}

function RecordFacts(facts: Facts) {
  const { row, history, zone } = facts;
  const { source } = toOptOut(row);
  const { index, ...raw } = row;
  return (
    <>
      <DefinitionList
        items={[
          ['Opted out at', formatDateTimeWithZone(row.created, zone)],
          ...(zone === 'UTC' ? [] : ([['In UTC', formatUtc(row.created)]] as const)),
          ['How', source.words],
          [
            'Mobivate’s note',
            source.raw === null || source.raw === '' ? (
              'none'
            ) : (
              <NoteText key="note" text={source.raw} className={styles['note']} />
            ),
          ],
          [
            'Number at Mobivate',
            <bdi key="number" className={styles['wrap']}>
              {inPanel(row.mobile)}
            </bdi>,
          ],
          ['ID', row.id],
          ['Last seen', `in the reading begun ${formatUtc(history.seenAt(index))}`],
        ]}
      />
      <PrintedText text={() => evidenceOf(facts)} />
      <RecordText summary="The record as read from Mobivate" record={raw} />
    </>
  );
}
