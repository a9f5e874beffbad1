import type { MobivateRow } from '../schema';

/** How the rows of an answer stand: `equal` fits every order, `none` fits none. */
export type RowOrder = 'ascending' | 'descending' | 'equal' | 'none';

/** How the rows stand by time. */
export function orderOf(rows: readonly MobivateRow[]): RowOrder {
  return orderOfNumbers(rows.map(({ created }) => created));
}

/** How the rows stand by id; ids that are no numbers stand in no order. */
export function idOrderOf(rows: readonly MobivateRow[]): RowOrder {
  return orderOfNumbers(rows.map(({ id }) => Number(id)));
}

function orderOfNumbers(numbers: readonly number[]): RowOrder {
  let rises = false;
  let falls = false;
  let last = numbers[0] ?? 0;
  for (const number of numbers) {
    if (Number.isNaN(number)) return 'none';
    rises ||= number > last;
    falls ||= number < last;
    last = number;
  }
  if (rises && falls) return 'none';
  if (rises) return 'ascending';
  return falls ? 'descending' : 'equal';
}
