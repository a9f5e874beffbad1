import { RequestError } from '../../../../http/errors';
import type { AskedWindow } from '../../api';
import type { MobivateRow, ParsedWindow } from '../../schema';

/** What the vendor's documentation leaves open, each with the readings that are possible. */
export interface Behaviour {
  /** Which rows are kept when more match than fit. `anew` draws others for every request. */
  readonly kept: 'earliest' | 'latest' | 'lowest-id' | 'highest-id' | 'shuffled' | 'anew';
  /** How the kept rows stand in the answer. */
  readonly order: 'as-kept' | 'ascending' | 'descending' | 'shuffled';
  readonly startInclusive: boolean;
  readonly endInclusive: boolean;
  readonly page: 'honoured' | 'ignored' | 'rejected';
}

/** One reading of what is left open, for tests that are about something else. */
export const USUAL: Behaviour = {
  kept: 'earliest',
  order: 'as-kept',
  startInclusive: true,
  endInclusive: false,
  page: 'ignored',
};

/** A history as columns, rising by `created`: fast enough for a million rows. */
export interface ModelHistory {
  readonly created: Float64Array;
  readonly id: Float64Array;
}

/** Spreads bits of an id: a stable order that has nothing to do with time. */
export function scatter(id: number, salt: number): number {
  let bits = Math.imul(id ^ (salt * 0x9e3779b9), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** An in-process Mobivate. Answers at once; counts what it is asked. */
export class VendorModel {
  requests = 0;
  #history: ModelHistory;
  readonly #behaviour: Behaviour;
  readonly #pageSize: number;

  constructor(history: ModelHistory, behaviour: Behaviour, pageSize = 1000) {
    this.#history = history;
    this.#behaviour = behaviour;
    this.#pageSize = pageSize;
  }

  readonly fetchWindow = (window: AskedWindow, signal: AbortSignal): Promise<ParsedWindow> => {
    this.requests += 1;
    if (signal.aborted) return Promise.reject(new RequestError('cancelled', 'Cancelled.'));
    const { page } = this.#behaviour;
    if (page === 'rejected' && window.page !== undefined) {
      return Promise.reject(new RequestError('not-understood', 'Rejected.', { status: 400 }));
    }
    return Promise.resolve({ rows: this.answer(window), unreadable: [] });
  };

  /** The list changes under the reader's hands. */
  change(history: ModelHistory): void {
    this.#history = history;
  }

  answer({ from, to, page = 1 }: AskedWindow): readonly MobivateRow[] {
    const { created } = this.#history;
    const { startInclusive, endInclusive } = this.#behaviour;
    const first = placeOf(created, startInclusive ? from : from + 1);
    const last = Math.max(first, placeOf(created, endInclusive ? to + 1 : to));
    const skip = this.#behaviour.page === 'honoured' ? (page - 1) * this.#pageSize : 0;
    return this.#inOrder(this.#keep(first, last, skip)).map((index) => this.#row(index));
  }

  #keep(first: number, last: number, skip: number): number[] {
    const { kept } = this.#behaviour;
    const end = skip + this.#pageSize;
    if (kept === 'earliest') return range(Math.min(first + skip, last), Math.min(first + end, last));
    if (kept === 'latest') return range(Math.max(last - end, first), Math.max(last - skip, first)).toReversed();
    const key = this.#keyOf(kept);
    return lowest(first, last, end, key).slice(skip);
  }

  #keyOf(kept: Exclude<Behaviour['kept'], 'earliest' | 'latest'>): (index: number) => number {
    const { id } = this.#history;
    const salt = kept === 'anew' ? this.requests : 0;
    if (kept === 'lowest-id') return (index) => id[index] ?? 0;
    if (kept === 'highest-id') return (index) => -(id[index] ?? 0);
    return (index) => scatter(id[index] ?? 0, salt);
  }

  #inOrder(kept: number[]): number[] {
    const { order } = this.#behaviour;
    if (order === 'as-kept') return kept;
    if (order === 'ascending') return kept.toSorted((a, b) => a - b);
    if (order === 'descending') return kept.toSorted((a, b) => b - a);
    return kept.toSorted((a, b) => scatter(this.#history.id[a] ?? 0, 7) - scatter(this.#history.id[b] ?? 0, 7));
  }

  #row(index: number): MobivateRow {
    const id = this.#history.id[index] ?? 0;
    return {
      id: String(id),
      mobile: String(4_400_000_000 + id),
      note: 'MO',
      created: this.#history.created[index] ?? 0,
    };
  }
}

/** The `count` indexes of a range with the lowest keys, in their order. Large ranges are thinned before they are sorted. */
function lowest(first: number, last: number, count: number, key: (index: number) => number): number[] {
  let limit = Infinity;
  if (last - first > 4 * count + 1000) {
    const sample = range(0, 1000).map((step) => key(first + Math.floor((step * (last - first)) / 1000)));
    limit = sample.toSorted((a, b) => a - b)[Math.ceil((1500 * count) / (last - first)) + 20] ?? Infinity;
  }
  const candidates: { readonly index: number; readonly key: number }[] = [];
  for (let index = first; index < last; index += 1) {
    const own = key(index);
    if (own <= limit) candidates.push({ index, key: own });
  }
  if (candidates.length < Math.min(count, last - first)) throw new Error('Thinned too much');
  return candidates
    .toSorted((a, b) => a.key - b.key)
    .slice(0, count)
    .map(({ index }) => index);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step);
}

/** First place in ascending numbers that is at least `value`. */
export function placeOf(numbers: Float64Array, value: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? Infinity) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
