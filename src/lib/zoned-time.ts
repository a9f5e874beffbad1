import { offsetAt } from './zoned-time-offset';
import { firstInstant } from './zoned-time-stretches';

/**
 * The one module that touches time zones; everything else passes instants (ms UTC) and zone names through it.
 * Instants are ms since the epoch, UTC. A wall clock is kept as the instant at which UTC shows the same fields.
 */
export { browserTimeZone, isTimeZone, timeZones } from './time-zones';
export {
  formatDateTime,
  formatDateTimeWithZone,
  formatDay,
  formatIsoLocal,
  formatIsoUtc,
  formatOffset,
  formatUtc,
  zoneWords,
} from './zoned-time-format';
export { offsetAt, prepareZone, zoneNameAt } from './zoned-time-offset';

const DAY = 86_400_000;

/** What the zone's wall clock shows at an instant (ms UTC), its fields read as if they were UTC, in ms. */
export function wallOf(instant: number, zone: string): number {
  return instant + offsetAt(instant, zone);
}

/**
 * The instant (ms UTC) at which the zone's wall clock shows `wall` (fields as if UTC, ms).
 * Shown twice (clocks went back): `side` chooses, so that a range from the earlier to the later loses nothing.
 * Never shown (clocks went forward): the first instant after the gap, whichever side, because everything that happened
 * before it has an earlier wall clock and everything from it on a later one; a skipped midnight is thus the first real
 * instant of its day. Throws RangeError for an unknown zone or for NaN.
 */
export function instantOf(wall: number, zone: string, side: 'earlier' | 'later'): number {
  // Offsets lie between -12 and +14 hours, so both instants that could be meant are within a day of `wall` read as UTC.
  const before = offsetAt(wall - DAY, zone);
  const after = offsetAt(wall + DAY, zone);
  if (before === after) return wall - before;
  const candidates = [wall - before, wall - after].filter((instant) => wallOf(instant, zone) === wall);
  if (candidates.length > 0) return side === 'earlier' ? Math.min(...candidates) : Math.max(...candidates);
  return firstInstant(wall - after, wall - before, 1, (instant) => offsetAt(instant, zone) === after);
}
