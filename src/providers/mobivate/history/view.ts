import { createBreather } from '../../../lib/yield';
import type { Column } from './column';
import type { DigitMarks } from './digit-search';
import { digitsOf } from './number-key';
import type { Orders } from './orders';
import { inStretches } from './radix-order';
import type { Rows } from './rows';

/** What of the history to show, and in which order. */
export interface ViewQuery {
  /** ms UTC, inclusive. */
  readonly from: number;
  /** ms UTC, exclusive. */
  readonly to: number;
  /** Digits the number must contain; anything else in the text is passed over. '' for every number. */
  readonly digits: string;
  readonly sort: 'time-desc' | 'time-asc' | 'number-asc' | 'number-desc';
}

/** Row indexes of a history in the order to show them. A snapshot: it stays right while the history grows. */
export type View = Uint32Array;

/**
 * Computes a view in stretches, letting the page live between them. Rejects with the signal's reason when aborted.
 * A text that has characters but no digit is in no number, so its view is empty.
 */
export async function computeView(
  rows: Rows,
  orders: Orders,
  digitMarks: DigitMarks,
  query: ViewQuery,
  signal: AbortSignal,
): Promise<View> {
  signal.throwIfAborted();
  const breather = createBreather();
  const breathe = async () => {
    await breather();
    signal.throwIfAborted();
  };
  const digits = digitsOf(query.digits);
  if (digits === '' && query.digits.trim() !== '') return new Uint32Array(0);
  const byTime = query.sort.startsWith('time');
  const order = await (byTime ? orders.byTime() : orders.byNumber());
  const marks = digits === '' ? null : await digitMarks.containing(digits, order.length, breathe);
  const inRange = byTime ? cut(order, rows.created, query) : order;
  const view = await pick(inRange, rows, marks, byTime ? null : query, breathe);
  return query.sort.endsWith('desc') ? view.toReversed() : view;
}

/** The part of a time order that lies in an interval, without copying. */
function cut(order: Uint32Array, created: Column<Float64Array>, { from, to }: ViewQuery): Uint32Array {
  return order.subarray(
    firstAt(order, created, from),
    Math.max(firstAt(order, created, from), firstAt(order, created, to)),
  );
}

/** Place of the first row of a time order whose instant is not before `instant`. */
function firstAt(order: Uint32Array, created: Column<Float64Array>, instant: number): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (created.get(order[middle] as number) < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The rows of an order that are not retired, are marked (when there are marks) and lie in the range (when there is one). */
async function pick(
  order: Uint32Array,
  { created, retired }: Rows,
  marks: Uint8Array | null,
  range: ViewQuery | null,
  breathe: () => Promise<void>,
): Promise<View> {
  if (marks === null && range === null && retired.size === 0) return order.slice();
  const view = new Uint32Array(order.length);
  let length = 0;
  await inStretches(order.length, breathe, (start, end) => {
    for (let place = start; place < end; place += 1) {
      const row = order[place] as number;
      if (marks !== null && marks[row] === 0) continue;
      if (retired.size > 0 && retired.has(row)) continue;
      if (range !== null && !within(created.get(row), range)) continue;
      view[length] = row;
      length += 1;
    }
  });
  return view.slice(0, length);
}

function within(instant: number, { from, to }: ViewQuery): boolean {
  return instant >= from && instant < to;
}
