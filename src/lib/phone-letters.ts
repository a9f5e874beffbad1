import { parseInternational } from './phone-plan';
import type { Candidate } from './phone-scan';
import type { Reading } from './phone-types';

/** Keys of a telephone that carry A to Z (ITU-T E.161). */
const KEYPAD = '22233344455566677778889999';
/** Letters right at the end of the digits, or signs that stand for digits left out, also after a gap. */
const AFTER = /^(?:[-.]?([A-Za-z]{1,11})|[ .()-]*([*?_#]{1,11}|[xX]{2,11}(?![A-Za-z])))/;

/**
 * True when letters or asterisks right behind the digits make a whole number together with them: `+44 7700 900FUN`,
 * `+1 555 303 ****`. Then the digits alone are a part, even where the part is a possible number too. A name behind a whole
 * number makes it too long instead.
 */
export function hidesDigits(text: string, candidate: Candidate, reading: Reading): boolean {
  const tail = AFTER.exec(text.slice(candidate.ends.at(-1) ?? text.length));
  const signs = tail?.[1] ?? tail?.[2];
  if (signs === undefined) return false;
  const digits = reading.msisdn + signs.toUpperCase().replace(/./g, keyOf);
  return parseInternational(digits)?.possible === true;
}

/** True when a letter or a sign for a digit stands right before or after the digits, or after a hyphen or dot. */
export function touchesLetters(text: string, candidate: Candidate): boolean {
  const before = text.slice(Math.max(0, candidate.from - 2), candidate.from);
  const after = text.slice(candidate.ends.at(-1) ?? text.length);
  return /[\p{L}*?_#][-.]?$/u.test(before) || /^[-.]?\p{L}/u.test(after) || AFTER.test(after);
}

function keyOf(letter: string): string {
  return KEYPAD[letter.charCodeAt(0) - 65] ?? '0';
}
