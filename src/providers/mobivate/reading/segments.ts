import type { Axis } from './axis';
import type { IntervalSet } from './interval-set';
import { cut, cutAhead, restOf, type Segment } from './segment';

/** A stretch is shared between two readers when so many answers are expected from it. */
const ANSWERS_WORTH_A_CUT = 4;
/** In a burst nobody knows where it ends: idle readers go ahead in it on trial, once for so many full answers. */
const FULL_ANSWERS_PER_TRIAL = 25;
/** Rows follow one another so many times faster than on average: a burst. */
const BURST = 4;

/** The stretches still to be read, and which of them to turn to next. */
export class Segments {
  readonly #axis: Axis;
  readonly #pageSize: number;
  readonly #segments = new Set<Segment>();
  /** Time in which rows were found, ms, and how many: tells how many to expect where no sample does. */
  #ms = 0;
  #rows = 0;
  #cuts = 0;
  #trials = 0;

  constructor(axis: Axis, pageSize: number) {
    this.#axis = axis;
    this.#pageSize = pageSize;
  }

  /** Average time from one row to the next where rows were found, ms. */
  get msPerRow(): number {
    return this.#ms / Math.max(1, this.#rows);
  }

  learnPace(ms: number, rows: number): void {
    this.#ms += ms;
    this.#rows += rows;
  }

  open(segment: Segment): void {
    if (segment.from < segment.to) this.#segments.add(segment);
  }

  /** Goes on to a place, or further if that is covered already; drops the segment when nothing of it is left. */
  advance(segment: Segment, to: number, covered: IntervalSet): void {
    segment.from = Math.max(segment.from, to);
    segment.askedTo = null;
    segment.overfull = null;
    segment.crowd = null;
    this.#trim(segment, covered);
  }

  /** The segment to read on in; null when there is none. `mostCuts` limits how many stretches may have been shared by now. */
  next(covered: IntervalSet, mostCuts: number): Segment | null {
    for (const segment of this.#idle()) this.#trim(segment, covered);
    return this.#idle().length > 0 ? this.#idleWithMostRows() : this.#partOfAnother(mostCuts);
  }

  /**
   * Segments of which nothing but a guess is known wait until nothing is under way, and then the newest goes alone: what it finds
   * is known of all.
   */
  #idleWithMostRows(): Segment | null {
    const idle = this.#idle();
    const informed = this.#withMostRows(idle);
    if (informed !== null || idle.length < this.#segments.size) return informed;
    return idle.at(-1) ?? null;
  }

  #partOfAnother(mostCuts: number): Segment | null {
    if (this.#cuts >= mostCuts) return null;
    const segment = this.#withMostRows([...this.#segments]);
    if (segment === null) return null;
    const enough = ANSWERS_WORTH_A_CUT * this.#pageSize;
    const other = this.#expectedIn(segment) < enough ? this.#aheadInBurst(enough, mostCuts) : cut(segment, this.#axis);
    if (other === null) return null;
    this.#cuts += 1;
    this.#segments.add(other);
    return other;
  }

  /** Part of the densest burst under way, as far ahead as it has come: costs a request if the burst has ended by then. */
  #aheadInBurst(rows: number, fullAnswers: number): Segment | null {
    if (this.#trials >= Math.floor(fullAnswers / FULL_ANSWERS_PER_TRIAL)) return null;
    const bursts = [...this.#segments].filter(
      ({ density }) => !density.spread && density.rowsAtPace >= rows / 2 && density.msPerRow * BURST < this.msPerRow,
    );
    const densest = bursts.toSorted((one, other) => one.density.msPerRow - other.density.msPerRow);
    for (const segment of densest) {
      const other = cutAhead(segment, Math.max(rows, segment.density.rowsAtPace), this.#axis);
      if (other === null) continue;
      this.#trials += 1;
      return other;
    }
    return null;
  }

  #idle(): readonly Segment[] {
    return [...this.#segments].filter(({ askedTo }) => askedTo === null);
  }

  #trim(segment: Segment, covered: IntervalSet): void {
    segment.from = covered.endAround(segment.from);
    if (segment.from >= segment.to) this.#segments.delete(segment);
  }

  /** Rows to expect behind the window under way. */
  #expectedIn(segment: Segment): number {
    const { density } = segment;
    const rest = restOf(segment);
    if (density.spread) return density.rowsIn(rest);
    return density.pointsIn(rest).length + (rest.to - rest.from) / Math.max(1, this.msPerRow);
  }

  #withMostRows(segments: readonly Segment[]): Segment | null {
    let most: Segment | null = null;
    let rows = -1;
    for (const segment of segments) {
      const expected = segment.density.informed ? this.#expectedIn(segment) : -1;
      if (expected > rows) [most, rows] = [segment, expected];
    }
    return most;
  }
}
