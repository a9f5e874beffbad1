import type { ModelHistory } from './vendor-model';

const DAY = 86_400_000;

/** A small seeded generator (mulberry32): 0 inclusive to 1 exclusive. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface SkewOptions {
  readonly rows: number;
  readonly from: number;
  readonly to: number;
  readonly seed: number;
  /** Times on whole seconds, as in the vendor's sample, or on any millisecond. */
  readonly wholeSeconds?: boolean;
}

/**
 * A history as real ones are: growing over the years, by day rather than by night, little at weekends, and two fifths of it in bursts of
 * thousands within minutes. Ids rise with time, but neighbours have changed places.
 */
export function skewedHistory({ rows, from, to, seed, wholeSeconds = false }: SkewOptions): ModelHistory {
  const random = seeded(seed);
  const created = new Float64Array(rows);
  let made = 0;
  while (made < rows * 0.4) {
    const start = growing(random, from, to);
    const minutes = 2 + random() * 13;
    const size = Math.min(rows - made, Math.floor(rows * 0.001 + 1000 * random() * 7));
    // Most answers to a campaign come at once.
    for (let index = 0; index < size; index += 1) created[made + index] = start + random() ** 2 * minutes * 60_000;
    made += size;
  }
  while (made < rows) {
    const time = growing(random, from, to);
    const hour = (time % DAY) / 3_600_000;
    const weekend = Math.floor(time / DAY) % 7 < 2;
    if (random() > (hour > 8 && hour < 21 ? 1 : 0.1) * (weekend ? 0.3 : 1)) continue;
    created[made] = time;
    made += 1;
  }
  for (let index = 0; index < rows; index += 1) {
    const time = Math.min(to - 1000, created[index] ?? 0);
    created[index] = wholeSeconds ? Math.floor(time / 1000) * 1000 : Math.floor(time);
  }
  created.sort();
  const id = Float64Array.from(created, (_, index) => 1_354_505_990 + index * 7);
  for (let index = 0; index + 50 < rows; index += 1) {
    if (random() >= 0.05) continue;
    const other = index + 1 + Math.floor(random() * 49);
    [id[index], id[other]] = [id[other] ?? 0, id[index] ?? 0];
  }
  return { created, id };
}

function growing(random: () => number, from: number, to: number): number {
  return from + Math.sqrt(random()) * (to - from);
}
