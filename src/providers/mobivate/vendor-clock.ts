import { httpDate } from '../../http/retry-after';

/**
 * Clocks nearer to each other than this are taken for one, ms: `Date` has whole seconds (RFC 9110 §5.6.7), and an answer may take
 * up to 40 s after it was written (`http/attempt`). What is left of a difference is far within the hour of `OVERLAP_MS`.
 */
export const SAME_CLOCK_MS = 60_000;

/**
 * What time it can be at the vendor. Our clock may be days off, and rows carry the time of the vendor's: so every answer tells that
 * one, by its `Date`. Between the two there is no judging which is right: whoever asks takes the end that claims less.
 */
export class VendorClock {
  readonly #ours: () => number;
  /** How far the vendor's clock was from ours in the latest reading that told of it, ms; at least, at most, and never beyond ours. */
  #behind = 0;
  #ahead = 0;
  #isNewReading = true;

  /** `ours` gives ms UTC by this computer's clock. */
  constructor(ours: () => number) {
    this.#ours = ours;
  }

  /** From here on the next answer replaces what was known: our clock may have been put right since. */
  beginReading(): void {
    this.#isNewReading = true;
  }

  /** Takes the `Date` (ms UTC) of an answer that has just come. Several machines of one vendor may differ: all of them count. */
  learn(date: number): void {
    const told = date - this.#ours();
    const offset = Math.abs(told) < SAME_CLOCK_MS ? 0 : told;
    this.#behind = Math.min(this.#isNewReading ? 0 : this.#behind, offset);
    this.#ahead = Math.max(this.#isNewReading ? 0 : this.#ahead, offset);
    this.#isNewReading = false;
  }

  /** The earliest it can be there when it is `ours` here, ms UTC: for what may have been missed since. */
  earliest(ours = this.#ours()): number {
    return ours + this.#behind;
  }

  /** The latest it can be there when it is `ours` here, ms UTC: for how far the list may reach. */
  latest(ours = this.#ours()): number {
    return ours + this.#ahead;
  }
}

/** The instant of an answer's `Date`, ms UTC; null without one that can be read. */
export function readDate(headers: Headers): number | null {
  return httpDate(headers.get('date') ?? '');
}
