import type { TableProps } from './column';
import { TableFrame } from './TableFrame';
import { TableRow } from './TableRow';
import { useRowsInSteps } from './use-rows-in-steps';
import { useSteady } from './use-steady';
import { useTableModel, visibleColumns, type RowData } from './use-table-model';

/** A table of the rows given: one page of a list, or a short list. A real `<table>`, as people's tools expect. */
export function DataTable<Row extends RowData>(props: TableProps<Row> & { readonly fixed?: boolean | 'with-room' }) {
  const { columns, firstRow = 0, onOpen, rowLabel, rows: all, rowKey, busy = false } = props;
  const rows = useRowsInSteps(all, rowKey);
  const undrawn = all.length - rows.length;
  const table = useTableModel({ ...props, rows });
  const open = useSteady(onOpen);
  const visible = visibleColumns(table);
  return (
    <TableFrame {...props} busy={busy || undrawn > 0} undrawn={undrawn} table={table}>
      <tbody>
        {table.getRowModel().rows.map((row, position) => (
          <TableRow
            key={row.id}
            row={row.original}
            columns={columns}
            visible={visible}
            position={firstRow + position}
            onOpen={onOpen === undefined ? undefined : open}
            rowLabel={rowLabel}
          />
        ))}
      </tbody>
    </TableFrame>
  );
}
