import type { Interval } from '../../../lib/date-range';

const SECOND = 1000;

/** A window as it is asked for: two whole seconds, ms UTC. */
export interface Asked {
  readonly from: number;
  readonly to: number;
}

/**
 * What is known of the ends of windows. Whether `startDate` and `endDate` are inclusive is undocumented, so windows begin a second early
 * until rows have shown that they need not. Only rows that came prove anything; rows that did not come prove nothing.
 */
export class Boundaries {
  /** How far after `startDate` rows are certain to be in the answer, ms: a second, 1 (all but the exact instant), or 0. */
  #startSlack: 1000 | 1 | 0 = SECOND;
  /** How far beyond `endDate` rows are certain to be in the answer, ms: 1 when the exact instant is included. */
  #endReach: 1 | 0 = 0;

  /** The narrowest window whose answer is certain to hold every row of an interval (ms UTC, end exclusive). */
  windowFor({ from, to }: Interval): Asked {
    const start = floorSecond(from - this.#startSlack);
    // Never the same instant twice: the vendor might take that for a mistake.
    return { from: start, to: Math.max(start + SECOND, ceilSecond(to - this.#endReach)) };
  }

  /** The instants whose rows are certain to be in a whole answer to this window; empty (`from >= to`) when none are. */
  certainIn({ from, to }: Asked): Interval {
    return { from: from + this.#startSlack, to: to + this.#endReach };
  }

  /** Learns from the rows of an answer. */
  learn({ from, to }: Asked, rows: readonly { readonly created: number }[]): void {
    for (const { created: time } of rows) {
      if (time === from) this.#startSlack = 0;
      else if (time > from && time < from + SECOND && this.#startSlack > 1) this.#startSlack = 1;
      if (time === to && to > from) this.#endReach = 1;
    }
  }
}

export function floorSecond(time: number): number {
  return Math.floor(time / SECOND) * SECOND;
}

export function ceilSecond(time: number): number {
  return Math.ceil(time / SECOND) * SECOND;
}
