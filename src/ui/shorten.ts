import { formatCount } from './counts';

/** Longer texts are cut in a table cell, in characters. */
const MOST_IN_CELL = 120;
/** In a details panel: a browser takes seconds to lay out a megabyte. */
const MOST_IN_PANEL = 500;
/** Of a whole record, as the vendor sent it. */
const MOST_OF_RECORD = 4000;

/** The text, cut after `most` characters, with how long it was; never in the middle of a surrogate pair. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most).replace(/[\uD800-\uDBFF]$/u, '');
  return `${head}… (${formatCount(text.length)} characters)`;
}

/** A vendor's text as a table cell shows it; Details shows more of it, CSV all. */
export function inCell(text: string): string {
  return shorten(text, MOST_IN_CELL);
}

/** A vendor's text as a details panel shows it; all of it is in the CSV, and one press copies it (`CopyWhole`). */
export function inPanel(text: string): string {
  return shorten(text, MOST_IN_PANEL);
}

/** A record as the vendor sent it, as text: `shown` in a panel, `whole` to be copied. */
export function recordText(record: unknown): { readonly shown: string; readonly whole: string } {
  const whole = JSON.stringify(record, null, 2);
  return { shown: shorten(whole, MOST_OF_RECORD), whole };
}
