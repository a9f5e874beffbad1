import type { Interval } from '../../../lib/date-range';

/** So many full answers in a row without any of the rows seen before in their windows: no list is like that. */
const MOST_WITHOUT = 40;
/** Answers of fewer rows may have none in common by chance, where a vendor draws them anew every time. */
export const ROWS_THAT_TELL = 100;
/** Rows are told by their instants: a window says something only if so many would be the same by chance, at most. */
const MOST_BY_CHANCE = 0.01;

/**
 * Whether rows seen once are ever seen again: of the known rows of a window, a full answer to it holds at least some now and then,
 * even where the vendor draws others every time. A vendor that makes its rows up would be read for ever.
 */
export class Recurrence {
  #without = 0;

  /** Looks at a full answer to a window (ms): the instants of rows known in it, and those of the answer's own. */
  see({ from, to }: Interval, known: Float64Array, own: Float64Array): void {
    if (known.length === 0 || own.length < ROWS_THAT_TELL || known.length * own.length > MOST_BY_CHANCE * (to - from))
      return;
    const instants = new Set(own);
    this.#without = known.some((instant) => instants.has(instant)) ? 0 : this.#without + 1;
  }

  /** The same question brought none of the same rows. */
  miss(): void {
    this.#without += MOST_WITHOUT / 4;
  }

  get isMissing(): boolean {
    return this.#without >= MOST_WITHOUT;
  }
}
