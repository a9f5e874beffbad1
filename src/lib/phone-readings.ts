import type { CountryCode } from 'libphonenumber-js/min';

import { displayMsisdn } from './phone-display';
import { dialledAbroad, LONGEST_MSISDN, parseInternational, parseNational, type Parsed } from './phone-plan';
import type { Reading } from './phone-types';

/** The fewest digits looked up although no plan finds them possible; vendors hold odd values, but none this short is a number. */
const FEWEST_ODD_DIGITS = 7;
/** A bare number this short is rather a local one without its area code than one of the few seven-digit international ones. */
const FEWEST_BARE_INTERNATIONAL_DIGITS = 8;

/** Readings of digits that were written with `+`. Empty when the plans find none possible. */
export function explicitReadings(digits: string, country: CountryCode | null): readonly Reading[] {
  if (!digits.startsWith('0')) return merge([international(digits)]);
  // No country code begins with 0: a dialling prefix or a national number was put after the plus.
  const dialled = /^(?:00|011)/.exec(digits)?.[0];
  const abroad = dialled === undefined ? null : international(digits.slice(dialled.length));
  return merge([abroad ?? national(digits, country)]);
}

/**
 * Readings of digits without `+`: national of the default country first, already international second, each where possible.
 * `groups` as a text has them: a country code is never split by a gap.
 */
export function bareReadings(groups: readonly string[], country: CountryCode | null): readonly Reading[] {
  const digits = groups.join('');
  const dialled = dialledAbroad(digits, country);
  const firstGroup = (rest: string): number => digitsToGap(groups, digits.length - rest.length);
  const abroad = validFirst(merge(dialled.map(({ rest }) => international(rest, firstGroup(rest)))));
  if (dialled.some(({ certain }) => certain) && (digits.startsWith('00') || abroad.length > 0)) return abroad;
  const already = digits.length < FEWEST_BARE_INTERNATIONAL_DIGITS ? null : international(digits, firstGroup(digits));
  const inCountry = national(digits, country);
  // A list may hold the number as it was typed here, without a country code: then these digits are a spelling of it too.
  const spelled = inCountry === null || already !== null ? inCountry : withKey(inCountry, digits);
  return merge([spelled, already, ...abroad]);
}

/** How many digits stand between the first `skipped` ones and the gap after them. */
function digitsToGap(groups: readonly string[], skipped: number): number {
  let end = 0;
  for (const group of groups) if ((end += group.length) > skipped) break;
  return end - skipped;
}

/** Digits no plan finds possible, to be looked up as they are; null when they are too few or too many for that. */
export function oddReading(digits: string): Reading | null {
  const rest = digits.replace(/^(?:00|011)(?=[1-9])/, '');
  if (rest.length < FEWEST_ODD_DIGITS || rest.length > LONGEST_MSISDN) return null;
  const keys = [rest, parseInternational(rest)?.msisdn ?? rest, digits];
  return reading({ msisdn: rest, as: 'international', country: null, keys, possible: false });
}

/** Puts the readings that are valid numbers first, else keeps their order. Validity only sorts: all are looked up. */
export function validFirst(readings: readonly Reading[]): readonly Reading[] {
  if (readings.length < 2) return readings;
  const isValid = ({ msisdn }: Reading): boolean => parseInternational(msisdn)?.phone.isValid() === true;
  return [...readings.filter(isValid), ...readings.filter((reading) => !isValid(reading))];
}

/** Joins readings of the same number; the first one's words stay, the keys of all are kept. */
export function merge(readings: readonly (Reading | null)[]): readonly Reading[] {
  const merged: Reading[] = [];
  for (const next of readings) {
    if (next === null) continue;
    const index = merged.findIndex(({ msisdn }) => msisdn === next.msisdn);
    const same = merged[index];
    if (same === undefined) merged.push(next);
    else merged[index] = reading({ ...same, keys: [...same.keys, ...next.keys] });
  }
  return merged;
}

function international(digits: string, firstGroup = digits.length): Reading | null {
  const parsed = parseInternational(digits);
  if (parsed === null || !parsed.possible || parsed.callingCode.length > firstGroup) return null;
  if (digits.length > LONGEST_MSISDN + 1) return null;
  // `+4407700…` is +44 7700…; but where a zero is left after the one taken away, it was no trunk zero: `4400111222`.
  const msisdn = parsed.national.startsWith('0') && digits.length <= LONGEST_MSISDN ? digits : parsed.msisdn;
  return reading({ msisdn, as: 'international', country: null, keys: [digits, parsed.msisdn], possible: true });
}

function national(digits: string, country: CountryCode | null): Reading | null {
  if (country === null) return null;
  const parsed = parseNational(digits, country);
  if (parsed === null || !parsed.possible) return null;
  const { msisdn } = parsed;
  if (msisdn === digits) return reading({ msisdn, as: 'international', country: null, keys: [], possible: true });
  return reading({ msisdn, as: 'national', country, keys: [], possible: !isForeignForm(parsed) });
}

/**
 * In North America no area code begins with 0 or 1 (NANP: NPA = NXX, N = 2-9): digits that do are another country's way of writing,
 * such as Australia's `0491 570 000`. They are looked up as they are, but finding nothing proves nothing.
 */
function isForeignForm({ callingCode, national: digits }: Parsed): boolean {
  return callingCode === '1' && /^[01]/.test(digits);
}

function withKey(one: Reading, key: string): Reading {
  return reading({ ...one, keys: [...one.keys, key] });
}

function reading(parts: Omit<Reading, 'display' | 'keys'> & { readonly keys: readonly string[] }): Reading {
  const { msisdn, as, country, possible } = parts;
  const [, ...others] = new Set([msisdn, ...parts.keys]);
  return { msisdn, as, country, display: displayMsisdn(msisdn), keys: [msisdn, ...others], possible };
}
