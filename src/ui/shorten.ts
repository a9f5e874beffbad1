import { formatCount } from '../../../ui/counts';

/** Longer texts are cut in a table cell, in characters. */
const MOST_IN_CELL = 120;

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
