import { wallOf } from './zoned-time';

/** One end of a range as people write it, on the clock of the page's zone. */
export interface Moment {
  /** 'YYYY-MM-DD', a day that exists. */
  readonly day: string;
  /** 'HH:mm' or 'HH:mm:ss'; null for the day as a whole. */
  readonly time: string | null;
}

/** What to write, for the hint and the error of a date field. */
export const MOMENT_HINT = 'Write a day, such as 2026-11-21, or a local time, such as 2026-11-21 09:30.';

/** A day whose month may be its first number or its second. */
const TWO_WAYS = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?=\s|$)/u;

/** What is wrong with a text that `parseMoment` refuses, and how to write it. */
export function momentProblem(text: string): string {
  const typed = text.trim();
  const noSuchDay = calendarProblem(typed);
  if (noSuchDay !== null) return noSuchDay;
  const [written, one, other] = TWO_WAYS.exec(typed) ?? [];
  if (written === undefined || Number(one) > 12 || Number(other) > 12) return MOMENT_HINT;
  return `${written} can mean different days in different countries. Write 2026-11-21 or 21 Nov 2026.`;
}

/** Why a day written as it should be is on no calendar; null for any other text. */
function calendarProblem(text: string): string | null {
  const [day, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)(?=$|[\sTt])/u.exec(text) ?? [];
  if (day === undefined || Number(date) === 0 || Number(month) === 0) return null;
  if (Number(month) > 12) return `${day} is on no calendar: a year has 12 months.`;
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return Number(date) > days ? `${day} is on no calendar: that month has ${days} days.` : null;
}

const DAY = 86_400_000;
const MOMENT = /^(\d{4}-\d\d-\d\d)(?:(?:\s+|[Tt])(\d{1,2}:\d\d(?::\d\d)?))?$/u;

/**
 * Reads '2026-11-21', '2026-11-21 09:30', '2026-11-21T09:30' and the same with seconds, with space around; null for anything
 * else. What is read is written again and compared, because Date takes 31 February for 3 March. Years before 100 are refused.
 */
export function parseMoment(text: string): Moment | null {
  const [, day, clock] = MOMENT.exec(text.trim()) ?? [];
  if (day === undefined) return null;
  const moment: Moment = { day, time: clock === undefined ? null : clock.padStart(clock.length < 6 ? 5 : 8, '0') };
  const written = new Date(momentWall(moment));
  if (Number.isNaN(written.getTime())) return null;
  const iso = written.toISOString();
  const time = moment.time;
  return iso.startsWith(day) && (time === null || iso.slice(11, 11 + time.length) === time) ? moment : null;
}

/** The form in a URL: '2026-11-21', '2026-11-21T09:30'; `parseMoment` reads it back. */
export function serializeMoment({ day, time }: Moment): string {
  return time === null ? day : `${day}T${time}`;
}

/** The wall clock of a moment, its fields read as if UTC, ms; a day means its midnight. NaN when there is no such clock. */
export function momentWall({ day, time }: Moment): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const [hours = 0, minutes = 0, seconds = 0] = time === null ? [] : time.split(':').map(Number);
  return Date.UTC(year, month - 1, date, hours, minutes, seconds);
}

/** The day on the zone's calendar at an instant (ms UTC): 'YYYY-MM-DD'. */
export function dayOf(instant: number, zone: string): string {
  return new Date(wallOf(instant, zone)).toISOString().slice(0, 10);
}

/** The day `count` days after (before, when negative) a day of the calendar, 'YYYY-MM-DD'. */
export function moveDay(day: string, count: number): string {
  return new Date(momentWall({ day, time: null }) + count * DAY).toISOString().slice(0, 10);
}
