import type { CountryCode } from 'libphonenumber-js/min';

import { isValid, isWholeNumber, slice } from './phone-groups';
import { dialledAbroad, parseInternational, parseNational, type Parsed } from './phone-plan';
import type { Candidate } from './phone-scan';

/** What counts the lines of a list; five and six digits only with the zeros that programs fill up with. */
const COUNT = /^(?=0*[1-9])(?:\d{1,4}|0\d{4,5})$/;
/** `n)`, `n]`, `n. `, `n - `, `n/ `. */
const MARKER_SIGNS = /^\s*(?:[)\]]|[-./]\s)/;
const MOST_DIGITS_OF_COUNT = 4;
/** A date in six or eight digits. */
const MOST_DIGITS_OF_DATE = 8;

/** A part of a candidate that may be the whole number meant. */
export interface Part {
  readonly candidate: Candidate;
  /** The text's signs say so: what was left out is no part of a number unless it gives one together with the rest. */
  readonly marked: boolean;
}

/**
 * What stands behind the marker of a list, without plus: `7. (212) 555-1234`, `1024) …`, `#12 …`, `2.1. …`, `(44) …`; what stands
 * before a count, a date or an extension: `(212)5551234 12`, `+43 664 698064 - 2`, `212-555-1234 (2)`; and
 * what stands between both. None without a country: then a vendor's stored number is read, which no person put into a list.
 */
export function partsInDoubt(candidate: Candidate, country: CountryCode | null): readonly Part[] {
  if (country === null || candidate.groups.length < 2) return [];
  const behind = behindMarker(candidate, country);
  return [
    ...behind.filter((part) => isWholeNumber(part.candidate, country, () => part.marked)),
    ...beforeTail(candidate, country, true),
    ...behind.flatMap((part) => beforeTail(part.candidate, country, part.marked)),
  ];
}

function behindMarker(candidate: Candidate, country: CountryCode): readonly Part[] {
  const { groups, gaps, plus } = candidate;
  const parts: Part[] = [];
  if (plus) return parts;
  const levels = gaps[0] === '.' && /\s/.test(gaps[1] ?? '') && (groups[1] ?? '').length < 3 ? 2 : 1;
  for (let level = 1; level <= levels && level < groups.length; level += 1) {
    const group = groups[level - 1] ?? '';
    const marked = isMarked(candidate, level);
    if (!COUNT.test(group) || (!marked && isDialledAbroad(group, candidate, country))) break;
    // `030 12345678` has its area code there, `0030 …` may have a country code or a count.
    if (!marked && /^0[1-9]/.test(group) && isWholeNumber(candidate, country, () => false)) continue;
    parts.push({ candidate: slice(candidate, level, groups.length), marked });
  }
  return parts;
}

/** `0011 44 7700 900123` in Australia; but where it gives no valid number abroad, and without it one at home, it may be a count. */
function isDialledAbroad(group: string, candidate: Candidate, country: CountryCode): boolean {
  if (!group.startsWith('0')) return false;
  const digits = candidate.groups.join('');
  const atHome = digits.slice(group.length);
  return (
    dialledAbroad(digits, country).some(({ rest, certain }) => certain && rest === atHome) &&
    (isKnown(parseInternational(atHome)) || !isKnown(parseNational(atHome, country)))
  );
}

function isKnown(parsed: Parsed | null): boolean {
  return parsed?.phone.isValid() === true;
}

function isMarked({ labelled, groups, gaps, from, starts }: Candidate, level: number): boolean {
  const gap = gaps[level - 1] ?? '';
  if (level === 1 && labelled) return true;
  // `030 / 1234567` and `(555) 303-1234` have an area code there.
  if (/^\s*\//.test(gap) && groups[level - 1]?.startsWith('0') === true) return false;
  if (/^\s*\)/.test(gap) && level === 1 && from < (starts[0] ?? from)) return false;
  return MARKER_SIGNS.test(gap) && !gaps.slice(level).includes(gap);
}

function beforeTail(candidate: Candidate, country: CountryCode, sure: boolean): readonly Part[] {
  const { groups, gaps, bracketed } = candidate;
  const parts: Part[] = [];
  for (let count = groups.length - 1, tail = 0; count > 0; count -= 1) {
    tail += groups[count]?.length ?? 0;
    const gap = gaps[count - 1] ?? '';
    if (tail > MOST_DIGITS_OF_DATE) break;
    if (tail > MOST_DIGITS_OF_COUNT && !/[\s([]/.test(gap)) continue;
    const part = slice(candidate, 0, count);
    const last = count === groups.length - 1 && tail <= MOST_DIGITS_OF_COUNT;
    const alone = !gaps.slice(0, count - 1).includes(gap);
    const apart = last && (bracketed || (alone && gap === '.' && /^0{1,2}$/.test(groups[count] ?? '')));
    const isOdd = (): boolean => alone || apart || !isValid(candidate, country);
    if (isWholeNumber(part, country, isOdd)) parts.push({ candidate: part, marked: sure && apart });
  }
  return parts;
}
