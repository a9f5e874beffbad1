import type { Random } from './random';

const DAY = 86_400_000;
/** The lists begin on 1 January 2019, 00:00 UTC. */
export const LISTS_BEGIN = Date.UTC(2019, 0, 1);

const BY_WEEKDAY = [0.4, 1.1, 1.2, 1.2, 1.1, 1, 0.5];
/** Weights of the hours, UTC: quiet in the American night, busy in its afternoon. */
const BY_HOUR = [5, 4, 2, 2, 1, 1, 1, 1, 1, 2, 2, 3, 4, 6, 8, 9, 10, 10, 10, 9, 9, 8, 7, 6];
const SHARE_IN_BURSTS = 0.45;

/** Running totals of weights, so that a random number can be turned into a place by search. */
function runningTotals(weights: readonly number[]): Float64Array {
  const totals = new Float64Array(weights.length);
  let total = 0;
  weights.forEach((weight, place) => {
    total += weight;
    totals[place] = total;
  });
  return totals;
}

function drawPlace(random: Random, totals: Float64Array): number {
  const wanted = random() * (totals.at(-1) ?? 0);
  let low = 0;
  let high = totals.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((totals[middle] ?? 0) > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The last two and a half days always hold some, whatever zone "today" is asked in. */
function recentInstants(now: number): readonly number[] {
  const instants: number[] = [];
  for (let ago = 20_000; ago < 60 * 3_600_000; ago *= 1.5) instants.push(now - Math.round(ago));
  return instants;
}

/** A campaign went out and thousands reply within minutes: dense at the start, thinning out, several in a second. */
function drawBurst(random: Random, start: number, size: number, into: Float64Array, at: number): void {
  // The larger, the longer: never near a thousand in one second, which no reading by seconds could take apart.
  const spread = 60_000 + random() * 180_000 + size * 4;
  let last = start;
  for (let index = 0; index < size; index += 1) {
    // Some arrive in the same millisecond as another one.
    if (random() >= 0.05) last = start + Math.round(-Math.log(1 - random()) * spread);
    into[at + index] = last;
  }
}

/**
 * Instants of `count` opt-outs, ms UTC, rising, from 2019 to `now`: daily and weekly rhythm, growth over the years, and
 * campaign bursts. A tenth falls on a whole second; some share one millisecond.
 */
export function drawInstants(random: Random, now: number, count: number): Float64Array {
  const instants = new Float64Array(count);
  const days = Math.max(1, Math.floor((now - LISTS_BEGIN) / DAY));
  const byDay = runningTotals(
    Array.from({ length: days }, (_, day) => {
      const weekday = new Date(LISTS_BEGIN + day * DAY).getUTCDay();
      return (BY_WEEKDAY[weekday] ?? 1) * (0.4 + (1.2 * day) / days);
    }),
  );
  const byHour = runningTotals(BY_HOUR);
  let filled = 0;
  for (const instant of recentInstants(now).slice(0, count)) instants[filled++] = instant;

  const inBursts = Math.floor((count - filled) * SHARE_IN_BURSTS);
  const largest = Math.min(40_000, Math.max(40, count / 10));
  // The first two are as large as they get, the third is yesterday's; the rest are of every size.
  const startOf = (burst: number) =>
    burst === 2
      ? now - 26 * 3_600_000
      : LISTS_BEGIN + Math.floor(drawPlace(random, byDay)) * DAY + (14 + Math.floor(random() * 8)) * 3_600_000;
  const sizeOf = (burst: number) => {
    if (burst < 2) return Math.floor(largest);
    if (burst === 2) return Math.ceil(count / 100);
    return Math.ceil(20 * (largest / 20) ** random());
  };
  for (let burst = 0, left = inBursts; left > 0; burst += 1) {
    const size = Math.min(left, sizeOf(burst));
    drawBurst(random, startOf(burst), size, instants, filled);
    filled += size;
    left -= size;
  }

  for (; filled < count; filled += 1) {
    const instant =
      LISTS_BEGIN + drawPlace(random, byDay) * DAY + drawPlace(random, byHour) * 3_600_000 + random() * 3_600_000;
    instants[filled] = random() < 0.1 ? Math.floor(instant / 1000) * 1000 : Math.floor(instant);
  }
  for (let index = 0; index < count; index += 1) {
    if ((instants[index] ?? 0) > now) instants[index] = now - Math.floor(random() * DAY);
  }
  return instants.toSorted();
}
