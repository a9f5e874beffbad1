import type { NonEmpty } from '../../lib/non-empty';
import { createBreather } from '../../lib/yield';
import type { AskedNumber, OptOut } from '../contract';
import { valuesOf, type Spelling } from './batches';
import { numberInId } from './schema';

/** Digits that two spellings of one number must share at their end to be taken for possibly the same. */
const SHARED_DIGITS = 7;

/** What may stand between two numbers of one text. */
const BETWEEN_NUMBERS = /[,;|/]|\s(?:or|and|&)\s/iu;

/** The distinct numbers of a lookup, found again by the digits of a record. */
export class AskedNumbers {
  /** Keys of each distinct number. */
  readonly keys: readonly NonEmpty<string>[];
  /** For each question of the caller, the place of its number in `keys`. */
  readonly placeOf: readonly number[];
  private readonly places = new Map<string, number[]>();
  private readonly spelled: Readonly<Record<Spelling, Map<number, readonly string[]>>> = {
    e164: new Map(),
    national: new Map(),
    formatted: new Map(),
    digits: new Map(),
    all: new Map(),
  };
  private readonly byEnd = new Map<string, { readonly key: string; readonly place: number }[]>();

  private constructor(keys: readonly NonEmpty<string>[], placeOf: readonly number[]) {
    this.keys = keys;
    this.placeOf = placeOf;
  }

  /** Sorts the questions of a lookup by their number, in stretches that let the page live. */
  static async of(numbers: readonly AskedNumber[]): Promise<AskedNumbers> {
    const breathe = createBreather();
    const distinct = new Map<string, number>();
    const keys: NonEmpty<string>[] = [];
    const placeOf: number[] = [];
    const asked = new AskedNumbers(keys, placeOf);
    for (const number of numbers) {
      await breathe();
      const name = number.keys.join();
      const place = distinct.get(name) ?? keys.push(number.keys) - 1;
      placeOf.push(place);
      if (distinct.has(name)) continue;
      distinct.set(name, place);
      for (const key of number.keys) asked.index(key, place);
    }
    return asked;
  }

  /** The `exact[]` values that ask for the number at a place. Kept, because every account asks for the same ones. */
  values(place: number, spelling: Spelling): readonly string[] {
    const known = this.spelled[spelling].get(place);
    if (known !== undefined) return known;
    const values = valuesOf(this.keys[place] ?? [], spelling);
    this.spelled[spelling].set(place, values);
    return values;
  }

  private index(key: string, place: number): void {
    this.places.set(key, [...(this.places.get(key) ?? []), place]);
    const end = key.slice(-SHARED_DIGITS);
    this.byEnd.set(end, [...(this.byEnd.get(end) ?? []), { key, place }]);
  }

  /** The numbers that a record answers: those it has a key in common with. */
  matching(record: OptOut): readonly number[] {
    return [...new Set(record.keys.flatMap((key) => this.places.get(key) ?? []))];
  }

  /**
   * The numbers that a record may be all the same, though it is not theirs by its own id: it names no country of its own (an id of `+`
   * and national digits is no better), or several numbers, and the digits given are the end of the number's, or the other way round.
   * Such a number is neither found nor absent.
   */
  resembling(record: OptOut): readonly number[] {
    const { numberAsGiven: given, recordId } = record;
    const own = numberInId(recordId);
    return [...new Set([given, ...given.split(BETWEEN_NUMBERS)])].flatMap((text) => {
      const digits = text.replaceAll(/\D/gu, '').replace(/^0+/u, '');
      const isSaid = own !== null && isEndOfOther(own, digits) && !mayLackCountry(own, text, digits);
      if (digits.length < SHARED_DIGITS || isSaid) return [];
      const alike = this.byEnd.get(digits.slice(-SHARED_DIGITS)) ?? [];
      return alike.filter(({ key }) => isEndOfOther(key, digits)).map(({ place }) => place);
    });
  }
}

/** The digits behind the plus of an id may be national ones all the same: the record shows just those, without a plus. */
function mayLackCountry(own: string, text: string, digits: string): boolean {
  return own.replace(/^0+/u, '') === digits && !text.includes('+');
}

/** A record's id, where it holds a number, and what it shows are the same one as far as both go. */
export function namesOneNumber({ numberAsGiven, recordId }: OptOut): boolean {
  const own = numberInId(recordId);
  return own === null || isEndOfOther(own, numberAsGiven.replaceAll(/\D/gu, '').replace(/^0+/u, ''));
}

function isEndOfOther(one: string, other: string): boolean {
  return one.endsWith(other) || other.endsWith(one);
}
