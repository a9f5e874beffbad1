import type { CountryCode } from 'libphonenumber-js/min';

import { isNonEmpty, type NonEmpty } from './non-empty';
import { partsInDoubt, type Part } from './phone-doubt';
import { hasLeftover, mixesSigns, splitNumbers, undialled } from './phone-groups';
import { LONGEST_MSISDN, nationalLengths } from './phone-plan';
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
/** What can be read in more ways is not understood by anybody who reads the answer either. */
const MOST_READINGS = 4;
/** E.164's fifteen, a dialling prefix and a trunk zero. */
const MOST_DIGITS = LONGEST_MSISDN + 4;

/** Reads one candidate. Where digits could be taken for a wrong number, it says so instead. */
export function judge(candidate: Candidate, country: CountryCode | null): Judged {
  const { groups, plus } = candidate;
  const digits = groups.join('');
  const parts = splitNumbers(candidate, country);
  if (parts !== null && parts.length > 0) return { kind: 'several', candidates: parts };
  if (parts !== null || mixesSigns(candidate)) return { kind: 'no', problem: 'unclear' };
  const readings = digits.length > MOST_DIGITS ? [] : read(candidate, country);
  if (!isNonEmpty(readings)) return judgePart(candidate, country) ?? unread(candidate, digits, country);
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
  return all.length > MOST_READINGS ? { kind: 'no', problem: 'unclear' } : { kind: 'number', candidate, readings: all };
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
