import { AREA_CODES } from './area-codes';

/** People below this index are the cast of the examples, and on a list only where the cast says so. */
export const FIRST_EXTRA = 100;
/** How many people, from `FIRST_EXTRA` on, are on the lists of both vendors; those after them are on Mobivate's only. */
export const SHARED_PEOPLE = 300;
/** From here on, people of TextUs only. */
export const TEXTUS_PEOPLE = 2_000_000;

const AUSTRALIANS = 9_000;
const BRITONS = 900;

/**
 * The number of the made-up person `index`, digits in international form as a number. Different people have different
 * numbers. Most are American (exchange 555), some Australian (+61 4 9157 xxxx), few British (+44 7700 900xxx, kept by
 * Ofcom for drama): ranges that belong to nobody.
 */
export function numberOfPerson(index: number, seed: number): number {
  const group = Math.floor(index / 20);
  const place = index % 20;
  const australian = group * 2 + place - 17;
  if ((place === 17 || place === 18) && australian < AUSTRALIANS) return 61_491_570_000 + australian;
  if (place === 19 && group < BRITONS) return 447_700_900_000 + group;
  const space = AREA_CODES.length * 10_000;
  // 1,000,003 is prime, so the step visits every American number once before it repeats.
  const spread = (index * 1_000_003 + (seed >>> 0)) % space;
  const areaCode = AREA_CODES[Math.floor(spread / 10_000)] ?? 212;
  return 10_000_000_000 + areaCode * 10_000_000 + 5_550_000 + (spread % 10_000);
}

/** A number as people write it, international form with spaces: `+1 212 555 0123`. */
export function writeNumber(digits: string): string {
  const groups =
    /^(1)(\d{3})(\d{3})(\d{4})$/.exec(digits) ??
    /^(61)(\d{3})(\d{3})(\d{3})$/.exec(digits) ??
    /^(44)(\d{4})(\d{6})$/.exec(digits);
  return groups === null ? digits : `+${groups.slice(1).join(' ')}`;
}

/** A person worth trying in the sandbox. */
export interface CastMember {
  /** Digits in international form, as the lists hold them. */
  readonly digits: string;
  /** Ids of the vendors whose list the number is on, once for each record. */
  readonly on: readonly string[];
  /** What to expect of it, in plain words. */
  readonly words: string;
}

/** The people that the examples name, drawn from the seed. Samples of the vendors' own documentation are not among them. */
export function createCast(seed: number): readonly CastMember[] {
  const member = (index: number, on: readonly string[], words: string): CastMember => ({
    digits: String(numberOfPerson(index, seed)),
    on,
    words,
  });
  return [
    member(1, ['mobivate', 'textus'], 'on both lists'),
    member(2, ['mobivate', 'textus'], 'on both lists'),
    member(17, ['mobivate', 'textus'], 'on both lists, Australian'),
    member(3, ['mobivate'], 'on Mobivate only'),
    member(19, ['mobivate'], 'on Mobivate only, British'),
    member(4, ['mobivate', 'mobivate'], 'on Mobivate twice'),
    member(5, ['textus'], 'on TextUs only'),
    member(39, ['textus'], 'on TextUs only, British'),
    member(6, ['textus', 'textus'], 'on TextUs twice'),
    member(7, [], 'on neither list'),
    member(8, [], 'on neither list'),
  ];
}
