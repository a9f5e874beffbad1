import type { CountryCode } from 'libphonenumber-js/min';

import { isNonEmpty, type NonEmpty } from './non-empty';
import { judge, type Judged } from './phone-candidate';
import { isFragment } from './phone-damage';
import { knownCountry } from './phone-plan';
import type { NumberProblem } from './phone-problems';
import { scan, type Candidate, type Scan } from './phone-scan';
import { hidesDigits, touchesLetters } from './phone-letters';
import { explicitReadings, merge, validFirst } from './phone-readings';
import { plainText, withoutEscapes, withoutThousands, type PlainText } from './phone-text';
import type { NumberReading, PieceReading, Reading } from './phone-types';

export { countries, type Country } from './phone-countries';
export { displayMsisdn } from './phone-display';
export { recordKeys } from './phone-keys';
export type { NumberProblem } from './phone-problems';
export type { NumberReading, OffByOne, PieceReading, Reading } from './phone-types';

/** Longer texts are no phone number with something beside it. */
const LONGEST_TEXT = 1000;

/**
 * Reads one phone number out of a text as people and programs write it, with whatever stands before and after. `defaultCountry`
 * is ISO 3166; with one the numbering plans do not know, only international numbers are read. A bare number that could be
 * national or international already gets both readings, the national one first. Never throws.
 */
export function readNumber(text: string, defaultCountry: string): NumberReading {
  const reading = readPiece(text, defaultCountry);
  return reading.kind === 'several' ? notANumber('several') : reading;
}

/** Like `readNumber`, but a text that clearly holds several numbers gives them all, in order, each with its part of the text. */
export function readPiece(text: string, defaultCountry: string): PieceReading {
  const plain = plainText(text.slice(0, LONGEST_TEXT));
  if (!/\d/.test(plain.text)) return notANumber(/^\W*#{3,}\W*$/.test(text) ? 'spreadsheet' : 'no-digits');
  if (text.length > LONGEST_TEXT) return notANumber('too-long');
  const country = knownCountry(defaultCountry);
  const found = scan(withoutEscapes(withoutThousands(plain.text)), country !== null);
  if (found.spreadsheet) return notANumber('spreadsheet');
  const judged = found.candidates.flatMap((candidate, index) => {
    const own = behindApartPlus(found.text, candidate, country);
    const one = behindDigits(found.candidates[index - 1], candidate, own);
    return one.kind === 'several' ? one.candidates.map((part) => judge(part, country)) : [one];
  });
  return combine(text, plain, { ...found, country }, judged);
}

/** `Jane + (201) 555-1521`: a plus apart from its digits may be a bullet or an "and", so both ways are looked up. */
function behindApartPlus(text: string, candidate: Candidate, country: CountryCode | null): Judged {
  const judged = judge(candidate, country);
  if (country === null || judged.kind !== 'number' || !/^\+\s/.test(text.slice(candidate.from))) return judged;
  const bare = judge({ ...candidate, plus: false }, country);
  const readings = bare.kind === 'number' ? validFirst(merge([...bare.readings, ...judged.readings])) : [];
  return isNonEmpty(readings) ? { ...judged, readings } : judged;
}

/** `1+5553031234`: a marker and +55…, or +1 555…. */
function behindDigits(before: Candidate | undefined, candidate: Candidate, judged: Judged): Judged {
  const code = before?.groups.length === 1 && before.ends[0] === candidate.from && !before.plus ? before.groups[0] : '';
  if (!candidate.plus || code === undefined || !/^[1-9]\d{0,2}$/.test(code)) return judged;
  const own = judged.kind === 'number' ? judged.readings : [];
  const readings = validFirst(merge([...own, ...explicitReadings(code + candidate.groups.join(''), null)]));
  return isNonEmpty(readings) ? { kind: 'number', candidate, readings } : judged;
}

type Found = Extract<Judged, { kind: 'number' | 'odd' }>;

/** A piece is its one number, or its several numbers; beside them only a few stray digits may stand. */
function combine(
  text: string,
  plain: PlainText,
  found: Scan & { readonly country: CountryCode | null },
  judged: readonly Judged[],
): PieceReading {
  const numbers = judged.filter((one): one is Found => one.kind === 'number');
  const wrong = judged.find((one) => one.kind === 'no');
  if (wrong !== undefined) return notANumber(wrong.problem === 'too-short' ? problemWithout(found) : wrong.problem);
  const odd = judged.find((one) => one.kind === 'odd');
  if (odd !== undefined) {
    if (judged.length > 1) return notANumber('unclear');
    return touchesLetters(found.text, odd.candidate) ? notANumber('letters') : numberOf(odd);
  }
  if (numbers.some(({ candidate, readings }) => hidesDigits(found.text, candidate, readings[0])))
    return notANumber('letters');
  if (numbers.some(({ candidate }) => isFragment(found.text, candidate, found.country))) return notANumber('letters');
  const [first, ...others] = numbers;
  // `+1+5553031234`: a plus begins a number, and this one is cut off.
  if (judged.some((one) => one.kind === 'short' && numbers.some((number) => cutsOff(one.candidate, number.candidate))))
    return notANumber('unclear');
  if (first === undefined) return notANumber(problemWithout(found));
  if (others.every((other) => other.readings[0].msisdn === first.readings[0].msisdn))
    return numberOf(clearest(first, others));
  if (judged.some((one) => one.kind === 'several')) return notANumber('several');
  return { kind: 'several', parts: cut(text, plain, found, [first, ...others]) };
}

function cutsOff({ plus, ends }: Candidate, { from }: Candidate): boolean {
  const gap = from - (ends.at(-1) ?? from);
  return plus && gap >= 0 && gap <= 1;
}

function problemWithout(found: Scan): NumberProblem {
  if (found.candidates.length === 0) return found.date ? 'date' : 'no-digits';
  return found.candidates.some((candidate) => touchesLetters(found.text, candidate)) ? 'letters' : 'too-short';
}

/** The same number written twice, once with its country code: the way of writing that leaves the fewest readings. */
function clearest(first: Found, others: readonly Found[]): Found {
  return others.reduce((best, other) => (other.readings.length < best.readings.length ? other : best), first);
}

/** Cuts the typed text between its numbers; what labels a number stays with it, before or after as the first one has it. */
function cut(
  text: string,
  plain: PlainText,
  found: Scan,
  numbers: NonEmpty<Found>,
): Extract<PieceReading, { kind: 'several' }>['parts'] {
  const labelsBefore = /\p{L}/u.test(plain.text.slice(0, numbers[0].candidate.from));
  const borders = numbers.slice(1).map((next, index) => {
    const end = numbers[index]?.candidate.ends.at(-1) ?? 0;
    // What was blanked right behind a number is its extension.
    const extension = /^[\s,;]*\|+/.exec(found.text.slice(end))?.[0].length ?? 0;
    return plain.at(labelsBefore ? end + extension : next.candidate.from);
  });
  const parts = numbers.map(({ readings }, index) => ({
    text: text.slice(borders[index - 1] ?? 0, borders[index] ?? text.length).replace(/^[\s/,;&)\]]+|[\s/,;&([]+$/g, ''),
    readings,
  }));
  return isNonEmpty(parts) ? parts : [{ text, readings: numbers[0].readings }];
}

function numberOf({ readings }: { readonly readings: NonEmpty<Reading> }): NumberReading {
  return { kind: 'number', readings };
}

function notANumber(problem: NumberProblem): NumberReading {
  return { kind: 'not-a-number', problem };
}
