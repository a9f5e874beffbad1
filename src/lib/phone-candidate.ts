import type { CountryCode } from 'libphonenumber-js/min';

import { isNonEmpty, type NonEmpty } from './non-empty';
import { hasLeftover, partsInDoubt, splitNumbers } from './phone-groups';
import { LONGEST_MSISDN, nationalLengths, parseNational } from './phone-plan';
import type { NumberProblem } from './phone-problems';
import { bareReadings, explicitReadings, merge, oddReading, validFirst } from './phone-readings';
import type { Candidate } from './phone-scan';
import type { Reading } from './phone-types';

/** What one run of digits is. */
export type Judged =
  | { readonly kind: 'number'; readonly candidate: Candidate; readonly readings: NonEmpty<Reading> }
  /** Possible in no plan, yet fit to be looked up by its digits when nothing speaks against it. */
  | { readonly kind: 'odd'; readonly candidate: Candidate; readonly readings: NonEmpty<Reading> }
  | { readonly kind: 'several'; readonly candidates: readonly Candidate[] }
  /** A few digits beside a name or a number: a house number, an id, the end of something. */
  | { readonly kind: 'short'; readonly candidate: Candidate }
  | { readonly kind: 'no'; readonly problem: NumberProblem };

const FEWEST_DIGITS = 7;
/** E.164's fifteen, a dialling prefix and a trunk zero. */
const MOST_DIGITS = LONGEST_MSISDN + 4;

/** Reads one candidate. Where digits could be taken for a wrong number, it says so instead. */
export function judge(candidate: Candidate, country: CountryCode | null): Judged {
  const { groups, plus } = candidate;
  const digits = groups.join('');
  const parts = splitNumbers(candidate, country);
  if (parts !== null && parts.length > 0) return { kind: 'several', candidates: parts };
  if (parts !== null) return { kind: 'no', problem: 'unclear' };
  if (digits.length > MOST_DIGITS) return { kind: 'no', problem: 'too-long' };
  const readings = read(candidate, digits, country);
  if (!isNonEmpty(readings)) return unread(candidate, digits, country);
  const already = !plus && readings[0].as === 'international';
  const formed = already && digits.startsWith('0') ? withoutDialling(candidate, digits, readings[0]) : candidate;
  // Digits that only make sense as a country code and more: nobody writes those after a whole number of this country.
  const doubtful = already && !digits.startsWith('00');
  if (hasLeftover(formed, country, false) || (doubtful && hasLeftover(candidate, country, true))) {
    return { kind: 'no', problem: 'unclear' };
  }
  return { kind: 'number', candidate, readings: withParts(candidate, readings, country, doubtful) };
}

/** Digits that may be a number and, in part, another one: all are looked up, the valid ones first. */
function withParts(
  candidate: Candidate,
  readings: NonEmpty<Reading>,
  country: CountryCode | null,
  isForeign: boolean,
): NonEmpty<Reading> {
  const known = new Set(readings.map(({ msisdn }) => msisdn));
  const parts = partsInDoubt(candidate, country, isForeign).flatMap((part) => {
    const digits = part.groups.join('');
    const own = country === null ? null : parseNational(digits, country);
    return read(part, digits, country).filter(({ msisdn }) => msisdn === own?.msisdn && !known.has(msisdn));
  });
  const all = parts.length === 0 ? readings : validFirst(merge([...readings, ...parts]));
  return isNonEmpty(all) ? all : readings;
}

/** `00 49 …` as the `+49 …` it was read as. */
function withoutDialling(candidate: Candidate, digits: string, { keys }: Reading): Candidate {
  const rest = keys.find((key) => digits.endsWith(key)) ?? digits;
  let dialled = digits.length - rest.length;
  const groups = candidate.groups.map((group) => {
    const kept = group.slice(dialled);
    dialled = Math.max(0, dialled - group.length);
    return kept;
  });
  const first = groups.findIndex((group) => group !== '');
  return { ...candidate, plus: true, groups: groups.slice(first), gaps: candidate.gaps.slice(first) };
}

function read(candidate: Candidate, digits: string, country: CountryCode | null): readonly Reading[] {
  const { groups, plus, zeroGroup } = candidate;
  const kept = zeroGroup < 0 ? null : groups.filter((_, index) => index !== zeroGroup);
  if (!plus) {
    const readings = bareReadings(digits, country, groups[0]?.length ?? 0);
    return readings.length > 0 || kept === null ? readings : bareReadings(kept.join(''), country, kept[0]?.length ?? 0);
  }
  if (kept === null) return explicitReadings(digits, country);
  // `(0)` is dialled inside the country only, except where it is part of the number (Italy): look both up, the valid one first.
  return merge(validFirst([kept.join(''), digits].flatMap((variant) => explicitReadings(variant, country))));
}

function unread(candidate: Candidate, digits: string, country: CountryCode | null): Judged {
  const { groups, plus } = candidate;
  if (digits.length < FEWEST_DIGITS) return { kind: 'short', candidate };
  if (hasLeftover(candidate, country, true)) return { kind: 'no', problem: 'unclear' };
  const odd = plus || groups.length === 1 ? oddReading(digits) : null;
  if (odd !== null) return { kind: 'odd', candidate, readings: [odd] };
  if (digits.length > LONGEST_MSISDN) return { kind: 'no', problem: 'too-long' };
  const tooShort = country !== null && digits.length < nationalLengths(country).shortest;
  return { kind: 'no', problem: tooShort ? 'too-short' : 'unclear' };
}
