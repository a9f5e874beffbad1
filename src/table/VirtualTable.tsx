import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';

import { usePrinting } from '../ui/use-printing';
import type { TableProps } from './column';
import { TableFrame } from './TableFrame';
import { TableRow } from './TableRow';
import { useSteady } from './use-steady';
import { useTableModel, visibleColumns, type RowData } from './use-table-model';

/** Height of a row before it has been seen, CSS px. */
const ESTIMATE = 44;
/** Rows drawn beyond the window on either side, so that Tab and fast scrolling find them. */
const OVERSCAN = 15;

/** The long form of the table: rows near the window only, between two empty rows that hold the place of the others. */
export default function VirtualTable(props: TableProps<RowData>) {
  const { columns, firstRow = 0, onOpen, rowLabel, rows, rowKey } = props;
  const open = useSteady(onOpen);
  const body = useRef<HTMLTableSectionElement>(null);
  const top = usePageTop(body);
  // The same function for the same rows, or the places of all of them are worked out anew whenever this is drawn.
  const getItemKey = useCallback(
    (index: number) => {
      const row = rows[index];
      return row === undefined ? index : rowKey(row);
    },
    [rows, rowKey],
  );
  // It re-renders this component by itself, and nothing it returns is passed to a memoised child but a steady ref.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ESTIMATE,
    overscan: OVERSCAN,
    scrollMargin: top,
    getItemKey,
  });
  const near = virtualizer.getVirtualItems();
  // Paper shows every row.
  const printing = usePrinting();
  const first = printing ? 0 : (near[0]?.index ?? 0);
  const end = printing ? rows.length : (near.at(-1)?.index ?? -1) + 1;
  const drawn = useMemo(() => rows.slice(first, end), [rows, first, end]);
  const table = useTableModel({ ...props, rows: drawn });
  const before = printing ? 0 : (near[0]?.start ?? top) - top;
  const after = printing ? 0 : virtualizer.getTotalSize() - ((near.at(-1)?.end ?? top) - top);
  const visible = visibleColumns(table);
  return (
    <TableFrame {...props} table={table} fixed>
      <tbody ref={body}>
        <Spacer height={before} />
        {table.getRowModel().rows.map((row, place) => (
          <TableRow
            key={row.id}
            row={row.original}
            columns={columns}
            visible={visible}
            position={firstRow + first + place}
            index={first + place}
            {...(!printing && { measure: virtualizer.measureElement })}
            onOpen={onOpen === undefined ? undefined : open}
            rowLabel={rowLabel}
          />
        ))}
        <Spacer height={after} />
      </tbody>
    </TableFrame>
  );
}

/** Holds the place of rows that are not drawn; not a row for anybody. */
function Spacer({ height }: { readonly height: number }) {
  return <tr aria-hidden="true" style={{ height: Math.max(0, height) }} />;
}

/** How far from the top of the document an element begins, CSS px; kept true while what stands above it grows or shrinks. */
function usePageTop(element: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = () => {
      if (element.current !== null) setTop(Math.round(element.current.getBoundingClientRect().top + window.scrollY));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [element]);
  return top;
}
