import type { History, View } from '../history';
import type { MobivateRow } from '../schema';

/** One row of the page's table: a record and where the history keeps it. */
export interface OptOutRow extends MobivateRow {
  readonly index: number;
}

/** The rows of a view from place `first` on, at most `count`, made for the table. */
export function rowsOf(history: History, view: View, first: number, count: number): readonly OptOutRow[] {
  return Array.from(view.subarray(first, first + count), (index) => ({ ...history.row(index), index }));
}
