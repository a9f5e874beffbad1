/** A range as it stands in the URL: `2026-11-21` or `2026-11-21T09:30`; an empty text names no bound. */
export interface RangeText {
  readonly from: string;
  readonly to: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

const YEAR_FIRST = String.raw`(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})`;
const COMPACT = String.raw`(\d{4})(\d{2})(\d{2})`;
const DAY_FIRST = String.raw`(\d{1,2})(?:st|nd|rd|th)?[-\s]+(${MONTH})\.?,?[-\s]+(\d{4})`;
const MONTH_FIRST = String.raw`(${MONTH})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})`;
const CLOCK = String.raw`(?:(?:T|,?\s+)(\d{1,2}):(\d{2}))?`;

/** The ways to write a day that leave no doubt which one it is, and where its parts stand in the match. */
const WRITINGS = [
  { pattern: YEAR_FIRST, order: [0, 1, 2] },
  { pattern: COMPACT, order: [0, 1, 2] },
  { pattern: DAY_FIRST, order: [2, 1, 0] },
  { pattern: MONTH_FIRST, order: [2, 0, 1] },
].map(({ pattern, order }) => ({ order, bound: new RegExp(`^${pattern}${CLOCK}$`, 'iu') }));

const uncaptured = (pattern: string) => pattern.replaceAll(/\((?!\?)/g, '(?:');
const ANY = [YEAR_FIRST, COMPACT, DAY_FIRST, MONTH_FIRST].map(uncaptured).join('|');
const MOMENT = `(?:${ANY})${uncaptured(CLOCK)}`;
const PASTED_RANGE = new RegExp(
  String.raw`^\s*(${MOMENT})\s*(?:–|—|-|to|until|\.{2,3}|,|;|/|\s)\s*(${MOMENT})\s*$`,
  'iu',
);

/**
 * Brings a typed or pasted bound into URL form: year first whatever the separator, `20261101`, `1 Nov 2026`, `Nov 1, 2026`. Text
 * that is not of this kind comes back trimmed, for the check to name what is wrong with it. 01/11/2026 is not guessed at.
 */
export function normalizeBound(typed: string): string {
  const text = typed.trim();
  for (const { bound, order } of WRITINGS) {
    const found = bound.exec(text);
    if (found === null) continue;
    const [year = '', month = '', day = ''] = order.map((place) => found[place + 1] ?? '');
    const [hour, minute] = [found[4], found[5]];
    const date = `${year}-${monthNumber(month)}-${day.padStart(2, '0')}`;
    return hour === undefined || minute === undefined ? date : `${date}T${hour.padStart(2, '0')}:${minute}`;
  }
  return text;
}

/** '01' to '12' for a month by name or number; whatever else is written as it is, with two digits. */
function monthNumber(month: string): string {
  const named = MONTHS.findIndex((name) => month.toLowerCase().startsWith(name));
  return named < 0 ? month.padStart(2, '0') : String(named + 1).padStart(2, '0');
}

/** A bound as people read it: a space where the URL has a `T`. */
export function displayBound(bound: string): string {
  return bound.replace(/^(\d{4}-\d{2}-\d{2})T/u, '$1 ');
}

/** Both bounds of a range pasted as one text, e.g. `2026-11-01 – 2026-11-21`; null when it is not one. */
export function readPastedRange(text: string): RangeText | null {
  const found = PASTED_RANGE.exec(text);
  return found === null ? null : { from: normalizeBound(found[1] ?? ''), to: normalizeBound(found[2] ?? '') };
}

/** The day of a bound, `YYYY-MM-DD`; null when it has none that a calendar could show. */
export function dayOfBound(bound: string): string | null {
  const day = /^\d{4}-\d{2}-\d{2}/u.exec(bound)?.[0];
  if (day === undefined) return null;
  const read = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== day ? null : day;
}
