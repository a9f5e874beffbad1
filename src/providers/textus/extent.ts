import { northAmerican, queryLength } from './batches';

/** How large a request is, by all that a server may limit without a word: a list cut, doubles struck out first, an address cut. */
export interface Extent {
  /** `exact[]` values. */
  readonly values: number;
  /** Distinct numbers, in however many ways each is written. */
  readonly numbers: number;
  /** Characters of the values in the address. */
  readonly length: number;
}

export const NOTHING: Extent = { values: 0, numbers: 0, length: 0 };

export function extentOf(values: readonly string[]): Extent {
  const digits = values.map((value) => value.replaceAll(/\D/gu, ''));
  const numbers = new Set(digits.map((each) => northAmerican(each) ?? each)).size;
  return { values: values.length, numbers, length: queryLength(values) };
}

function both(one: Extent, other: Extent, choose: (one: number, other: number) => number): Extent {
  return {
    values: choose(one.values, other.values),
    numbers: choose(one.numbers, other.numbers),
    length: choose(one.length, other.length),
  };
}

/** The larger of the two in each respect. */
export function larger(one: Extent, other: Extent): Extent {
  return both(one, other, Math.max);
}

/** The smaller of the two in each respect. */
export function smaller(one: Extent, other: Extent): Extent {
  return both(one, other, Math.min);
}

/** A hundred values are a hundred, but somewhat longer or shorter by their digits: no limit is believed to lie just between. */
const SLACK = 1.1;

/** Whether a request is no larger than another, in number of values to the letter, in the rest nearly, unless `strict`. */
export function isWithin(one: Extent, other: Extent, strict: boolean): boolean {
  const most = strict ? 1 : SLACK;
  return one.values <= other.values && one.numbers <= other.numbers * most && one.length <= other.length * most;
}
