import { useEffect, useRef, useState, type ReactNode } from 'react';

import { cx } from '../ui/cx';
import styles from './table.module.css';

interface ScrollRegionProps {
  readonly name: string;
  /** Position of the first row on screen among all rows, from 0. */
  readonly firstRow: number;
  /** Rows of the table, and how many of them are still to be drawn: their room is kept, so that nothing below it moves. */
  readonly rows: number;
  readonly undrawn: number;
  readonly children: ReactNode;
}

/**
 * Holds a table. Where the table is wider than the page, this region alone scrolls sideways, can be focused and says so
 * (WCAG 1.4.10, 2.1.1); where it fits, it clips nothing, so that the table's header can stick to the window.
 */
export function ScrollRegion({ name, firstRow, rows, undrawn, children }: ScrollRegionProps) {
  const region = useRef<HTMLDivElement>(null);
  const [wide, setWide] = useState(false);
  const [heights, setHeights] = useState({ row: 0, around: 0 });
  useEffect(() => {
    const element = region.current;
    const table = element?.firstElementChild;
    if (element === null || !(table instanceof HTMLTableElement)) return undefined;
    const observer = new ResizeObserver(() => {
      setWide(table.scrollWidth > element.clientWidth + 1);
      const body = table.tBodies[0];
      if (body === undefined || body.rows.length === 0) return;
      const row = Math.round(body.offsetHeight / body.rows.length);
      const around = table.offsetHeight - body.offsetHeight;
      setHeights((known) => (known.row === row && known.around === around ? known : { row, around }));
    });
    observer.observe(element);
    observer.observe(table);
    return () => observer.disconnect();
  }, []);
  const shownFrom = useRef(firstRow);
  useEffect(() => {
    if (shownFrom.current === firstRow) return;
    shownFrom.current = firstRow;
    // The buttons that turn the page stand below it: another page is read from its first row.
    if ((region.current?.getBoundingClientRect().top ?? 0) < 0) region.current?.scrollIntoView({ block: 'start' });
  }, [firstRow]);
  return (
    <div
      ref={region}
      className={cx(styles['region'], wide && styles['wide'])}
      style={undrawn > 0 ? { minHeight: heights.around + heights.row * rows } : undefined}
      {...(wide && { role: 'region', 'aria-label': `${name}, scrolls sideways`, tabIndex: 0 })}
    >
      {children}
    </div>
  );
}
