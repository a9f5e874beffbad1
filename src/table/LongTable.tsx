import { lazy, Suspense } from 'react';

import type { TableProps } from './column';
import { DataTable } from './DataTable';
import type { RowData } from './use-table-model';

const VirtualTable = lazy(() => import('./VirtualTable'));

/** Up to here every row is in the document, so that the browser's own search, print and copying see them all. */
const ALL_IN_DOCUMENT = 500;

/** From here on the browser lays a table out by the widths given, not by looking into every cell at every change. */
const FIXED_FROM = 100;

/** A table of all rows, however many: long ones draw only what is near the window. */
export function LongTable<Row extends RowData>(props: TableProps<Row>) {
  const rowCount = props.rows.length;
  if (rowCount <= ALL_IN_DOCUMENT)
    return <DataTable rowCount={rowCount} fixed={rowCount >= FIXED_FROM ? true : 'with-room'} {...props} />;
  return (
    <Suspense fallback={<DataTable rowCount={rowCount} fixed {...props} rows={props.rows.slice(0, 50)} busy />}>
      <VirtualTable rowCount={rowCount} {...(props as TableProps<RowData>)} />
    </Suspense>
  );
}
