import { PRINT_WORDS } from '../lib/words';
import { usePrinting } from '../ui/use-printing';
import { rangeText } from './Pager';

interface PrintedRowsProps {
  /** Positions of the first and last row on the sheet, from 1. */
  readonly first: number;
  readonly last: number;
  /** Rows in all; null when nobody knows. */
  readonly total: number | null;
  /** There is a page after this one. */
  readonly more: boolean;
  /** The list was read to its end. */
  readonly whole: boolean;
}

/** On paper only: which rows of a longer list are on it, so that nobody takes one page for all of them. */
export function PrintedRows({ first, last, total, more, whole }: PrintedRowsProps) {
  const printing = usePrinting();
  if (!printing || last === 0 || (first <= 1 && !more)) return null;
  return <p>{PRINT_WORDS.rows(rangeText(first, last, total), whole)}</p>;
}
