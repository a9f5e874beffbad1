import { offsetAt, zoneNameAt } from './zoned-time-offset';

export { formatIsoUtc } from './iso-utc';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

// A wall clock is kept as the instant at which UTC shows the same fields: the UTC getters below never touch the browser's zone.

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

function dayWords(wall: Date): string {
  return `${wall.getUTCDate()} ${MONTHS[wall.getUTCMonth()] ?? ''} ${wall.getUTCFullYear()}`;
}

function clockWords(wall: Date): string {
  return `${twoDigits(wall.getUTCHours())}:${twoDigits(wall.getUTCMinutes())}:${twoDigits(wall.getUTCSeconds())}`;
}

/** An offset in ms east of UTC as ISO 8601 writes it: '+11:00', '-03:30', '+00:00'. */
export function formatOffset(offset: number): string {
  const minutes = Math.abs(offset) / 60_000;
  return `${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(Math.floor(minutes % 60))}`;
}

/** '21 Nov 2026, 09:30:12' on the zone's clock; instant in ms UTC. Like all formats here, throws RangeError for an instant no Date can hold. */
export function formatDateTime(instant: number, zone: string): string {
  const wall = checked(instant + offsetAt(instant, zone));
  return `${dayWords(wall)}, ${clockWords(wall)}`;
}

/** '21 Nov 2026, 09:30:12 AEDT (UTC+11:00)'; a clock without a name gives 'UTC+05:45' alone, UTC gives 'UTC'. */
export function formatDateTimeWithZone(instant: number, zone: string): string {
  return `${formatDateTime(instant, zone)} ${zoneWords(instant, zone)}`;
}

/** The zone's clock at an instant: 'AEDT (UTC+11:00)', 'UTC+05:45' when it has no name, 'UTC'. */
export function zoneWords(instant: number, zone: string): string {
  const name = zoneNameAt(instant, zone);
  if (name === 'UTC') return name;
  const offset = `UTC${formatOffset(offsetAt(instant, zone))}`;
  return /^GMT./u.test(name) ? offset : `${name} (${offset})`;
}

/** ISO 8601 on the zone's clock, with its offset: '2026-11-21T09:30:12.123+11:00'. */
export function formatIsoLocal(instant: number, zone: string): string {
  const offset = offsetAt(instant, zone);
  return new Date(instant + offset).toISOString().slice(0, -1) + formatOffset(offset);
}

/** '20 Nov 2026, 22:30:12 UTC'. */
export function formatUtc(instant: number): string {
  const wall = checked(instant);
  return `${dayWords(wall)}, ${clockWords(wall)} UTC`;
}

/** '21 Nov 2026': the zone's day at an instant. */
export function formatDay(instant: number, zone: string): string {
  return dayWords(checked(instant + offsetAt(instant, zone)));
}

function checked(wall: number): Date {
  const date = new Date(wall);
  if (Number.isNaN(date.getTime())) throw new RangeError(`Not an instant: ${wall}`);
  return date;
}
