import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

import { usePrinting } from '../ui/use-printing';
import type { TableProps } from './column';
import { TableFrame } from './TableFrame';
import { TableRow } from './TableRow';
import { useSteady } from './use-steady';
import { useTableModel, type RowData } from './use-table-model';

/** Height of a row before it has been seen, CSS px. */
const ESTIMATE = 44;
/** Rows drawn beyond the window on either side, so that Tab and fast scrolling find them. */
const OVERSCAN = 15;

/** The long form of the table: rows near the window only, between two empty rows that hold the place of the others. */
export default function VirtualTable(props: TableProps<RowData>) {
  const { columns, firstRow = 0, onOpen, rowLabel } = props;
  const table = useTableModel(props);
  const open = useSteady(onOpen);
  const body = useRef<HTMLTableSectionElement>(null);
  const top = usePageTop(body);
  const { rows } = table.getRowModel();
  // It re-renders this component by itself, and nothing it returns is passed to a memoised child but a steady ref.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ESTIMATE,
    overscan: OVERSCAN,
    scrollMargin: top,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  const near = virtualizer.getVirtualItems();
  // Paper shows every row.
  const printing = usePrinting();
  const items = printing ? rows.map(({ id }, index) => ({ key: id, index })) : near;
  const before = printing ? 0 : (near[0]?.start ?? top) - top;
  const after = printing ? 0 : virtualizer.getTotalSize() - ((near.at(-1)?.end ?? top) - top);
  const visible = table
    .getVisibleLeafColumns()
    .map(({ id }) => id)
    .join(' ');
  return (
    <TableFrame {...props} table={table} fixed>
      <tbody ref={body}>
        <Spacer height={before} />
        {items.map(({ key, index }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <TableRow
              key={key}
              row={row}
              columns={columns}
              visible={visible}
              position={firstRow + index}
              index={index}
              {...(!printing && { measure: virtualizer.measureElement })}
              onOpen={onOpen === undefined ? undefined : open}
              rowLabel={rowLabel}
            />
          );
        })}
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
