import {
  columnVisibilityFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
  type Header as CoreHeader,
  type ReactTable,
  type RowData,
  type SortingState,
  type Updater,
} from '@tanstack/react-table';
import { useMemo } from 'react';

import { usePreferences } from '../ui/preferences';
import type { Column, TableProps } from './column';

const features = tableFeatures({ rowSortingFeature, columnVisibilityFeature });
type Features = typeof features;

export type { RowData } from '@tanstack/react-table';
export type TableModel<Row extends RowData> = ReactTable<Features, Row>;
export type ModelHeader<Row extends RowData> = CoreHeader<Features, Row>;

type ModelQuestion<Row extends RowData> = Pick<
  TableProps<Row>,
  'caption' | 'columns' | 'rows' | 'rowKey' | 'sort' | 'onSort'
>;

/** Ids of the columns on screen, joined: a memoised row is drawn anew when they change. */
export function visibleColumns<Row extends RowData>(table: TableModel<Row>): string {
  return table
    .getVisibleLeafColumns()
    .map(({ id }) => id)
    .join(' ');
}

/**
 * The table's model: visible columns and the order reported. Rows come as they are to be shown; sorting and paging belong
 * to whoever holds all of them, because there may be a million.
 */
export function useTableModel<Row extends RowData>(question: ModelQuestion<Row>): TableModel<Row> {
  const { caption, columns, rows, rowKey, sort = null, onSort } = question;
  const hidden = usePreferences().hiddenColumns[caption];
  const columnVisibility = useMemo(() => Object.fromEntries((hidden ?? []).map((id) => [id, false])), [hidden]);
  const definitions = useMemo(() => columns.map(toDefinition), [columns]);
  const sorting = useMemo(() => toSorting(sort), [sort]);
  return useTable<Features, Row>({
    features,
    columns: definitions,
    data: rows,
    getRowId: rowKey,
    manualSorting: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
    state: { sorting, columnVisibility },
    onSortingChange: (updater: Updater<SortingState>) => {
      const [next] = typeof updater === 'function' ? updater(sorting) : updater;
      if (next !== undefined) onSort?.({ column: next.id, direction: next.desc ? 'desc' : 'asc' });
    },
  });
}

function toDefinition<Row extends RowData>(column: Column<Row>): ColumnDef<Features, Row> {
  return {
    id: column.id,
    // Without an accessor the library takes a column for one that cannot be sorted.
    accessorFn: (row) => row,
    header: column.header,
    enableSorting: column.sortable === true,
    enableHiding: column.rowHeader !== true,
    sortDescFirst: column.firstSort === 'desc',
  };
}

function toSorting(sort: TableProps<RowData>['sort']): SortingState {
  return sort === null || sort === undefined ? [] : [{ id: sort.column, desc: sort.direction === 'desc' }];
}
