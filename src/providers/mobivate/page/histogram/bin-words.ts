import { beginsUnit, type TimeBins } from '../../../../lib/time-bins';
import { formatDateTime, formatDay, isShownTwice, wallOf, zoneWords } from '../../../../lib/zoned-time';

const HOUR = 3_600_000;
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

/** Start and end of a bin, ms UTC, end exclusive. */
export function binInterval({ edges }: TimeBins, bin: number): { readonly from: number; readonly to: number } {
  return { from: edges[bin] ?? 0, to: edges[bin + 1] ?? 0 };
}

/**
 * The time of a bin (or of all from `bin` to `last`) on the zone's clock, in the fewest words that are exact: 'Thu 12 Nov 2026',
 * '9 Nov 2026 to 15 Nov 2026', 'Nov 2026', '12 Nov 2026, 09:00 to 10:00'.
 */
export function binWords(bins: TimeBins, bin: number, last = bin): string {
  const { unit, zone } = bins;
  const { from } = binInterval(bins, bin);
  const { to } = binInterval(bins, last);
  if (!beginsUnit(from, 'day', zone) || !beginsUnit(to, 'day', zone)) return clockRange(from, to, zone);
  const [first, end] = [formatDay(from, zone), formatDay(to - 1, zone)];
  if (first === end) return `${weekday(from, zone)} ${first}`;
  const whole = bin === last && beginsUnit(from, unit, zone) && beginsUnit(to, unit, zone);
  if (whole && unit === 'month') return first.replace(/^\d+ /u, '');
  if (whole && unit === 'year') return first.slice(-4);
  return `${first} to ${end}`;
}

/**
 * The clock that a bin is told by: 'AEDT (UTC+11:00)', both when it changes within ('AEST (UTC+10:00) to AEDT (UTC+11:00)'), and how
 * long a day is that has not 24 hours.
 */
export function binClock(bins: TimeBins, bin: number): string {
  const { from, to } = binInterval(bins, bin);
  const [before, after] = [zoneWords(from, bins.zone), zoneWords(to - 1, bins.zone)];
  if (before === after) return before;
  const isDay = bins.unit === 'day' && beginsUnit(from, 'day', bins.zone) && beginsUnit(to, 'day', bins.zone);
  const hours = isDay ? `, a day of ${(to - from) / HOUR} hours` : '';
  return `${before} to ${after}${hours}`;
}

/** 'Thu': the weekday on the zone's calendar at an instant. */
export function weekday(instant: number, zone: string): string {
  return WEEKDAYS[new Date(wallOf(instant, zone)).getUTCDay()] ?? '';
}

/**
 * '12 Nov 2026, 09:00 to 10:00'; the day of the end only where it is another, seconds only where there are some, and where a time is
 * shown twice or the clocks change in between, the clock it is told by: '25 Oct 2026, 01:00 to 02:00 GMT (UTC+00:00)'.
 */
function clockRange(from: number, to: number, zone: string): string {
  const [start, end] = [withoutSeconds(formatDateTime(from, zone)), withoutSeconds(formatDateTime(to, zone))];
  const [before, after] = [zoneWords(from, zone), zoneWords(to, zone)];
  if (before !== after) return `${start} ${before} to ${endWords(start, end)} ${after}`;
  if (isShownTwice(from, zone) || isShownTwice(to, zone)) return `${start} to ${endWords(start, end)} ${after}`;
  const untilMidnight = end.endsWith(', 00:00') && formatDay(to - 1, zone) === dayIn(start);
  return `${start} to ${untilMidnight ? '24:00' : endWords(start, end)}`;
}

const dayIn = (text: string) => text.slice(0, text.indexOf(','));

/** The clock alone where the day is the same. */
function endWords(start: string, end: string): string {
  return dayIn(end) === dayIn(start) ? end.slice(end.indexOf(',') + 2) : end;
}

function withoutSeconds(text: string): string {
  return text.replace(/:00$/u, '');
}
