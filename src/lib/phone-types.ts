import type { NonEmpty } from './non-empty';
import type { NumberProblem } from './phone-problems';

/** One way to read a text as a phone number. */
export interface Reading {
  /** International digits without `+`, as we show and ask for them, e.g. `15553031234`. */
  readonly msisdn: string;
  /** `national`: the default country's code was added. `international`: the code was written, or the digits hold it already. */
  readonly as: 'international' | 'national';
  /** ISO 3166 country whose code was added; null for an international reading. */
  readonly country: string | null;
  /** International form with spaces, e.g. `+1 555 303 1234`, without extension. */
  readonly display: string;
  /**
   * Every digit string a vendor's record may carry and still be this reading, the msisdn first. A key that begins with 0
   * is no E.164 number: it is there for lists that hold numbers as people typed them.
   */
  readonly keys: NonEmpty<string>;
  /**
   * False when no numbering plan has numbers of this length, or they are written like a slip of another number. Such digits are
   * worth looking up (vendors hold odd values, and a match counts), but the number was not understood, so finding nothing proves
   * nothing.
   */
  readonly possible: boolean;
  /** Present where a digit too few or too many for the default country may have made another country's number of it. */
  readonly offByOne?: OffByOne;
}

/** How the digits of a text miss the length of the default country's numbers. */
export interface OffByOne {
  readonly digits: number;
  readonly off: 'short' | 'long';
  /** ISO 3166 default country. */
  readonly country: string;
  /** ISO 3166 country they were read as; null for a code that is no country's. */
  readonly readAs: string | null;
}

export type NumberReading =
  | { readonly kind: 'number'; readonly readings: NonEmpty<Reading> }
  | { readonly kind: 'not-a-number'; readonly problem: NumberProblem };

/** A text that may hold several numbers, each with its own part of the text, in order. */
export type PieceReading =
  | NumberReading
  | {
      readonly kind: 'several';
      readonly parts: NonEmpty<{ readonly text: string; readonly readings: NonEmpty<Reading> }>;
    };
