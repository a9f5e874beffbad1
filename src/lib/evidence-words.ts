import { wellFormed } from './well-formed';
import { formatDateTimeWithZone, formatUtc } from './zoned-time';

/** Longer texts of a vendor are cut in evidence, in UTF-16 units. */
const MOST_OF_A_TEXT = 2000;

/**
 * A vendor's text on one line of evidence: without control and bidi characters, so that it cannot pose as a line of ours, and cut
 * when very long, saying how long it was.
 */
export function oneLine(text: string): string {
  const cut = text.length > MOST_OF_A_TEXT;
  const line = wellFormed(cut ? text.slice(0, MOST_OF_A_TEXT).replace(/[\uD800-\uDBFF]$/u, '') : text)
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/\p{Bidi_Control}/gu, '')
    .trim();
  return cut ? `${line}… (${text.length.toLocaleString('en-US')} characters)` : line;
}

/** "30 Jul 2020, 15:18:52 UTC (30 Jul 2020, 08:18:52 PDT (UTC-07:00))", or words when the vendor gave no time (null). */
export function instantWords(instant: number | null, zone: string): string {
  if (instant === null) return 'not given by the vendor in a form that can be read';
  return zone === 'UTC' ? formatUtc(instant) : `${formatUtc(instant)} (${formatDateTimeWithZone(instant, zone)})`;
}
