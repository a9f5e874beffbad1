import { isNonEmpty, type NonEmpty } from '../../lib/non-empty';
import { parseInternational } from '../../lib/phone-plan';
import { queryString } from '../../lib/query-string';
import { optOutsPath } from './paths';

/**
 * How numbers are written in `exact[]`. E.164 names the country and is the form of the vendor's own ids; the vendor's
 * documentation, though, shows national numbers only, as ten digits and as `(555) 222-1234`, and its records show both. So North American
 * ones can be asked in those forms as well. `digits` is E.164 and ten digits together, `all` all three.
 */
export type Spelling = 'e164' | 'national' | 'formatted' | 'digits' | 'all';

const PARTS: Readonly<Record<Spelling, readonly ('e164' | 'national' | 'formatted')[]>> = {
  e164: ['e164'],
  national: ['national'],
  formatted: ['formatted'],
  digits: ['e164', 'national'],
  all: ['e164', 'national', 'formatted'],
};

/** Numbers asked in one request. */
export interface Batch {
  /** Places of the numbers in the list of questions. */
  readonly questions: readonly number[];
  readonly values: NonEmpty<string>;
}

/** Most `exact[]` values in one request (DESIGN: a request line over 16 kB is refused; TextUs names no limit). */
export const MOST_VALUES = 100;
/** Longest request line, in bytes. */
export const LONGEST_LINE = 7000;

/** The ten national digits of a North American number (+1), or null for any other. */
export function northAmerican(key: string): string | null {
  return /^1(\d{10})$/.exec(key)?.[1] ?? null;
}

/** Ten national digits as the vendor's documentation writes them: `(555) 222-1234`. */
export function formatted(national: string): string {
  return `(${national.slice(0, 3)}) ${national.slice(3, 6)}-${national.slice(6)}`;
}

/** True unless the digits cannot stand behind a `+`, such as a number spelled without its country code. */
function isInternational(key: string): boolean {
  if (northAmerican(key) !== null) return true;
  return parseInternational(key)?.possible === true;
}

/**
 * The `exact[]` values that ask for one number; none when it has no such spelling. A key that is no international number is
 * only asked when the number has no other: one bad value can make the vendor refuse the whole request.
 */
export function valuesOf(keys: readonly string[], spelling: Spelling): readonly string[] {
  return [...new Set(PARTS[spelling].flatMap((part) => writtenAs(keys, part)))];
}

function writtenAs(keys: readonly string[], part: 'e164' | 'national' | 'formatted'): readonly string[] {
  if (part === 'e164') {
    const likely = keys.length === 1 ? keys : keys.filter(isInternational);
    return (likely.length > 0 ? likely : keys).map((key) => `+${key}`);
  }
  const national = keys.map(northAmerican).filter((digits) => digits !== null);
  return part === 'national' ? national : national.map(formatted);
}

/** Bytes that one value adds to the request line, with its `&` or `?`. */
function lengthOf(value: string): number {
  return queryString([['exact[]', value]]).length;
}

/** Characters that these values add to an address. */
export function queryLength(values: readonly string[]): number {
  return values.reduce((sum, value) => sum + lengthOf(value), 0);
}

/** How large a request may be. */
export interface BatchLimit {
  readonly values: number;
  /** Characters of the values in the address. */
  readonly length: number;
}

/**
 * Puts questions (places in a list) into as few requests as the limits allow, in their order, one at a time so that ten
 * thousand do not block the page. A number is never divided between two requests: one answer settles it. Those for which
 * `valuesAt` gives no value are left out. `limit` is read anew for every batch; a value by itself is within any.
 */
export function* planBatches(
  account: string,
  questions: readonly number[],
  valuesAt: (question: number) => readonly string[],
  limit: () => BatchLimit = () => ({ values: MOST_VALUES, length: LONGEST_LINE }),
): Generator<Batch, undefined> {
  const emptyLine = `GET ${optOutsPath(account)} HTTP/1.1`.length;
  let places: number[] = [];
  let values: string[] = [];
  let line = emptyLine;
  for (const question of questions) {
    const own = valuesAt(question);
    if (own.length === 0) continue;
    const added = own.filter((value) => !values.includes(value));
    const longer = added.reduce((sum, value) => sum + lengthOf(value), line);
    const most = limit();
    const isTooLong = longer > LONGEST_LINE || longer - emptyLine > most.length;
    if (isNonEmpty(values) && (values.length + added.length > most.values || isTooLong)) {
      yield { questions: places, values };
      places = [question];
      values = [...own];
      line = own.reduce((sum, value) => sum + lengthOf(value), emptyLine);
    } else {
      places.push(question);
      values.push(...added);
      line = longer;
    }
  }
  if (isNonEmpty(values)) yield { questions: places, values };
}

/** At most `most` of the places, evenly spread over them. */
export function spread(places: readonly number[], most: number): readonly number[] {
  if (places.length <= most) return places;
  return Array.from({ length: most }, (_, index) => places[Math.floor(((index + 0.5) * places.length) / most)] ?? 0);
}
