import { getCountryCallingCode, type CountryCode } from 'libphonenumber-js/min';

import { isNonEmpty, type NonEmpty } from './non-empty';
import { partsInDoubt, type Part } from './phone-doubt';
import { hasLeftover, hasNumberBehind, isWholeNumber, mixesSigns, splitNumbers, undialled } from './phone-groups';
import { markLength } from './phone-length';
import { LONGEST_MSISDN, nationalLengths, parseInternational } from './phone-plan';
import type { NumberProblem } from './phone-problems';
import { bareReadings, explicitReadings, merge, oddReading, validFirst } from './phone-readings';
import { beginsLikeDate, holdsDate, type Candidate } from './phone-scan';
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
/** What can be read in more ways is not understood by anybody who reads the answer either. */
const MOST_READINGS = 4;
/** E.164's fifteen, a dialling prefix and a trunk zero. */
const MOST_DIGITS = LONGEST_MSISDN + 4;

/** Reads one candidate. Where digits could be taken for a wrong number, it says so instead. */
export function judge(candidate: Candidate, country: CountryCode | null): Judged {
  if (candidate.plus && candidate.zeroGroup > 0) return judgeShape(withoutZero(candidate), candidate, country);
  return judgeShape(candidate, candidate, country);
}

/** `candidate`: its groups as they are judged. `written`: as they stand, with a `(0)` that may be part of the number. */
function judgeShape(candidate: Candidate, written: Candidate, country: CountryCode | null): Judged {
  const { groups, plus } = candidate;
  const digits = groups.join('');
  const parts = splitNumbers(candidate, country);
  if (parts !== null && parts.length > 0) return { kind: 'several', candidates: parts };
  if (parts !== null || mixesSigns(candidate) || isDated(candidate, country)) return { kind: 'no', problem: 'unclear' };
  const readings = digits.length > MOST_DIGITS ? [] : read(written, country);
  if (!isNonEmpty(readings)) {
    const told = judgePart(candidate, country);
    // `(2) 2127 1794 1001`: a number at home and more digits, no number abroad behind a count.
    const isAbroad = told?.kind === 'number' && told.readings.every(({ as }) => as === 'international');
    if (isAbroad && !plus && hasLeftover(candidate, country, true)) return { kind: 'no', problem: 'unclear' };
    return told ?? unread(candidate, digits, country);
  }
  if (!readings.some((one) => isAtHome(one, country)) && hasNumberBehind(candidate, country))
    return { kind: 'no', problem: 'unclear' };
  const already = !plus && readings[0].as === 'international';
  const formed = already && digits.startsWith('0') ? undialled(candidate, readings[0].keys) : candidate;
  // Digits that only make sense as a country code and more: nobody writes those after a whole number of this country.
  const doubtful = already && !digits.startsWith('00');
  if (hasLeftover(formed, country, false) || (doubtful && hasLeftover(candidate, country, true))) {
    const told = judgePart(candidate, country);
    if (told?.kind !== 'number' || doubtful) return told ?? { kind: 'no', problem: 'unclear' };
    return { ...told, readings: withOthers(told.readings, readings) };
  }
  const all = withParts(candidate, readings, country);
  if (all.length > MOST_READINGS) return { kind: 'no', problem: 'unclear' };
  return { kind: 'number', candidate, readings: markLength(candidate, all, country) };
}

function isAtHome({ msisdn }: Reading, country: CountryCode | null): boolean {
  const parsed = parseInternational(msisdn);
  return country !== null && parsed?.callingCode === getCountryCallingCode(country) && parsed.phone.isValid();
}

/** Digits of a date among those of a number; a vendor's stored number has none. */
function isDated(candidate: Candidate, country: CountryCode | null): boolean {
  if (country === null) return false;
  return holdsDate(candidate) || (beginsLikeDate(candidate) && !isWholeNumber(candidate, country, () => false));
}

/** `+49 (0) 30 123456` as `+49 30 123456`: only so its groups are those of its plan. */
function withoutZero(candidate: Candidate): Candidate {
  const { groups, gaps, starts, ends, zeroGroup: zero } = candidate;
  return {
    ...candidate,
    groups: groups.toSpliced(zero, 1),
    gaps: gaps.toSpliced(zero - 1, 2, ' '),
    starts: starts.toSpliced(zero, 1),
    ends: ends.toSpliced(zero, 1),
    zeroGroup: -1,
  };
}

/** Digits that may be a number and, in part, another one: all are looked up, the valid ones first. */
function withParts(candidate: Candidate, readings: NonEmpty<Reading>, country: CountryCode | null): NonEmpty<Reading> {
  const known = new Set(readings.map(({ msisdn }) => msisdn));
  const others = partsInDoubt(candidate, country).flatMap((part) => {
    const own = read(part.candidate, country).filter(({ possible }) => possible);
    // `1-555-303-1234` and `555-303-1234` are the same number: nothing is in doubt.
    return !part.marked && known.has(own[0]?.msisdn ?? '') ? [] : own;
  });
  return others.every(({ msisdn }) => known.has(msisdn)) ? readings : withOthers(readings, others);
}

function withOthers(readings: NonEmpty<Reading>, others: readonly Reading[]): NonEmpty<Reading> {
  const all = validFirst(merge([...readings, ...others]));
  return isNonEmpty(all) ? all : readings;
}

/** Digits that are no number together: the number that the text's own signs tell from a marker or a count; null without one. */
function judgePart(candidate: Candidate, country: CountryCode | null): Judged | null {
  for (const part of partsInDoubt(candidate, country)) {
    const judged = part.marked || isBehindCount(part, candidate) ? judge(part.candidate, country) : null;
    if (judged?.kind === 'number' || judged?.kind === 'several') return judged;
  }
  return null;
}

/** `(12) 212-555-1234`: where both together are no number, the brackets hold no area code. */
function isBehindCount(part: Part, { from, starts, groups }: Candidate): boolean {
  const isCount = from < (starts[0] ?? from) && /^[1-9]\d?$/.test(groups[0] ?? '');
  return isCount && part.candidate.starts[0] === starts[1] && part.candidate.groups.length === groups.length - 1;
}

function read({ groups, plus, zeroGroup }: Candidate, country: CountryCode | null): readonly Reading[] {
  const digits = groups.join('');
  const kept = zeroGroup < 0 ? null : groups.filter((_, index) => index !== zeroGroup);
  if (!plus) {
    const readings = bareReadings(groups, country);
    return readings.length > 0 || kept === null ? readings : bareReadings(kept, country);
  }
  if (kept === null) return explicitReadings(digits, country);
  // `(0)` is dialled inside the country only, except where it is part of the number (Italy): look both up, the valid one first.
  return merge(validFirst([kept.join(''), digits].flatMap((variant) => explicitReadings(variant, country))));
}

function unread(candidate: Candidate, digits: string, country: CountryCode | null): Judged {
  const { groups, plus } = candidate;
  if (digits.length < FEWEST_DIGITS) return { kind: 'short', candidate };
  if (digits.length > MOST_DIGITS) return { kind: 'no', problem: 'too-long' };
  if (hasLeftover(candidate, country, true)) return { kind: 'no', problem: 'unclear' };
  const odd = plus || groups.length === 1 ? oddReading(digits) : null;
  if (odd !== null) return { kind: 'odd', candidate, readings: [odd] };
  if (digits.length > LONGEST_MSISDN) return { kind: 'no', problem: 'too-long' };
  const tooShort = country !== null && digits.length < nationalLengths(country).shortest;
  return { kind: 'no', problem: tooShort ? 'too-short' : 'unclear' };
}
