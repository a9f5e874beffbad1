import { createHash } from 'node:crypto';

import type { Interval, Vendor } from '../vendor';
import { Problem } from './problem';

const MOST_IDS = 50_000;

/** Reads `from` and `to`, ms UTC; absent ones are open. */
function intervalOf(search: URLSearchParams): Interval {
  const read = (name: string, fallback: number) => {
    const text = search.get(name);
    if (text === null) return fallback;
    if (!/^-?\d{1,15}$/.test(text)) throw new Problem(400, `"${name}" must be milliseconds since 1970, UTC.`);
    return Number(text);
  };
  return { from: read('from', Number.NEGATIVE_INFINITY), to: read('to', Number.POSITIVE_INFINITY) };
}

/**
 * The true rows of an interval, start inclusive and end exclusive, one entry for each list. `checksum` is the SHA-256,
 * in hex, of the ids sorted as text and joined by line feeds; `ids` is null when there are more than 50,000.
 */
export function truthOf(vendor: Vendor, search: URLSearchParams) {
  const lists = vendor.truth(intervalOf(search)).map(({ account, ids }) => {
    const sorted = ids.toSorted();
    return {
      account,
      count: ids.length,
      checksum: createHash('sha256').update(sorted.join('\n')).digest('hex'),
      ids: ids.length > MOST_IDS ? null : sorted,
    };
  });
  return { lists };
}
