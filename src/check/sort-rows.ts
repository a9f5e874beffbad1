import { sortInSteps } from '../lib/sort-in-steps';
import type { Provider } from '../providers/contract';
import type { Sort } from '../table/column';
import type { CheckRow } from './check-rows';
import { verdictKind, verdictReason, type OverallVerdict, type ProviderVerdict } from './verdict';

/** What one row is sorted by; compared from left to right. */
interface Key {
  readonly index: number;
  /** Has nothing to sort by: at the end in either direction. */
  readonly isLast: boolean;
  readonly rank: number;
  readonly text: string;
}

const RANKS = { 'opted-out': 0, 'not-found': 1, 'could-not-check': 2, waiting: 3 } as const;

/** People write numbers in many ways: digits count as numbers, case and accents do not. */
const inputOrder = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const plainOrder = (a: string, b: string) => (a < b ? -1 : Number(a > b));

function ofVerdict(verdict: ProviderVerdict | OverallVerdict | undefined): Omit<Key, 'index'> {
  if (verdict === undefined) return { isLast: true, rank: 0, text: '' };
  return { isLast: false, rank: RANKS[verdictKind(verdict)], text: verdictReason(verdict) ?? '' };
}

function keyOf(row: CheckRow, column: string, vendor: number): Omit<Key, 'index'> {
  if (column === 'input') return { isLast: false, rank: 0, text: row.input };
  if (column === 'number') return { isLast: row.reading === null, rank: 0, text: row.reading?.msisdn ?? '' };
  if (column === 'line') return { isLast: false, rank: row.line, text: '' };
  return ofVerdict(column === 'verdict' ? row.overall : row.verdicts[vendor]);
}

/**
 * The indexes of the rows in the order somebody wants to see: verdicts the worst first, rows alike in the order of the input. Made in
 * steps between which `breathe` is awaited; rejects with what that rejects with.
 */
export async function sortRows(
  rows: readonly CheckRow[],
  { column, direction }: Sort,
  providers: readonly Pick<Provider, 'id'>[],
  breathe: () => Promise<void>,
): Promise<readonly number[]> {
  const vendor = providers.findIndex(({ id }) => id === column);
  const textOrder = column === 'input' ? inputOrder.compare : plainOrder;
  const sign = direction === 'asc' ? 1 : -1;
  const keys: Key[] = [];
  for (const row of rows) {
    await breathe();
    keys.push({ index: row.index, ...keyOf(row, column, vendor) });
  }
  const compare = (a: Key, b: Key) =>
    Number(a.isLast) - Number(b.isLast) || sign * (a.rank - b.rank || textOrder(a.text, b.text)) || a.index - b.index;
  return (await sortInSteps(keys, compare, breathe)).map(({ index }) => index);
}
