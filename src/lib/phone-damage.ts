import type { CountryCode } from 'libphonenumber-js/min';

import { isValid } from './phone-groups';
import { parseInternational, parseNational } from './phone-plan';
import type { Candidate } from './phone-scan';

/** Dots that stand for digits left out: no number has two in a row. */
const LEFT_OUT = /\.{2,}/;
/** A letter or two, or signs for digits, with digits on either side: `555 O3O 1234`, `4?95`. */
const THEN_DIGITS = /^(?:\p{L}{1,2}|[*?_]{1,11})\d/u;
const AFTER_DIGITS = /\d(?:\p{L}{1,2}|[*?_]{1,11})$/u;
/** Signs or letters that may be the rest of a number; a blanked extension among them; and the digits behind. */
const REST =
  /^(?:[\s.()-]{0,3}([*?_#]{1,11}|[xX]{2,11}(?!\p{L}))|[-.]?(\p{L}{1,4})(?!\p{L})|\s{0,3}(\|{1,12}))[\s.()-]{0,2}(\d{0,6})/u;
/** A text cut off: `+44 7700 9001...`. */
const CUT_OFF = /^\s?\.{2,}/;
/** One sign may stand for several digits left out: `…` comes here as one. */
const MOST_LEFT_OUT = 6;

/**
 * True when the digits are what is left of a number: something in them, or right behind them, stands where other digits belong.
 * Such a part often is a number of another country, and would be looked up, not found, and believed.
 */
export function isFragment(text: string, candidate: Candidate, country: CountryCode | null): boolean {
  const { from, ends, gaps, groups, plus } = candidate;
  const after = text.slice(ends.at(-1) ?? text.length);
  if (gaps.some((gap) => LEFT_OUT.test(gap)) || THEN_DIGITS.test(after)) return true;
  if (AFTER_DIGITS.test(text.slice(Math.max(0, from - 12), from))) return true;
  if (country === null) return false;
  return isCutOff(after, candidate, country) || (!plus && isCompletedBy(after, groups.join(''), country));
}

/** True for digits before dots that are no valid number, and a possible one with more behind them. */
function isCutOff(after: string, candidate: Candidate, country: CountryCode): boolean {
  if (!CUT_OFF.test(after) || isValid(candidate, country)) return false;
  const digits = candidate.groups.join('');
  for (let count = 1; count <= MOST_LEFT_OUT; count += 1) {
    const more = digits + '0'.repeat(count);
    if (candidate.plus ? parseInternational(more)?.possible === true : isWhole(more, country)) return true;
  }
  return false;
}

/** True when digits that are no whole number of the country become one with what stands behind them. */
function isCompletedBy(after: string, digits: string, country: CountryCode): boolean {
  const [, signs, letters, blanked, behind = ''] = REST.exec(after) ?? [];
  const missing = (signs ?? letters ?? blanked)?.length;
  if (missing === undefined || isWhole(digits, country)) return false;
  const most = signs?.length === 1 ? MOST_LEFT_OUT : missing;
  for (let count = missing; count <= most; count += 1) {
    if (isWhole(digits + '0'.repeat(count) + behind, country)) return true;
  }
  return false;
}

function isWhole(digits: string, country: CountryCode): boolean {
  return parseNational(digits, country)?.possible === true;
}
