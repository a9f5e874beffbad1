import { getCountryCallingCode, type CountryCode } from 'libphonenumber-js/min';

import { callingCodeRules } from './phone-calling-codes';
import { parseNational, type Parsed } from './phone-plan';

/** Longer ones have their area code, however odd they are. */
const MOST_DIGITS_OF_LOCAL = 8;
const BRAZIL = getCountryCallingCode('BR');
/** Brazil's numbers as dialled in their own area look like its few short ones of the whole country, `4004 1234`. */
const BRAZILIAN = /^(?:9[1-9]\d{7}|(?!300|40[02])[2-5]\d{7})$/;

/**
 * True for digits, typed bare, that are what one dials in one's own town in `country`: `496 0123` in Britain. Few ones that are no number
 * at home have lost their area code too, though another country may have its code and so few digits. No vendor's list can be
 * asked about those.
 */
export function isLocal(digits: string, country: CountryCode): boolean {
  const parsed = parseNational(digits, country);
  return parsed?.possible === true ? lacksArea(digits, parsed) : digits.length <= MOST_DIGITS_OF_LOCAL;
}

/**
 * Where numbers carry a zero before the area code, few digits without it that the plan knows as no whole number (freephone,
 * a small town's) have lost that code.
 */
function lacksArea(digits: string, { callingCode, national, phone }: Parsed): boolean {
  if (digits !== national || callingCodeRules(callingCode)?.trunk?.test('0') !== true) return false;
  if (callingCode === BRAZIL && BRAZILIAN.test(digits)) return true;
  return digits.length <= MOST_DIGITS_OF_LOCAL && !phone.isValid();
}
