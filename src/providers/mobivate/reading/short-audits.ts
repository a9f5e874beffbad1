import type { Interval } from '../../../lib/date-range';
import { LEAST_LIMIT } from './capped';
import { halves } from './left-out';

/** So many short answers are looked at one by one before chance decides. */
const FIRST = { ordered: 20, otherwise: 3 };
/** Afterwards one short answer in so many is re-read, chosen at random. */
const SHORTS_PER_AUDIT = { ordered: 10, otherwise: 25 };
/** Behind the last row of an answer so much time, in rows at the answer's own pace, is more than chance leaves empty. */
const LONG_TAIL = 10;
/** A vendor that sends less time than it was asked for, whatever the rows, sends as much as this. */
const SHORT_MS = 31 * 86_400_000;

/** A short answer to a window, on the axis. */
interface ShortAnswer {
  readonly window: Interval;
  /** Places of its rows in the window, ascending. */
  readonly points: Float64Array;
  /** Rows in all, those around the window and those that could not be read among them. */
  readonly count: number;
  /** True when answers are believed to hold the first rows of their window. */
  readonly ordered: boolean;
  /** True when rows of the window that came earlier are not in it. */
  readonly lacksKnown: boolean;
}

/**
 * Which short answers are not taken at their word: something may cut an answer below the thousand rows asked for, now and then, as a
 * vendor does that drops deleted rows after counting to a thousand.
 *
 * Where rows come in order, what is cut off is the end: long emptiness behind the last row is asked for again. Elsewhere the cut
 * ones are the largest: the first few are re-read in halves, every one as large as the largest so far, and every one that
 * lacks a row seen before. In both a random share besides. Of very few rows, only long emptiness tells.
 */
export class ShortAudits {
  readonly #random: () => number;
  readonly #suspicious: boolean;
  #seen = 0;
  #largest = 0;

  /** `suspicious` when the vendor has been found to leave rows out: then everything is re-read. */
  constructor(random: () => number, suspicious: boolean) {
    this.#random = random;
    this.#suspicious = suspicious;
  }

  /** The parts (on the axis) to ask for again; none when the answer is taken at its word. */
  partsOf(answer: ShortAnswer): readonly Interval[] {
    const { window, points, count, ordered, lacksKnown } = answer;
    if (this.#suspicious || lacksKnown) return halves(window, points);
    const tail = { from: points.at(-1) ?? window.from, to: window.to };
    if (count < LEAST_LIMIT) return ordered && points.length > 0 && tail.to - tail.from > SHORT_MS ? [tail] : [];
    this.#seen += 1;
    if (ordered && hasLongTail(answer)) return [tail];
    const largest = !ordered && count >= this.#largest;
    if (!ordered) this.#largest = Math.max(this.#largest, count);
    const kind = ordered ? 'ordered' : 'otherwise';
    const early = this.#seen <= FIRST[kind];
    const drawn = early ? !ordered : this.#random() * SHORTS_PER_AUDIT[kind] < 1;
    return largest || drawn ? halves(window, points) : [];
  }
}

function hasLongTail({ window, points }: ShortAnswer): boolean {
  const first = points[0] ?? window.from;
  const last = points.at(-1) ?? window.from;
  return window.to - last > (LONG_TAIL * Math.max(1, last - first)) / Math.max(1, points.length);
}
