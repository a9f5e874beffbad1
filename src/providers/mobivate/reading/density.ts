import type { Interval } from '../../../lib/date-range';

/** Evidence that a guessed scale weighs as much as, in points. */
const WEIGHT_OF_GUESS = 8;
/** Fewer points than this say too little about how many rows lie between them. */
const FEWEST_POINTS = 20;
/** How many windows' worth to ask for where there are too few points: the full answer is a finer sample of all of them. */
const WINDOWS_PER_SAMPLE = 20;
/** For fewer windows than this a finer sample does not pay. */
const WINDOWS_WORTH_A_SAMPLE = 8;
/** How sure a window should be to come back short, in standard deviations. */
const CAUTION = 1.6;
/** A pace that changes by less than this is the same. */
const SAME_PACE = 4;

export interface DensityOptions {
  /** Times of known rows, ascending along the axis: the answer to a window that came back full. */
  readonly points: Float64Array;
  /** Times of all rows that are known, those that say nothing of how many there are among them; left out: the points. */
  readonly known?: Float64Array;
  /** True when the points lie all over the window (a sample); false when they are its first rows only. */
  readonly spread: boolean;
  /** Guess of how many rows there are for each point. */
  readonly scale: number;
  /** Guess of the time from one row to the next where there are no points, ms. */
  readonly msPerRow: number;
  /** Rows that fill an answer. */
  readonly pageSize: number;
  /** The sample that this one is a finer part of, and how many of its points lie there; for the first one, nobody. */
  readonly parent?: { readonly density: Density | null; readonly points: number };
}

/**
 * How many rows to expect where: learnt from full answers, which are a sample of their window, and from what short answers have since
 * found. A wrong expectation costs requests and never a row.
 */
export class Density {
  readonly #options: DensityOptions;
  #rows = 0;
  #points = 0;
  #msPerRow: number;
  #rowsAtPace = 0;
  #toldParent = false;

  constructor(options: DensityOptions) {
    this.#options = options;
    this.#msPerRow = options.msPerRow;
  }

  get pageSize(): number {
    return this.#options.pageSize;
  }

  get spread(): boolean {
    return this.#options.spread;
  }

  /** Rows for each point: the guess, until enough is known. */
  get scale(): number {
    const rows = this.#options.scale * WEIGHT_OF_GUESS + this.#rows;
    return Math.max(1, rows / (WEIGHT_OF_GUESS + this.#points));
  }

  /** Time from one row to the next in the last answer here, ms. */
  get msPerRow(): number {
    return this.#msPerRow;
  }

  /** How many rows have followed one another at about the pace of the last: as many again may be ahead. */
  get rowsAtPace(): number {
    return this.#rowsAtPace;
  }

  /** True once there is anything but a guess to go by. */
  get informed(): boolean {
    const { parent } = this.#options;
    return !this.spread || parent === undefined || parent.density?.proven === true || this.#points > 0;
  }

  /** True once short answers have shown how many rows there are for each point. */
  get proven(): boolean {
    return this.#points >= FEWEST_POINTS;
  }

  pointsIn(interval: Interval): Float64Array {
    return within(this.#options.points, interval);
  }

  /** The known rows of an interval, which an answer to it has to hold unless they have been deleted. */
  knownIn(interval: Interval): Float64Array {
    return within(this.#options.known ?? this.#options.points, interval);
  }

  /** About how many rows an interval holds. */
  rowsIn(interval: Interval): number {
    const points = this.pointsIn(interval);
    if (this.spread) return points.length * this.scale;
    const from = points.at(-1) ?? interval.from;
    return points.length * this.scale + (interval.to - from) / this.#msPerRow;
  }

  /** Where a window from `from` should end so that it comes back nearly full, at most `to`; `fill` is 0 to 1 of an answer. */
  reach({ from, to }: Interval, fill: number): number {
    const ahead = this.pointsIn({ from, to });
    const beyond = ahead.length === 0 ? from : (ahead.at(-1) ?? from);
    if (ahead.length > 0) {
      const count = this.#pointsPerWindow(ahead.length);
      if (this.spread) {
        const windows = Math.ceil(ahead.length / count);
        return windows <= 1 ? to : (ahead[Math.ceil(ahead.length / windows)] ?? to);
      }
      const end = ahead[Math.ceil(count)];
      if (end !== undefined) return end;
    }
    if (this.spread) return to;
    const rows = Math.max(1, fill * this.pageSize - ahead.length * this.scale);
    return Math.min(to, beyond + rows * this.#msPerRow);
  }

  /** Learns what a short answer has found. */
  learn(interval: Interval, rows: number): void {
    this.#msPerRow = (interval.to - interval.from) / (rows + 1);
    this.#weigh(this.pointsIn(interval).length, rows);
  }

  /** Learns from a full answer how fast rows follow one another. */
  pace(ms: number, rows: number): void {
    const before = this.#msPerRow;
    this.#msPerRow = ms / Math.max(1, rows);
    const change = this.#msPerRow / before;
    this.#rowsAtPace = rows + (change < SAME_PACE && change > 1 / SAME_PACE ? this.#rowsAtPace : 0);
  }

  /** For another part of the same stretch: what is known of a sample is shared, how fast rows follow one another is local. */
  forOtherReader(): Density {
    if (this.spread) return this;
    return new Density({ ...this.#options, scale: this.scale, msPerRow: this.#msPerRow });
  }

  /** Takes evidence in; the first that says something of this sample says something of the sample it is a part of. */
  #weigh(points: number, rows: number): void {
    this.#rows += rows;
    this.#points += points;
    const { parent } = this.#options;
    if (points === 0 || this.#toldParent || !parent?.density || parent.points === 0) return;
    this.#toldParent = true;
    parent.density.#weigh(parent.points, this.scale * this.#options.points.length);
  }

  #pointsPerWindow(ahead: number): number {
    const { scale, pageSize } = this;
    const deviation = Math.sqrt(Math.max(0, 1 - 1 / scale) / (pageSize / scale));
    const count = (0.985 * pageSize) / scale / (1 + CAUTION * deviation);
    if (count >= FEWEST_POINTS || !this.spread || ahead < count * WINDOWS_WORTH_A_SAMPLE) return count;
    return (WINDOWS_PER_SAMPLE * pageSize) / scale;
  }
}

function within(points: Float64Array, { from, to }: Interval): Float64Array {
  return points.subarray(placeOf(points, from), placeOf(points, to));
}

/** First place in ascending numbers that is at least `value`. */
export function placeOf(numbers: Float64Array, value: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? Infinity) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
