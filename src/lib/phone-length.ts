import { getCountryCallingCode, type CountryCode } from 'libphonenumber-js/min';

import { mapNonEmpty, type NonEmpty } from './non-empty';
import { callingCodeRules } from './phone-calling-codes';
import { endsGroupsLike } from './phone-groups';
import { dialledAbroad, nationalLengths, parseInternational, parseNational } from './phone-plan';
import type { Candidate } from './phone-scan';
import type { OffByOne, Reading } from './phone-types';

/**
 * Marks readings of bare digits that are one too few or too many for the default country and only therefore can be another one's:
 * `270555187` is looked up as South Africa's +27…, and says so. Where the digits stand in the groups of the default country,
 * `270 555 187`, a slip is likelier than a foreign number: looked up all the same, but finding nothing proves nothing.
 */
export function markLength(
  candidate: Candidate,
  readings: NonEmpty<Reading>,
  country: CountryCode | null,
): NonEmpty<Reading> {
  const off = country === null ? null : offByOne(candidate, readings, country);
  if (country === null || off === null) return readings;
  const isSlip = isGroupedAtHome(candidate, off, country);
  return mapNonEmpty(readings, (one) => {
    const { callingCode, phone } = parseInternational(one.msisdn) ?? {};
    // `27 555 5187`: the country code is a group of its own.
    if (isSlip && candidate.groups[0] !== callingCode) return { ...one, possible: false };
    return { ...one, offByOne: { ...off, readAs: phone?.country ?? phone?.getPossibleCountries()[0] ?? null } };
  });
}

type Off = Omit<OffByOne, 'readAs'>;

function offByOne({ plus, groups }: Candidate, readings: NonEmpty<Reading>, country: CountryCode): Off | null {
  const digits = groups.join('');
  const { shortest, longest } = nationalLengths(country);
  const off = digits.length === shortest - 1 ? 'short' : digits.length === longest + 1 ? 'long' : null;
  if (off === null || plus || isAtHome(readings, country) || dialledAbroad(digits, country).length > 0) return null;
  return { digits: digits.length, off, country };
}

/** Where numbers are written with a trunk zero, digits without one are meant as international ones. */
function isAtHome(readings: NonEmpty<Reading>, country: CountryCode): boolean {
  const code = getCountryCallingCode(country);
  return (
    callingCodeRules(code)?.trunk?.test('0') === true ||
    readings.some(({ as, msisdn }) => as === 'national' || msisdn.startsWith(code))
  );
}

/** True when the groups are a national number's once a digit is added to, or taken from, one of them. */
function isGroupedAtHome({ groups }: Candidate, { off }: Off, country: CountryCode): boolean {
  if (groups.length < 2) return false;
  return groups.some((group, index) => {
    const mended = groups.with(index, off === 'short' ? `${group}0` : group.slice(0, -1));
    const parsed = mended.includes('') ? null : parseNational(mended.join(''), country);
    return parsed?.possible === true && endsGroupsLike(mended, parsed);
  });
}
