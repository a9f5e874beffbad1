import {
  getCountryCallingCode,
  isSupportedCountry,
  Metadata,
  parsePhoneNumberFromString,
  type CountryCode,
  type PhoneNumber,
} from 'libphonenumber-js/min';

import type { NonEmpty } from './non-empty';

/** The longest international number there can be (ITU-T E.164, 6.1). */
export const LONGEST_MSISDN = 15;

/** Fewer digits are a whole number on a few islands only. */
const FEWEST_DIGITS = 7;

/** What the numbering plans make of some digits. Only lengths are judged (`possible`): validity is never a gate. */
export interface Parsed {
  readonly msisdn: string;
  readonly callingCode: string;
  /** National significant number: no country code, no trunk zero. */
  readonly national: string;
  readonly possible: boolean;
  readonly phone: PhoneNumber;
}

/**
 * Two countries put a digit before mobile numbers called from abroad, or did: Mexico a 1 until 2019 (`+52 1 55 …`, now `+52 55 …`),
 * Argentina a 9 (`+54 9 11 …`, at home `11 15 …`, in many lists `+54 11 …`). With it and without, the same line is reached.
 */
const MEXICAN = /^521?(\d{10})$/;
/** Dialled before long-distance and mobile calls until then; the plans of today do not have it. */
const MEXICAN_PREFIX = /^0(?:1|44|45)(?=\d{10}$)/;
const ARGENTINE = /^54(9?)(\d{10})$/;

/** The forms in international digits that reach the same line, the one to be shown first; for most numbers one. */
export function formsOf(msisdn: string): NonEmpty<string> {
  const mexican = MEXICAN.exec(msisdn)?.[1];
  if (mexican !== undefined) return [`52${mexican}`, `521${mexican}`];
  const [, sign, argentine] = ARGENTINE.exec(msisdn) ?? [];
  return argentine === undefined ? [msisdn] : [msisdn, `54${sign === '9' ? '' : '9'}${argentine}`];
}

/** The readings of one text ask about the same digits again and again; parsing them is what takes the time. */
const MOST_REMEMBERED = 64;
const remembered = new Map<string, Parsed | null>();

/** Reads digits that begin with a country code; null when no plan has it. Drops a trunk zero, so compare with what went in. */
export function parseInternational(digits: string): Parsed | null {
  if (digits.startsWith('0')) return null;
  return once(digits, () => parsed(parsePhoneNumberFromString(`+${digits}`, { extract: false })));
}

/** True for a valid number of some plan; `digits` begin with its country code. */
export function isValidMsisdn(digits: string): boolean {
  return parseInternational(digits)?.phone.isValid() === true;
}

function once(key: string, parse: () => Parsed | null): Parsed | null {
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const read = parse();
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, read);
  return read;
}

/** Reads digits as dialled inside a country; null when they cannot be, or turn out to belong to another country code. */
export function parseNational(digits: string, country: CountryCode): Parsed | null {
  const callingCode = getCountryCallingCode(country);
  // The same by a way three times as fast: ten digits of a North American number, by far the most.
  if (callingCode === '1' && /^[2-9]\d{9}$/.test(digits)) return parseInternational(`1${digits}`);
  const result = once(`${country} ${digits}`, () =>
    parsed(
      parsePhoneNumberFromString(callingCode === '52' ? digits.replace(MEXICAN_PREFIX, '') : digits, {
        defaultCountry: country,
        extract: false,
      }),
    ),
  );
  if (result?.callingCode !== callingCode) return null;
  return digits.length < FEWEST_DIGITS && !hasShortNumbers(country, result) ? null : result;
}

/** The country as the numbering plans write it; null for one they do not know. */
export function knownCountry(country: string): CountryCode | null {
  const code = country.trim().toUpperCase();
  return isSupportedCountry(code) ? code : null;
}

/**
 * What is left of digits after a prefix that dials abroad, `00`, `011` or the country's own; and whether the prefix can be
 * nothing else. (`011` begins ordinary numbers in Leeds and Johannesburg.)
 */
export function dialledAbroad(
  digits: string,
  country: CountryCode | null,
): readonly { readonly rest: string; readonly certain: boolean }[] {
  const own = country === null ? null : rules(country).abroad.exec(digits)?.[0];
  const found = new Map<string, boolean>();
  if (own) found.set(digits.slice(own.length), own.startsWith('0'));
  for (const prefix of ['00', '011']) {
    if (digits.startsWith(prefix) && !found.has(digits.slice(prefix.length))) {
      found.set(digits.slice(prefix.length), prefix === '00' || country === null);
    }
  }
  return [...found].map(([rest, certain]) => ({ rest, certain }));
}

/** How the digits of a country's numbers can be judged too few or too many. Trunk prefixes are not counted. */
export function nationalLengths(country: CountryCode): { readonly shortest: number; readonly longest: number } {
  const { lengths } = rules(country);
  return { shortest: Math.min(...lengths), longest: Math.max(...lengths) };
}

/** Small islands number their phones with four to six digits. Elsewhere so few are a local part or an id, though the plan has such lengths. */
function hasShortNumbers(country: CountryCode, result: Parsed): boolean {
  return nationalLengths(country).longest <= 8 && result.phone.isValid();
}

interface CountryRules {
  readonly abroad: RegExp;
  readonly lengths: readonly number[];
}

const rulesByCountry = new Map<CountryCode, CountryRules>();

function rules(country: CountryCode): CountryRules {
  const known = rulesByCountry.get(country);
  if (known !== undefined) return known;
  const metadata = new Metadata();
  metadata.selectNumberingPlan(country);
  const read: CountryRules = {
    abroad: new RegExp(`^(?:${metadata.numberingPlan?.IDDPrefix() ?? '00'})`),
    lengths: metadata.numberingPlan?.possibleLengths() ?? [7],
  };
  rulesByCountry.set(country, read);
  return read;
}

function parsed(phone: PhoneNumber | undefined): Parsed | null {
  if (phone === undefined) return null;
  const msisdn = phone.number.slice(1);
  const possible = msisdn.length <= LONGEST_MSISDN && (phone.isPossible() || formsOf(msisdn).length > 1);
  return { msisdn, callingCode: phone.countryCallingCode, national: phone.nationalNumber, possible, phone };
}
