import type { CountryCode } from 'libphonenumber-js/min';

import { spaced } from './phone-display';
import { LONGEST_MSISDN, parseInternational, parseNational, type Parsed } from './phone-plan';
import type { Candidate } from './phone-scan';

/** Fewest digits, without country code and trunk zero, for groups to be recognised as a whole number by their form alone. */
const FEWEST_NATIONAL_DIGITS = 8;
/** The same when the plans also know the number to be valid. */
const FEWEST_VALID_DIGITS = 6;
const FEWEST_DIGITS_OF_PART = 7;
const FEWEST_DIGITS_OF_MOBILE = 9;
const MOST_GROUPS_OF_PART = 8;
const MOST_DIGITS_OF_COUNT = 4;
/** What stands between two numbers of a pair: `/`, ` - `. */
const PARTING = /\/|\s-\s/;

/**
 * Splits groups that are several whole numbers, one after another: `5553031234 5552221234`. Every group must belong to a number
 * written as the plans write it, or the same grouping must come again: `07700 900 123 07700 900 124`. Null for groups that do
 * not look like several; empty for those that do, while the parts are no numbers: nobody can tell what is meant.
 */
export function splitNumbers(candidate: Candidate, country: CountryCode | null): readonly Candidate[] | null {
  const { groups } = candidate;
  if (groups.length < 2 || groups.join('').length < 2 * FEWEST_DIGITS_OF_PART) return null;
  // A few digits in brackets at the end are a count.
  if (candidate.bracketed && (groups.at(-1) ?? '').length < FEWEST_VALID_DIGITS) return null;
  const repeated = repeatedSizes(candidate);
  const sizes = repeated ?? formSizes(candidate, country) ?? partedSizes(candidate, country);
  if (sizes === null || sizes.length < 2) return null;
  let begin = 0;
  const parts = sizes.map((size) => slice(candidate, begin, (begin += size)));
  if (isTornApart(candidate, parts)) return null;
  // `81 00 20 10 01262359`: a count and a number dialled abroad, and no first number in any case.
  if (groups[1] === '00' && groups[0]?.startsWith('0') === false) return [];
  // `33 47 40 67 77 56 10.30`: pairs of digits go together in many ways.
  if (groups.every((group) => group.length === 2) && !hasSignsAlike(candidate.gaps, sizes[0] ?? 1)) return [];
  return parts.every((part) => isPart(possibleNumbers(part, country))) ? parts : [];
}

/** `7478 - 5146.2434 - 7478`: nobody leaves a space inside numbers and none between them. */
function isTornApart({ gaps }: Candidate, parts: readonly Candidate[]): boolean {
  let end = 0;
  const borders = parts.slice(0, -1).map(({ groups }) => gaps[(end += groups.length) - 1] ?? '');
  return borders.some((gap) => /^[-.]$/.test(gap)) && parts.some((part) => part.gaps.some((gap) => /\s/.test(gap)));
}

/**
 * True when the first groups are a whole number already and more digits follow: an extension, an id, the end of a second
 * number. `anyGap` also takes hyphens and dots for the place where the number may have ended, not only spaces and slashes.
 */
export function hasLeftover(candidate: Candidate, country: CountryCode | null, anyGap: boolean): boolean {
  const { groups, gaps } = candidate;
  for (let count = 1, digits = 0; count < groups.length; count += 1) {
    digits += groups[count - 1]?.length ?? 0;
    const gap = gaps[count - 1] ?? '';
    if (digits < FEWEST_VALID_DIGITS || !(anyGap || /[\s/]/.test(gap))) continue;
    const found = wholeNumber(slice(candidate, 0, count), country);
    if (found === null) continue;
    // Few digits are often the start of a longer number; but not of one that is in doubt, or that no plan knows.
    if (found.national.length >= FEWEST_NATIONAL_DIGITS || anyGap || !isValid(candidate, country)) return true;
  }
  return false;
}

/**
 * True when digits that are no count (a postcode, an order) stand before a valid number of the country in its own groups: `75201
 * (409) 555-0004`. Nobody writes a foreign number so, though fifteen digits together may be possible somewhere.
 */
export function hasNumberBehind({ groups, plus }: Candidate, country: CountryCode | null): boolean {
  if (plus || country === null || /^(?:00|011)[1-9]/.test(groups.join(''))) return false;
  const first = groups.findIndex((group) => group.length > MOST_DIGITS_OF_COUNT);
  return groups.some((_, index) => {
    if (first < 0 || index < first) return false;
    const behind = groups.slice(index + 1);
    const parsed = parseNational(behind.join(''), country);
    if (parsed === null || parsed.national.length < FEWEST_DIGITS_OF_PART || !parsed.phone.isValid()) return false;
    return behind.length === 1 || endsGroupsLike(behind, parsed);
  });
}

/** True when a sign that seldom stands inside numbers is one of several kinds of gaps: `5553031234'5`, but not `044'123'45'67`. */
export function mixesSigns({ groups, gaps }: Candidate): boolean {
  if (!gaps.some((gap) => /[{}~']/.test(gap))) return false;
  const alike = gaps.length > 1 && gaps.every((gap) => gap === gaps[0]);
  return !alike && groups.join('').length >= FEWEST_DIGITS_OF_PART;
}

/** `00 49 …` as the `+49 …` it was read as; `keys` of that reading. */
export function undialled(candidate: Candidate, keys: readonly string[]): Candidate {
  const digits = candidate.groups.join('');
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

/**
 * True for a number with digits enough in one group, or in groups that end where its plan ends one: `(212)5551234`. Where `byDigits`
 * says so, it may be in any groups when the plans know it as valid.
 */
export function isWholeNumber(candidate: Candidate, country: CountryCode | null, byDigits: () => boolean): boolean {
  const digits = candidate.groups.join('');
  if (digits.length < FEWEST_NATIONAL_DIGITS || digits.length > LONGEST_MSISDN + 3) return false;
  const dialled = candidate.plus ? undefined : /^(?:00|011)(?=[1-9])/.exec(digits)?.[0];
  const abroad = dialled === undefined ? [] : [undialled(candidate, [digits.slice(dialled.length)])];
  const numbers = [candidate, ...abroad].flatMap((written) =>
    possibleNumbers(written, country)
      .filter(({ national }) => national.length >= FEWEST_NATIONAL_DIGITS)
      .map((parsed) => ({ parsed, groups: written.groups })),
  );
  if (candidate.groups.length === 1) return numbers.length > 0;
  return (
    numbers.some(({ parsed, groups }) => endsGroupsLike(groups, parsed)) ||
    (numbers.some(({ parsed }) => parsed.phone.isValid()) && byDigits())
  );
}

/** True when every group ends where the plan ends one, nationally or internationally. */
export function endsGroupsLike(groups: readonly string[], { phone }: Parsed): boolean {
  const ends = borders(groups);
  return [phone.formatNational(), phone.formatInternational()].some((formatted) => {
    const expected = new Set(borders(spaced(formatted).replace('+', '').split(' ')));
    return ends.every((end) => expected.has(end));
  });
}

/** How many digits stand behind each gap: a trunk zero or a country code before them makes no difference. */
function borders(groups: readonly string[]): readonly number[] {
  let behind = 0;
  return groups
    .slice(1)
    .toReversed()
    .map((group) => (behind += group.length));
}

/** True when the plans know the digits as a valid number, national or international. */
export function isValid({ plus, groups }: Candidate, country: CountryCode | null): boolean {
  const digits = groups.join('');
  const national = plus || country === null ? null : parseNational(digits, country);
  const abroad = plus ? digits : digits.replace(/^(?:00|011)(?=[1-9])/, '');
  return [national, parseInternational(abroad)].some((parsed) => parsed?.phone.isValid() === true);
}

/** Sizes of the parts when the same grouping comes twice or more: 3 3 4 3 3 4; other signs within one are no such grouping. */
function repeatedSizes({ groups, gaps }: Candidate): readonly number[] | null {
  const lengths = groups.map((group) => group.length);
  for (let size = 1; size <= Math.min(MOST_GROUPS_OF_PART, lengths.length / 2); size += 1) {
    const digits = lengths.slice(0, size).reduce((sum, length) => sum + length, 0);
    const repeats = lengths.length % size === 0 && lengths.every((length, index) => length === lengths[index % size]);
    if (repeats && hasSignsAlike(gaps, size))
      return digits < FEWEST_NATIONAL_DIGITS ? null : Array.from({ length: lengths.length / size }, () => size);
  }
  return null;
}

function hasSignsAlike(gaps: readonly string[], size: number): boolean {
  return gaps.every((gap, index) => (index + 1) % size === 0 || gap.trim() === gaps[index % size]?.trim());
}

/** Sizes of the parts when each is a whole number by its form; from left to right, the longest first. */
function formSizes(candidate: Candidate, country: CountryCode | null): readonly number[] | null {
  const sizes: number[] = [];
  for (let begin = 0; begin < candidate.groups.length;) {
    let size = Math.min(MOST_GROUPS_OF_PART, candidate.groups.length - begin);
    while (size > 0 && !isWholePart(slice(candidate, begin, begin + size), country)) size -= 1;
    if (size === 0) return null;
    sizes.push(size);
    begin += size;
  }
  return sizes;
}

/** Sizes of the parts when there are too many digits for one number, and each side of a slash or dash is a whole one. */
function partedSizes(candidate: Candidate, country: CountryCode | null): readonly number[] | null {
  const { groups, gaps } = candidate;
  if (groups.join('').length <= LONGEST_MSISDN) return null;
  const ends = gaps.flatMap((gap, index) => (PARTING.test(gap) ? [index + 1] : []));
  const sizes = [...ends, groups.length].map((end, index) => end - (ends[index - 1] ?? 0));
  let begin = 0;
  const parts = sizes.map((size) => slice(candidate, begin, (begin += size)));
  return parts.every((part) => isSurelyWhole(part, country)) ? sizes : null;
}

/** Valid, or with its trunk zero and as many digits as mobile numbers have. */
function isSurelyWhole(candidate: Candidate, country: CountryCode | null): boolean {
  return possibleNumbers(candidate, country).some(({ national, phone }) => {
    if (phone.isValid()) return national.length >= FEWEST_NATIONAL_DIGITS;
    return candidate.groups[0]?.startsWith('0') === true && national.length >= FEWEST_DIGITS_OF_MOBILE;
  });
}

function isWholePart(candidate: Candidate, country: CountryCode | null): boolean {
  const number = wholeNumber(candidate, country);
  return number !== null && isPart([number]);
}

function isPart(numbers: readonly Parsed[]): boolean {
  return numbers.some(({ national }) => national.length >= FEWEST_DIGITS_OF_PART);
}

/** A whole number by its form: one group that is a possible number, or groups just as the plans would write them; else null. */
function wholeNumber(candidate: Candidate, country: CountryCode | null): Parsed | null {
  const { groups } = candidate;
  const inForm = ({ phone }: Parsed): boolean =>
    isGroupedLike(groups, phone.formatNational()) || isGroupedLike(groups, phone.formatInternational());
  return possibleNumbers(candidate, country).find((parsed) => groups.length === 1 || inForm(parsed)) ?? null;
}

/** What the digits can be: national first, then international. */
function possibleNumbers({ plus, groups }: Candidate, country: CountryCode | null): readonly Parsed[] {
  const digits = groups.join('');
  if (digits.length < FEWEST_VALID_DIGITS || digits.length > LONGEST_MSISDN + 1) return [];
  const national = plus || country === null ? null : parseNational(digits, country);
  return [whole(national), whole(parseInternational(digits))].filter((parsed) => parsed !== null);
}

function whole(parsed: Parsed | null): Parsed | null {
  if (parsed?.possible !== true) return null;
  return parsed.national.length >= FEWEST_NATIONAL_DIGITS || isKnown(parsed) ? parsed : null;
}

function isKnown({ national, phone }: Parsed): boolean {
  return national.length >= FEWEST_VALID_DIGITS && phone.isValid();
}

function isGroupedLike(groups: readonly string[], formatted: string): boolean {
  const expected = spaced(formatted).replace('+', '').split(' ');
  return expected.length === groups.length && groups.every((group, index) => group.length === expected[index]?.length);
}

/** The candidate's groups from `begin` up to `end`. */
export function slice(candidate: Candidate, begin: number, end: number): Candidate {
  const starts = candidate.starts.slice(begin, end);
  const zeroGroup = candidate.zeroGroup >= begin && candidate.zeroGroup < end ? candidate.zeroGroup - begin : -1;
  return {
    plus: begin === 0 && candidate.plus,
    groups: candidate.groups.slice(begin, end),
    gaps: candidate.gaps.slice(begin, end - 1),
    starts,
    ends: candidate.ends.slice(begin, end),
    from: begin === 0 ? candidate.from : (starts[0] ?? 0) - (candidate.gaps[begin - 1]?.endsWith('(') === true ? 1 : 0),
    zeroGroup,
    labelled: begin === 0 && candidate.labelled,
    bracketed: end === candidate.groups.length && candidate.bracketed,
  };
}
