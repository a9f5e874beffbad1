import { formatDateTime, formatDateTimeWithZone } from './zoned-time-format';
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

/** Whether the zone's clock shows the time of an instant (ms UTC) twice, as it does where clocks go back: it then needs its offset. */
export function isShownTwice(instant: number, zone: string): boolean {
  const wall = wallOf(instant, zone);
  return instantOf(wall, zone, 'earlier') !== instantOf(wall, zone, 'later');
}

/** '21 Nov 2026, 09:30:12' on the zone's clock (instant in ms UTC); '25 Oct 2026, 01:30:12 BST (UTC+01:00)' where that is shown twice. */
export function formatDateTimeExact(instant: number, zone: string): string {
  return isShownTwice(instant, zone) ? formatDateTimeWithZone(instant, zone) : formatDateTime(instant, zone);
}
