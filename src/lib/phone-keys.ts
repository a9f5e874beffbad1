import { callingCodeRules } from './phone-calling-codes';
import { parseInternational } from './phone-plan';

/**
 * The digit strings under which a vendor's record answers: its digits as they are and, where the plans read them otherwise (a
 * trunk zero after the country code), the parsed form; for digits stored with `00` or `011` before them, the same of the rest.
 * Takes international digits without `+` and never adds a country code. What is not all digits is its own only key.
 */
export function recordKeys(digits: string): readonly string[] {
  if (!/^\d+$/.test(digits)) return [digits];
  const dialled = /^(?:00|011)(?=[1-9])/.exec(digits)?.[0];
  if (dialled !== undefined) return [digits, ...recordKeys(digits.slice(dialled.length))];
  if (keepsItsDigits(digits)) return [digits];
  const parsed = parseInternational(digits);
  return parsed === null || parsed.msisdn === digits ? [digits] : [digits, parsed.msisdn];
}

/** Quickly tells most digits that parsing would leave alone. */
function keepsItsDigits(digits: string): boolean {
  const rules = callingCodeRules(digits);
  return rules !== null && rules.trunk?.test(digits.slice(rules.callingCode.length)) !== true;
}
