import { useDeferredValue, useMemo, useState } from 'react';

import { csvChunks, csvFileName } from '../lib/csv';
import { ColumnChooser } from '../table/ColumnChooser';
import { Button } from '../ui/Button';
import { CopyButton } from '../ui/CopyButton';
import { cx } from '../ui/cx';
import { saveFile } from '../ui/download';
import { usePrinting } from '../ui/use-printing';
import { summarise, type CheckRow } from './check-rows';
import styles from './check.module.css';
import { checkColumns } from './columns';
import { checkCsvColumns, isPartial } from './csv';
import { evidenceText } from './evidence';
import { NumberCard } from './NumberCard';
import { SheetFoot, SheetHead } from './PrintSheet';
import { ResultTable } from './ResultTable';
import { RowDetails } from './RowDetails';
import type { Check } from './run-check';
import { Said } from './Said';
import { sheetHead, sheetScopes } from './sheet-words';
import sheet from './sheet.module.css';
import { shownRows, type Show } from './shown-rows';
import { SummaryFilter } from './SummaryFilter';
import { Unasked } from './Unasked';
import { useAnswerInView } from './use-answer-in-view';
import { firstToRetry } from './verdict';

interface Props {
  readonly check: Check;
  readonly rows: readonly CheckRow[];
  readonly header: string | null;
  readonly running: boolean;
  readonly zone: string;
  readonly onRetry: () => void;
  readonly onCancel: () => void;
}

/** Answers as they stand: a card for one number, the summary, the table, and the evidence to take away. */
export function CheckResults({ check, rows, header, running, zone, onRetry, onCancel }: Props) {
  const [chosen, choose] = useState<Show>('all');
  const [open, setOpen] = useState<number | null>(null);
  const { providers, startedAt, askedAt, config } = check;
  const { country } = check.list;
  const columns = useMemo(() => checkColumns(providers, zone), [providers, zone]);
  const { show, rows: shown } = useMemo(() => shownRows(rows, chosen), [rows, chosen]);
  const summary = useMemo(() => summarise(rows), [rows]);
  const [first] = rows;
  const single = rows.length === 1 && first !== undefined;
  const again = !running && check.retryable ? onRetry : undefined;
  // One number's failure has the button beside its words, where the eye is.
  const inCard = single && firstToRetry(first.verdicts) !== -1;
  const evidence = { zone, startedAt, askedAt, country, sandbox: config.sandbox };
  const printing = usePrinting();
  const place = useAnswerInView(running);
  // One number's answer grows until all vendors have answered: what stands below it comes then, and is not pushed about before.
  const grows = single && running;
  // Its buttons and its row are drawn after the answer, in tasks of their own. A list has its words and its table at once.
  const drawn = useDeferredValue(!grows, false);
  const below = !single || (drawn && !grows);
  const [saving, setSaving] = useState(false);
  const facts = { ...evidence, rows: shown, total: rows.length, providers, running };
  const foot = printing ? <SheetFoot lines={sheetScopes(facts)} /> : undefined;

  const said = (
    <Said
      check={check}
      rows={rows}
      shown={shown}
      summary={summary}
      running={running}
      onCancel={onCancel}
      onRetry={inCard ? undefined : again}
    />
  );

  async function download() {
    const name = csvFileName(
      [...(config.sandbox ? ['sandbox'] : []), 'opt-out-check', ...(show === 'all' ? [] : [show])],
      {
        partial: isPartial(shown),
        asOf: startedAt,
      },
    );
    const chunks = csvChunks(checkCsvColumns(providers, startedAt), shown, {});
    setSaving(true);
    await saveFile({ name, type: 'text/csv;charset=utf-8', chunks }).finally(() => setSaving(false));
  }

  return (
    <section ref={place} className={cx(styles['results'], printing && single && sheet['card'])}>
      {printing && <SheetHead lines={sheetHead(facts)} />}
      {header !== null && (
        <p className={styles['header']}>
          The first line, <q dir="auto">{header}</q>, holds no digit and was taken for a header.
        </p>
      )}
      {single && <NumberCard row={first} check={check} zone={zone} said={said} onRetry={again} />}
      <Unasked check={check} />
      {below && (
        <div className={styles['toolbar']}>
          {!single && (
            <div className={styles['summary']}>
              {said}
              <SummaryFilter rows={rows} summary={summary} show={show} onShow={choose} />
            </div>
          )}
          <div className={styles['take']}>
            <ColumnChooser caption="Results" columns={columns} />
            <CopyButton label="Copy evidence" text={() => evidenceText(shown, providers, evidence)} />
            <Button icon="download" busy={saving} onClick={() => void download()}>
              Download CSV
            </Button>
          </div>
        </div>
      )}
      {below && (
        <div className={cx(sheet['rows'], single && 'screen-only')}>
          <ResultTable
            columns={columns}
            rows={rows}
            shown={shown}
            providers={providers}
            busy={running}
            printFoot={foot}
            onOpen={(row) => setOpen(row.index)}
          />
        </div>
      )}
      {single && foot}
      <RowDetails
        row={open === null ? null : (rows[open] ?? null)}
        providers={providers}
        askedAt={askedAt}
        zone={zone}
        config={config}
        // One row of it is this sheet's all.
        head={printing && <SheetHead lines={sheetHead({ ...facts, total: shown.length })} />}
        evidence={(row) => evidenceText([row], providers, evidence)}
        onClose={() => setOpen(null)}
      />
    </section>
  );
}

export default CheckResults;
