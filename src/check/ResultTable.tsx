import { useMemo, useState, type ReactNode } from 'react';

import type { Provider } from '../providers/contract';
import type { Column, Sort } from '../table/column';
import { LongTable } from '../table/LongTable';
import { Announcer } from '../ui/Announcer';
import type { CheckRow } from './check-rows';
import { useSortedRows } from './use-sorted-rows';
import { ANSWER_WORDS } from './words';

interface ResultTableProps {
  readonly columns: readonly Column<CheckRow>[];
  /** All rows, in the order of the input. */
  readonly rows: readonly CheckRow[];
  /** Those of them to show, in the same order. */
  readonly shown: readonly CheckRow[];
  readonly providers: readonly Provider[];
  readonly busy: boolean;
  readonly printFoot: ReactNode;
  readonly onOpen: (row: CheckRow) => void;
}

/** The table of answers. It can be sorted; a third press on a column goes back to the order of the input, which files always have. */
export function ResultTable({ columns, rows, shown, providers, busy, printFoot, onOpen }: ResultTableProps) {
  // Undefined until somebody has sorted: then there is nothing to say of the order.
  const [chosen, choose] = useState<Sort | null | undefined>(undefined);
  const sort = chosen ?? null;
  const sorted = useSortedRows(rows, sort, providers);
  const visible = useMemo(() => {
    if (sort === null) return shown;
    if (shown.length === rows.length) return sorted.rows;
    const among = new Set(shown);
    return sorted.rows.filter((row) => among.has(row));
  }, [sort, sorted.rows, shown, rows.length]);
  return (
    <>
      <LongTable
        caption="Results"
        columns={columns}
        rows={visible}
        rowKey={rowKey}
        sort={sort}
        onSort={(next) => choose(sort?.column === next.column && sort.direction === 'desc' ? null : next)}
        busy={busy || sorted.isSorting}
        printFoot={printFoot}
        onOpen={onOpen}
        rowLabel={rowLabel}
      />
      <Announcer everyMs={1000} text={chosen === null ? ANSWER_WORDS.inputOrder : ''} />
    </>
  );
}

const rowKey = ({ index }: CheckRow) => String(index);
const rowLabel = ({ reading, input }: CheckRow) => reading?.display ?? input;
