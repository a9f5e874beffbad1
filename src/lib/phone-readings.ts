import { getCountryCallingCode, type CountryCode } from 'libphonenumber-js/min';

import { callingCodeRules } from './phone-calling-codes';
import { displayMsisdn } from './phone-display';
import { isLocal } from './phone-local';
import {
  dialledAbroad,
  formsOf,
  isValidMsisdn,
  LONGEST_MSISDN,
  parseInternational,
  parseNational,
  type Parsed,
} from './phone-plan';
import type { Reading } from './phone-types';

/** The fewest digits looked up although no plan finds them possible; vendors hold odd values, but none this short is a number. */
const FEWEST_ODD_DIGITS = 7;
/** A bare number this short is rather a local one without its area code than one of the few seven-digit international ones. */
const FEWEST_BARE_INTERNATIONAL_DIGITS = 8;

/** The plans of Germany and its like call nearly all lengths valid. Longer ones are hardly anybody's, without their country code. */
const LONGEST_SURELY_VALID = 11;

/** Readings of digits that were written with `+`. Empty when the plans find none possible. */
export function explicitReadings(digits: string, country: CountryCode | null): readonly Reading[] {
  return spelledAtHome(explicit(digits, country), country);
}

/**
 * Readings of digits without `+`: national of the default country first, already international second, each where possible.
 * `groups` as a text has them: a country code is never split by a gap.
 */
export function bareReadings(groups: readonly string[], country: CountryCode | null): readonly Reading[] {
  return spelledAtHome(bare(groups, country), country);
}

/**
 * A list may hold numbers of the default country as people write them at home, with a trunk zero or without a country code: those digits
 * are spellings of the number too, however it was written here, unless they are an international number.
 */
function spelledAtHome(readings: readonly Reading[], country: CountryCode | null): readonly Reading[] {
  const rules = country === null ? null : callingCodeRules(getCountryCallingCode(country));
  if (rules === null) return readings;
  return readings.map((one) => {
    if (!one.possible || !one.msisdn.startsWith(rules.callingCode)) return one;
    const digits = one.msisdn.slice(rules.callingCode.length);
    if (digits.length < FEWEST_ODD_DIGITS || digits.startsWith('0')) return one;
    const isOwn = international(digits) === null;
    return withKeys(one, [...(rules.trunk?.test('0') === true ? [`0${digits}`] : []), ...(isOwn ? [digits] : [])]);
  });
}

function explicit(digits: string, country: CountryCode | null): readonly Reading[] {
  if (!digits.startsWith('0')) return merge([behindSecondCode(digits), international(digits)]);
  // No country code begins with 0: a dialling prefix or a national number was put after the plus.
  const dialled = /^(?:00|011)/.exec(digits)?.[0];
  const abroad = dialled === undefined ? null : international(digits.slice(dialled.length));
  return merge([abroad ?? national(digits, country)]);
}

function bare(groups: readonly string[], country: CountryCode | null): readonly Reading[] {
  const digits = groups.join('');
  // Nobody writes `01 1 20…` for `011 20…`.
  const dialled = dialledAbroad(digits, country).filter(
    ({ rest }) => (groups[0] ?? '') !== '01' || digits.length - rest.length !== 3,
  );
  const firstGroup = (rest: string): number => digitsToGap(groups, digits.length - rest.length);
  const abroad = validFirst(merge(dialled.map(({ rest }) => international(rest, firstGroup(rest)))));
  if (dialled.some(({ certain }) => certain) && (digits.startsWith('00') || abroad.length > 0)) return abroad;
  const already = digits.length < FEWEST_BARE_INTERNATIONAL_DIGITS ? null : international(digits, firstGroup(digits));
  const inCountry = national(digits, country);
  // What was typed here is a spelling of it in any case: a local part too, for one.
  const spelled = inCountry === null || already !== null ? inCountry : withKeys(inCountry, [digits]);
  // `434 310 0000` is a number of Virginia, and no Austrian one: so short, what may be one at home is.
  const isAtHome = inCountry?.possible === true && digits.length <= LONGEST_SURELY_VALID;
  const second = isAtHome ? null : behindSecondCode(digits);
  const twice = country === null ? [] : [behindOwnCode(digits, country), second];
  const readings = merge([...twice, spelled, already, ...abroad]);
  // Digits of one's own town are not another country's number either.
  return country !== null && isLocal(digits, country) ? readings.map((one) => ({ ...one, possible: false })) : readings;
}

/** `+91 91 81…`: programs put a country code before one. Where only what is behind it is valid, that is looked up too. */
function behindSecondCode(digits: string): Reading | null {
  const code = callingCodeRules(digits)?.callingCode ?? '';
  const rest = digits.slice(code.length);
  if (code === '' || !rest.startsWith(code) || !isValidMsisdn(rest)) return null;
  const isSecond = rest.length > LONGEST_SURELY_VALID || !isValidMsisdn(digits);
  return isSecond ? international(rest) : null;
}

/** `091 81…` in India: a zero or two are missing, or it is one too many. */
function behindOwnCode(digits: string, country: CountryCode): Reading | null {
  const code = getCountryCallingCode(country);
  const hasTrunk = digits.startsWith(`0${code}`) && callingCodeRules(code)?.trunk?.test('0') === true;
  return hasTrunk ? behindSecondCode(code + digits.slice(1)) : null;
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
  return [
    ...readings.filter(({ msisdn }) => isValidMsisdn(msisdn)),
    ...readings.filter(({ msisdn }) => !isValidMsisdn(msisdn)),
  ];
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
  const keys = [digits, parsed.msisdn];
  return reading({ msisdn, as: 'international', country: null, keys, possible: !hasNoArea(parsed) });
}

function national(digits: string, country: CountryCode | null): Reading | null {
  if (country === null) return null;
  const parsed = parseNational(digits, country);
  if (parsed === null || !parsed.possible) return null;
  const { msisdn } = parsed;
  if (msisdn === digits) return reading({ msisdn, as: 'international', country: null, keys: [], possible: true });
  return reading({
    msisdn,
    as: 'national',
    country,
    keys: [],
    possible: !isForeignForm(parsed) && !keepsZero(parsed) && !hasNoArea(parsed),
  });
}

/**
 * Argentina's mobile numbers as dialled in their own area, `15 2345 6789`: its only area code with a 1 is 11. Canada has numbers of
 * seven digits, `310-1234`, which look like any local one of North America.
 */
function hasNoArea({ callingCode, national: digits }: Parsed): boolean {
  return (callingCode === '54' && /^9?1[02-9]/.test(digits)) || (callingCode === '1' && digits.length < 10);
}

/** `07700 9001` in Britain: parsing leaves the trunk zero where a number without it would be too short. */
function keepsZero({ callingCode, national: digits }: Parsed): boolean {
  return digits.startsWith('0') && callingCodeRules(callingCode)?.trunk?.test('0') === true;
}

/**
 * In North America no area code begins with 0 or 1 (NANP: NPA = NXX, N = 2-9): digits that do are another country's way of writing,
 * such as Australia's `0491 570 000`. They are looked up as they are, but finding nothing proves nothing.
 */
function isForeignForm({ callingCode, national: digits }: Parsed): boolean {
  return callingCode === '1' && /^[01]/.test(digits);
}

function withKeys(one: Reading, keys: readonly string[]): Reading {
  return reading({ ...one, keys: [...one.keys, ...keys] });
}

function reading(parts: Omit<Reading, 'display' | 'keys'> & { readonly keys: readonly string[] }): Reading {
  const { as, country, possible } = parts;
  const [msisdn, ...forms] = formsOf(parts.msisdn);
  const [, ...others] = new Set([msisdn, ...parts.keys, ...forms]);
  return { msisdn, as, country, display: displayMsisdn(msisdn), keys: [msisdn, ...others], possible };
}
