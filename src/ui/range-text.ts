/** A range as it stands in the URL: `2026-11-21` or `2026-11-21T09:30`; an empty text names no bound. */
export interface RangeText {
  readonly from: string;
  readonly to: string;
}

const DATE = String.raw`\d{4}[-/.]\d{1,2}[-/.]\d{1,2}`;
const MOMENT = String.raw`${DATE}(?:[T ]+\d{1,2}:\d{2})?`;
const PASTED_RANGE = new RegExp(
  String.raw`^\s*(${MOMENT})\s*(?:–|—|-|to|until|\.{2,3}|,|;|/|\s)\s*(${MOMENT})\s*$`,
  'iu',
);

/**
 * Brings a typed or pasted bound into URL form: year first, whatever the separator, one digit or two. Text that is not of
 * this kind comes back trimmed, for the check to name what is wrong with it. 21/11/2026 is not guessed at.
 */
export function normalizeBound(typed: string): string {
  const text = typed.trim();
  const found = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2}))?$/u.exec(text);
  if (found === null) return text;
  const [, year = '', month = '', day = '', hour, minute] = found;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return hour === undefined || minute === undefined ? date : `${date}T${hour.padStart(2, '0')}:${minute}`;
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
