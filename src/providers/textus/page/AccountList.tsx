import { useMemo, useState } from 'react';

import { displayMsisdn } from '../../../lib/phone';
import { DataTable } from '../../../table/DataTable';
import { ListStates } from '../../../table/ListStates';
import { Pager } from '../../../table/Pager';
import { PrintedRows } from '../../../table/PrintedRows';
import { Stack } from '../../../ui/Layout';
import { useSheetWords } from '../../../ui/use-sheet-words';
import type { OptOut } from '../../contract';
import { optOutColumns } from '../columns';
import type { ListRequest } from '../list-state';
import { identity } from '../opt-out';
import { PAGE_SIZES } from '../search';
import { AskedNumbers } from './AskedNumbers';
import { CsvProgress } from './CsvProgress';
import { recordEvidence } from './evidence';
import { emptyWords } from './empty-words';
import { ListActions } from './ListActions';
import { isPaused, isWhole, scopeWords, sheetWords, shownState, totalOf } from './list-view';
import { OptOutDetails } from './OptOutDetails';
import { Paused } from './Paused';
import { sortName, sortOf, sortRows } from './sort-rows';
import { Unasked } from './Unasked';
import { useCsvDownload } from './use-csv-download';
import type { FilterActions, Filters } from './use-filters';
import { useList } from './use-list';

interface AccountListProps {
  readonly request: ListRequest;
  readonly filters: Filters;
  readonly actions: FilterActions;
  /** IANA zone. */
  readonly zone: string;
  readonly sandbox: boolean;
}

const CAPTION = 'TextUs opt-outs';
const UNSORTED = 'Sorting waits until the list has been read whole: what is not read yet may belong first.';

/** One account's opt-outs under one filter, read to their end: what is known of them, the page on screen, and the file. */
export function AccountList({ request, filters, actions, zone, sandbox }: AccountListProps) {
  const list = useList(request);
  const csv = useCsvDownload(list, request, zone, filters.sort);
  const [open, setOpen] = useState<OptOut | null>(null);
  const columns = useMemo(() => optOutColumns(zone), [zone]);

  const { view } = list;
  const { state, source, old } = view;
  const { filter } = request;
  const paused = !view.reading && isPaused(state);
  const { size } = filters;
  // Of a part, the first rows in any order but the vendor's could be the wrong ones.
  const sort = isWhole(view) ? filters.sort : null;
  const rows = useMemo(() => sortRows(view.rows, sort), [view.rows, sort]);
  // An address may name a page that the list does not have (any more): then the last one is shown.
  const lastPage = Math.max(1, Math.ceil(rows.length / size));
  const page = view.reading || paused ? filters.page : Math.min(filters.page, lastPage);
  const first = (page - 1) * size;
  const shown = useMemo(() => rows.slice(first, first + size), [rows, first, size]);
  const reached = shown.length > 0;
  const total = totalOf(view);
  const position = { first: reached ? first + 1 : 0, last: reached ? first + shown.length : 0, total };
  useSheetWords(sheetWords(view, filter, { account: request.account, zone, sandbox }));

  const table = (
    <Stack>
      <PrintedRows {...position} more={nextPage() !== null} whole={isWhole(view)} />
      <DataTable
        caption={CAPTION}
        columns={columns}
        rows={shown}
        rowKey={identity}
        rowCount={total}
        firstRow={first}
        sort={sortOf(sort)}
        onSort={(next) => actions.arrange(sortName(next))}
        sortBlocked={isWhole(view) ? null : UNSORTED}
        stale={old}
        busy={view.reading}
        onOpen={setOpen}
        rowLabel={rowLabel}
      />
      <Pager
        {...position}
        onPrevious={page > 1 ? () => actions.turnTo(page - 1) : null}
        onNext={nextPage()}
        pageSize={size}
        pageSizes={PAGE_SIZES}
        onPageSize={actions.resize}
      />
    </Stack>
  );

  function nextPage(): (() => void) | null {
    if (first + size < rows.length) return () => actions.turnTo(page + 1);
    if (!paused) return null;
    return () => {
      actions.turnTo(page + 1);
      void list.readOn();
    };
  }

  const cancel = () => {
    csv.cancel();
    list.cancel();
  };
  const buttons = <ListActions list={list} csv={csv} caption={CAPTION} columns={columns} />;
  const outcome = state?.kind === 'whole' || state?.kind === 'partial' ? state : null;

  const lead = outcome !== null && !view.reading && (
    <>
      {outcome.numbers.length > 0 && (
        <AskedNumbers numbers={outcome.numbers} scope={scopeWords(outcome.coverage.scope, filter, zone)} />
      )}
      <Unasked records={outcome.unasked} filter={filter} />
    </>
  );

  return (
    <Stack gap="l">
      {paused ? (
        <Paused state={state} total={total} onReadOn={() => void list.readOn()} buttons={buttons}>
          {table}
        </Paused>
      ) : (
        <ListStates
          state={shownState(view, filter, { zone, forCsv: csv.state.kind === 'reading', reached })}
          noun="opt-out"
          idle={null}
          empty={emptyWords(filter, request.account)}
          noMatch={emptyWords(filter, request.account)}
          progressLabel="Reading TextUs opt-outs"
          vendor="TextUs"
          onRetry={() => void list.readOn()}
          onCancel={cancel}
          actions={buttons}
          lead={lead}
        >
          {table}
        </ListStates>
      )}
      <CsvProgress csv={csv} />
      <OptOutDetails
        record={open}
        zone={zone}
        evidence={(record) => recordEvidence(record, { source, filter, zone, sandbox })}
        onClose={() => setOpen(null)}
      />
    </Stack>
  );
}

function rowLabel({ msisdn }: OptOut): string {
  return displayMsisdn(msisdn);
}
