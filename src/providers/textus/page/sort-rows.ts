import type { Sort } from '../../../table/column';
import type { OptOut } from '../../contract';

/** Orders of the table that a person can choose; without one the rows stand as TextUs sent them. */
export const SORTS = ['time-desc', 'time-asc', 'number-asc', 'number-desc'] as const;

export type SortName = (typeof SORTS)[number];

/** The order as the table has it; null for the vendor's own. */
export function sortOf(name: SortName | null): Sort | null {
  const [column = '', direction] = (name ?? '').split('-');
  return direction === 'asc' || direction === 'desc' ? { column, direction } : null;
}

/** The name of an order, as it stands in the URL; null for one there is not. */
export function sortName({ column, direction }: Sort): SortName | null {
  return SORTS.find((name) => name === `${column}-${direction}`) ?? null;
}

/**
 * The rows in an order: by instant, or by the digits of the number as text, as the Mobivate page has them. Rows that are equal keep the
 * vendor's order; those without a time come last either way. Only a list that was read whole may be put into an order.
 */
export function sortRows(rows: readonly OptOut[], name: SortName | null): readonly OptOut[] {
  const sort = sortOf(name);
  if (sort === null) return rows;
  const way = sort.direction === 'asc' ? 1 : -1;
  if (sort.column === 'number') return rows.toSorted((one, other) => way * compare(one.msisdn, other.msisdn));
  const timed = rows.filter(({ optedOutAt }) => optedOutAt !== null);
  const others = rows.filter(({ optedOutAt }) => optedOutAt === null);
  return [...timed.toSorted((one, other) => way * compare(one.optedOutAt ?? 0, other.optedOutAt ?? 0)), ...others];
}

function compare<Value extends string | number>(one: Value, other: Value): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
