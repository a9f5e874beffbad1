import { useMemo, useState } from 'react';

import { DataTable } from '../../../table/DataTable';
import { Pager } from '../../../table/Pager';
import { PrintedRows } from '../../../table/PrintedRows';
import { countOf } from '../../../ui/counts';
import { optOutColumns } from '../columns';
import type { History } from '../history';
import type { Answer } from '../session';
import { displayMobile } from './display-mobile';
import { rowsOf, type OptOutRow } from './opt-out-row';
import { OptOutDetails } from './OptOutDetails';
import styles from './page.module.css';
import { placeOf } from './paging';
import type { Filters } from './use-filters';
import type { Shown } from '../queries';

interface OptOutTableProps {
  readonly history: History;
  readonly shown: Shown;
  readonly answer: Answer;
  readonly zone: string;
  readonly sandbox: boolean;
  /** Rows of an earlier reading. */
  readonly stale: boolean;
  /** Other rows are being worked out. */
  readonly busy: boolean;
  readonly filters: Pick<Filters, 'sort' | 'setSort' | 'size' | 'setSize' | 'page' | 'setPage'>;
}

/** One page of the rows found, the way to the others, and the details of each. */
export function OptOutTable(props: OptOutTableProps) {
  const { history, shown, answer, zone, sandbox, stale, busy, filters } = props;
  const { sort, size, page } = filters;
  const [open, setOpen] = useState<OptOutRow | null>(null);
  const columns = useMemo(() => optOutColumns(zone), [zone]);
  const total = shown.view.length;
  const place = placeOf(page, size, total);
  const rows = useMemo(
    () => rowsOf(history, shown.view, place.skipped, size),
    [history, shown.view, place.skipped, size],
  );
  const position = { first: total === 0 ? 0 : place.skipped + 1, last: place.skipped + rows.length, total };
  const [column, direction] = sort.split('-') as ['time' | 'number', 'asc' | 'desc'];
  return (
    <>
      {place.beyond && (
        <p className={styles['beyond']}>
          There is no page {page}: {countOf(total, 'row')} fill {countOf(place.last, 'page')}. This is the last one.
        </p>
      )}
      <PrintedRows {...position} more={place.page < place.last} whole={!busy && answer.coverage.kind === 'whole'} />
      <DataTable
        caption="Mobivate opt-outs"
        columns={columns}
        rows={rows}
        rowKey={rowKey}
        rowCount={total}
        firstRow={place.skipped}
        sort={{ column, direction }}
        onSort={(next) => filters.setSort(`${next.column === 'number' ? 'number' : 'time'}-${next.direction}`)}
        stale={stale}
        busy={busy}
        onOpen={setOpen}
        rowLabel={rowLabel}
      />
      <Pager
        {...position}
        pageSize={size}
        onPageSize={filters.setSize}
        onPrevious={place.page > 1 ? () => filters.setPage(place.page - 1) : null}
        onNext={place.page < place.last ? () => filters.setPage(place.page + 1) : null}
      />
      <OptOutDetails
        row={open}
        history={history}
        answer={answer}
        zone={zone}
        sandbox={sandbox}
        onClose={() => setOpen(null)}
      />
    </>
  );
}

const rowKey = ({ index }: OptOutRow) => String(index);
const rowLabel = ({ mobile }: OptOutRow) => displayMobile(mobile);
