import type { Interval } from './date-range';
import { instantOf, wallOf } from './zoned-time';

/** What one bar of a picture of time stands for. `year` and `century` are for ranges nobody means but a link may hold. */
export type BinUnit = 'hour' | 'day' | 'week' | 'month' | 'year' | 'century';

/** An interval cut at the beginnings of a unit on a zone's clock: bin i goes from `edges[i]` to `edges[i + 1]`, ms UTC. */
export interface TimeBins {
  readonly unit: BinUnit;
  /** IANA zone whose hours, days … they are. */
  readonly zone: string;
  /** One more than there are bins, rising; the first and the last are the ends of the interval. */
  readonly edges: readonly number[];
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** 1 January 1970 was a Thursday; weeks begin on Monday (ISO 8601). */
const MONDAY = 3 * DAY;

/** The longest interval, in days, for which a unit is used. Three days by hour may have 73 bars where clocks go back. */
const LONGEST: readonly (readonly [unit: BinUnit, days: number])[] = [
  ['hour', 3.1],
  ['day', 100.1],
  ['week', 750],
  ['month', 40 * 366],
  ['year', 200 * 366],
];

const MONTHS: Readonly<Record<'month' | 'year' | 'century', number>> = { month: 1, year: 12, century: 1200 };

/** The unit whose bars show the most of an interval and still can be told apart. */
export function unitFor({ from, to }: Interval): BinUnit {
  return LONGEST.find(([, days]) => to - from <= days * DAY)?.[0] ?? 'century';
}

/**
 * Cuts an interval (not empty) into bins of a unit on the zone's clock. The first and the last may be parts of one. A day of 23 or
 * 25 hours is one bin, an hour that the clock shows twice is two; a midnight that comes twice begins its day the first time,
 * one that never comes (clocks go forward over it) with the day's first instant. Awaits `breathe` before each bin, because many
 * years of a zone nobody has asked for yet take long; what it throws ends the cutting.
 */
export async function cutIntoBins(
  { from, to }: Interval,
  unit: BinUnit,
  zone: string,
  breathe: () => Promise<void>,
): Promise<TimeBins> {
  const edges = [from];
  for (let edge = from; ;) {
    await breathe();
    edge = nextEdge(edge, unit, zone);
    if (edge >= to) return { unit, zone, edges: [...edges, to] };
    edges.push(edge);
  }
}

/** True where an hour, day … begins on the zone's clock at this instant (ms UTC). */
export function beginsUnit(instant: number, unit: BinUnit, zone: string): boolean {
  const wall = wallOf(instant, zone);
  if (unit === 'hour') return wall % HOUR === 0;
  const start = unitStart(wall, unit, 0);
  // After a skipped midnight the day begins later than 00:00 on the clock.
  return instantOf(start, zone, 'earlier') === instant;
}

/** The first beginning of a unit after an instant. */
function nextEdge(instant: number, unit: BinUnit, zone: string): number {
  const wall = wallOf(instant, zone);
  // Not by the clock's fields: where it goes back, the same hour comes again.
  if (unit === 'hour') return instant + HOUR - (((wall % HOUR) + HOUR) % HOUR);
  for (let ahead = 1; ; ahead += 1) {
    const edge = instantOf(unitStart(wall, unit, ahead), zone, 'earlier');
    if (edge > instant) return edge;
  }
}

/** The wall clock (as if UTC, ms) at which the unit around `wall` begins, or the unit `ahead` of it. */
function unitStart(wall: number, unit: Exclude<BinUnit, 'hour'>, ahead: number): number {
  if (unit === 'day') return (Math.floor(wall / DAY) + ahead) * DAY;
  if (unit === 'week') return (Math.floor((wall + MONDAY) / (7 * DAY)) + ahead) * 7 * DAY - MONDAY;
  const months = MONTHS[unit];
  const date = new Date(wall);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
  // Not Date.UTC, which takes the years 0 to 99 for 1900 to 1999.
  return new Date(0).setUTCFullYear(0, (Math.floor(month / months) + ahead) * months, 1);
}
