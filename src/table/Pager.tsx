import { useState } from 'react';

import { Button } from '../ui/Button';
import { formatCount } from '../ui/counts';
import { Select } from '../ui/Select';
import styles from './Pager.module.css';

interface PagerProps {
  /** Positions of the first and last row on screen, from 1; 0 when there is none. */
  readonly first: number;
  readonly last: number;
  /** Rows in all; null when nobody knows. */
  readonly total: number | null;
  /** Absent: there is no page before. */
  readonly onPrevious: (() => void) | null;
  /** Absent: there is no page after. */
  readonly onNext: (() => void) | null;
  readonly pageSize: number;
  readonly onPageSize: (pageSize: number) => void;
  readonly pageSizes?: readonly number[];
  /** The next page is on its way. */
  readonly busy?: boolean;
}

const PAGE_SIZES = [25, 50, 100, 250];

/** Which rows are on screen, out of how many, and the way to the others. The focus stays on the button pressed. */
export function Pager(props: PagerProps) {
  const { first, last, total, onPrevious, onNext, pageSize, onPageSize, pageSizes = PAGE_SIZES, busy = false } = props;
  // Said to those who turn the pages; not with every key of a search, whose count is said already.
  const [turning, setTurning] = useState(false);
  const watch = { onFocus: () => setTurning(true), onBlur: () => setTurning(false) };
  // A tap gives a button no focus in some browsers.
  const turn = (to: (() => void) | null) => () => {
    setTurning(true);
    to?.();
  };
  return (
    <nav aria-label="Pagination" className={styles['pager']}>
      <Select
        label="Rows per page"
        className={styles['size']}
        value={String(pageSize)}
        options={[...new Set([...pageSizes, pageSize])]
          .toSorted((one, other) => one - other)
          .map((size) => ({ value: String(size), label: String(size) }))}
        onChange={(size) => onPageSize(Number(size))}
      />
      <p aria-live={turning ? 'polite' : 'off'} className={styles['range']}>
        {rangeText(first, last, total)}
      </p>
      <div className={styles['buttons']}>
        <Button icon="chevron-left" aria-disabled={onPrevious === null} {...watch} onClick={turn(onPrevious)}>
          Previous page
        </Button>
        <Button
          icon="chevron-right"
          className={styles['next']}
          aria-disabled={onNext === null}
          aria-busy={busy || undefined}
          {...watch}
          onClick={turn(onNext)}
        >
          Next page
        </Button>
      </div>
    </nav>
  );
}

/** `51–100 of 3,214`, with an en dash; without a total, only the rows on screen. */
export function rangeText(first: number, last: number, total: number | null): string {
  if (last === 0) return total === null ? 'No rows' : `0 of ${formatCount(total)}`;
  const range = `${formatCount(first)}–${formatCount(last)}`;
  return total === null ? range : `${range} of ${formatCount(total)}`;
}
