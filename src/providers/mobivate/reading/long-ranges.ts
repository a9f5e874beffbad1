import { RequestError } from '../../../http/errors';
import type { Interval } from '../../../lib/date-range';
import { floorSecond } from './boundaries';

const DAY_MS = 86_400_000;
/** A range this short fails for another reason than its length. */
const SHORTEST_DIVIDED_MS = 31 * DAY_MS;
/** Silence costs half a minute each time, so what it is divided into is short at once. */
const AFTER_SILENCE_MS = 366 * DAY_MS;

/** The vendor gave no answer in time, or none at all. */
export function isSilence(error: unknown): boolean {
  return error instanceof RequestError && error.reason === 'no-answer';
}

/** What failed for its length, in parts that are asked one at a time: one failure tells of all. Intervals are in ms UTC. */
export class LongRanges {
  /** The next one last. */
  readonly #parts: Interval[] = [];
  #longestAnswered = 0;
  #shortestDivided = Infinity;

  /** True once any range was answered. */
  get isAnswering(): boolean {
    return this.#longestAnswered > 0;
  }

  answered(interval: Interval): void {
    this.#longestAnswered = Math.max(this.#longestAnswered, lengthOf(interval));
  }

  /** The latest days of a range long enough to fail for its length, else null: who answers for them is not down. */
  latestOf(interval: Interval): Interval | null {
    if (lengthOf(interval) <= SHORTEST_DIVIDED_MS) return null;
    return { from: floorSecond(interval.to - SHORTEST_DIVIDED_MS), to: interval.to };
  }

  /**
   * Puts the parts of a range up to be asked, if the error of the request for it (or for `asked`, which was longer) may be due to its
   * length: none as long has been answered, and the vendor fails, or is silent though it answers for others. False otherwise.
   */
  divide(range: Interval, error: unknown, asked: Interval = range): boolean {
    const length = lengthOf(asked);
    const isLong = length >= SHORTEST_DIVIDED_MS && length > this.#longestAnswered;
    if (!isLong || !(error instanceof RequestError)) return false;
    const isSilent = isSilence(error) && this.isAnswering;
    if (!isSilent && error.reason !== 'vendor-error') return false;
    this.#shortestDivided = Math.min(this.#shortestDivided, length);
    if (!isSilent || lengthOf(range) <= AFTER_SILENCE_MS) this.#halve(range);
    else {
      for (let { from } = range; from < range.to; from += AFTER_SILENCE_MS) {
        this.#parts.push({ from, to: Math.min(from + AFTER_SILENCE_MS, range.to) });
      }
    }
    return true;
  }

  /** The next part to ask, the latest first; what is as long as one that failed is halved unasked. */
  next(): Interval | undefined {
    for (;;) {
      const part = this.#parts.pop();
      if (part === undefined || lengthOf(part) < this.#shortestDivided) return part;
      if (lengthOf(part) < SHORTEST_DIVIDED_MS || lengthOf(part) <= this.#longestAnswered) return part;
      this.#halve(part);
    }
  }

  #halve({ from, to }: Interval): void {
    const middle = floorSecond((from + to) / 2);
    this.#parts.push({ from, to: middle }, { from: middle, to });
  }
}

function lengthOf({ from, to }: Interval): number {
  return to - from;
}
