import { callingCodeRules } from './phone-calling-codes';
import { parseInternational } from './phone-plan';

/**
 * A vendor's number in international form with spaces, e.g. `15553031234` as `+1 555 303 1234`. Every digit stays: where the
 * plans would drop a zero or know nothing, the digits are grouped plainly. A value that is not all digits comes back as it is.
 */
export function displayMsisdn(digits: string): string {
  if (!/^\d+$/.test(digits)) return digits;
  const rules = callingCodeRules(digits);
  if (rules === null) return displayUncommon(digits);
  const national = digits.slice(rules.callingCode.length);
  if (rules.trunk?.test(national) === true) return displayUncommon(digits);
  const form = rules.forms.find(({ leading, pattern }) => leading?.test(national) !== false && pattern.test(national));
  if (form === undefined) return `+${rules.callingCode} ${group(national)}`.trim();
  return `+${rules.callingCode} ${spaced(national.replace(form.pattern, form.replacement))}`;
}

/** Numbers of no country (satellites, free phone), and those that parsing may change. */
function displayUncommon(digits: string): string {
  const parsed = parseInternational(digits);
  if (parsed === null) return `+${group(digits)}`;
  if (parsed.msisdn === digits) return spaced(parsed.phone.formatInternational());
  return `+${parsed.callingCode} ${group(digits.slice(parsed.callingCode.length))}`;
}

/** Some plans write hyphens or brackets; one form for all is easier to compare by eye. */
export function spaced(formatted: string): string {
  return formatted.replace(/[^\d+]+/g, ' ').trim();
}

/** Groups of three; the last of two to four, so that no digit stands alone. */
function group(digits: string): string {
  return digits.replace(/\d{3}(?=\d{2})/g, '$& ');
}
