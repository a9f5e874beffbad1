import { moveDay, momentWall, type Moment } from './date-range-moment';
import { formatDateTime, formatDateTimeWithZone, instantOf, zoneWords } from './zoned-time';

export {
  dayOf,
  MOMENT_HINT,
  momentProblem,
  moveDay,
  parseMoment,
  serializeMoment,
  type Moment,
} from './date-range-moment';
export { PRESETS, presetRange, type Preset } from './date-range-presets';

/** A stretch of time, ms UTC: `from` included, `to` not. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

export type RangeResult =
  | { readonly kind: 'range'; readonly interval: Interval }
  | { readonly kind: 'problem'; readonly field: 'from' | 'to'; readonly message: string };

/**
 * The instants that a range written on the zone's clock means, so that nothing is lost: an end day is included whole, an end
 * time with its whole minute (or second), and where the clock showed a time twice, the range begins at the first and ends at
 * the second. The other way round, or where the clock showed none of it, it is a problem in words.
 */
export function rangeToInterval(from: Moment, to: Moment, zone: string): RangeResult {
  const startWall = momentWall(from);
  const endWall = wallAfter(to);
  if (endWall <= startWall) {
    return { kind: 'problem', field: 'to', message: 'The end lies before the start. Change one of them.' };
  }
  const interval = { from: instantOf(startWall, zone, 'earlier'), to: instantOf(endWall, zone, 'later') };
  if (interval.to <= interval.from) {
    const message = `The clocks in ${zone} were put forward over this whole range, so it holds no time. Widen it.`;
    return { kind: 'problem', field: 'to', message };
  }
  return { kind: 'range', interval };
}

/** The wall clock (as if UTC, ms) at which what is written as an end is over. */
function wallAfter(moment: Moment): number {
  if (moment.time === null) return momentWall({ day: moveDay(moment.day, 1), time: null });
  return momentWall(moment) + (moment.time.length > 5 ? 1000 : 60_000);
}

/**
 * An interval in words on the zone's clock: '1 Nov 2026, 00:00:00 to 22 Nov 2026, 00:00:00 AEDT (UTC+11:00)'; both ends carry
 * their zone when the clocks changed in between. With zone 'UTC' the same in UTC.
 */
export function describeInterval({ from, to }: Interval, zone: string): string {
  const sameClock = zoneWords(from, zone) === zoneWords(to, zone);
  const start = sameClock ? formatDateTime(from, zone) : formatDateTimeWithZone(from, zone);
  return `${start} to ${formatDateTimeWithZone(to, zone)}`;
}
