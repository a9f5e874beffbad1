import type { Interval } from '../../../lib/date-range';
import type { Answer } from './asker';
import type { Axis } from './axis';
import { floorSecond } from './boundaries';
import { Density, placeOf } from './density';
import { holds, IntervalSet, shared } from './interval-set';
import { widerThan } from './left-out';
import { claimOf } from './prove-order';
import { Recurrence } from './recurrence';
import { placesOf, type RestingClaim, type RestingClaims } from './resting-claims';
import { sampleDensity } from './sample';
import { crowdAround, newSegment, nextWindow, type Segment } from './segment';
import { Segments } from './segments';
import type { ShortAudits } from './short-audits';

/** What to ask next. Intervals are on the axis. */
export type Task =
  | {
      readonly kind: 'window';
      readonly segment: Segment;
      /** What this window answers for. */
      readonly interval: Interval;
      /** What it asks for: further, where the order makes that free. */
      readonly ask: Interval;
    }
  | { readonly kind: 'audit'; readonly claim: RestingClaim }
  | { readonly kind: 'short'; readonly doubt: ShortDoubt }
  | { readonly kind: 'second'; readonly interval: Interval };

/** A short answer that is not taken at its word until parts of its window have been asked for again. Intervals are on the axis. */
export interface ShortDoubt {
  readonly answer: Answer;
  readonly window: Interval;
  readonly parts: readonly Interval[];
  /** What of the parts counts; left out: all of it. */
  readonly within?: Interval;
  /** Places of rows that were seen before in what is asked for; left out: it takes none. */
  readonly known?: Float64Array;
  /** True when one whole answer to a part that brings more settles it: the window itself was too narrow for the vendor. */
  readonly isWider?: true;
}

/** How full windows are meant to be: where overflowing is free, and where it costs a request. */
const FILL_WHEN_ORDERED = 0.92;
const FILL_OTHERWISE = 0.8;

/** Which part of the interval is read, which is under way, and what to ask next. Knows no vendor and does not wait. */
export class Plan {
  readonly axis: Axis;
  readonly #pageSize: number;
  /** Read whole, without believing anything. */
  #proven = new IntervalSet();
  /** Read, believing what is believed now. */
  #covered = new IntervalSet();
  #belief: RestingClaims | null;
  readonly #segments: Segments;
  readonly #seconds: Interval[] = [];
  readonly #audits: ShortAudits;
  readonly #doubts: ShortDoubt[] = [];
  /** Not dispelled yet, queued or under way: their windows do not count as read. */
  readonly #unsettled = new Set<ShortDoubt>();
  readonly #recurrence = new Recurrence();
  #fullAnswers = 1;

  constructor(axis: Axis, pageSize: number, belief: RestingClaims | null, audits: ShortAudits) {
    this.axis = axis;
    this.#audits = audits;
    this.#pageSize = pageSize;
    this.#belief = belief;
    this.#segments = new Segments(axis, pageSize);
  }

  get belief(): RestingClaims | null {
    return this.#belief;
  }

  /** How many ms are read; what is to be re-read counts half. */
  get covered(): number {
    return this.#belief?.areFew ? (this.#covered.length + this.#proven.length) / 2 : this.#covered.length;
  }

  /** True when the vendor never sends a row twice: there is no end to such a list. */
  get isEndless(): boolean {
    return this.#recurrence.isMissing;
  }

  /** A question asked twice brought no row twice. */
  missRecurrence(): void {
    this.#recurrence.miss();
  }

  /** What of the interval (on the axis) is not read. */
  missing(interval: Interval): readonly Interval[] {
    const missing = new IntervalSet();
    for (const part of this.#covered.missing(interval)) missing.add(part);
    for (const { window } of this.#unsettled) missing.add(shared(window, interval) ?? { from: 0, to: 0 });
    return missing.parts;
  }

  /** A stretch to read behind a claim, at the pace of the claim's rows. */
  openOrdered(interval: Interval, { points, interval: { from } }: RestingClaim): void {
    const span = (points.at(-1) ?? 0) - (points[0] ?? 0);
    this.#segments.learnPace(span, points.length);
    const segment = this.#open(interval, this.#emptyDensity(Math.max(1, span / points.length)));
    segment.edge = { points, from };
  }

  /** The whole interval, of which a full answer was got, and nothing is believed of it. */
  openSampled(interval: Interval, answer: Answer): void {
    const segment = newSegment(interval, this.#emptyDensity(1), interval.to);
    this.#segments.open(segment);
    this.#sampled(segment, interval, answer, null);
  }

  /** An interval (ms UTC) that nothing is known of: it is asked for in one window first. */
  openUnknown(interval: Interval): void {
    const msPerRow = (interval.to - interval.from) / (FILL_OTHERWISE * this.#pageSize);
    this.#open(this.axis.interval(interval), this.#emptyDensity(msPerRow));
  }

  /** Read whole: by a short answer, or by all pages of a second. */
  prove(interval: Interval): void {
    this.#proven.add(interval);
    this.#covered.add(interval);
  }

  /** Read as far as the belief in the order goes. */
  rest(claim: RestingClaim): void {
    this.#covered.add(claim.interval);
    this.#belief?.add(claim);
  }

  /** The next thing to ask; null when there is nothing that is not under way. */
  next(): Task | null {
    const second = this.#seconds.pop();
    if (second !== undefined) return { kind: 'second', interval: second };
    const claim = this.#belief?.nextAudit() ?? null;
    if (claim !== null) return { kind: 'audit', claim };
    const doubt = this.#doubts.shift();
    if (doubt !== undefined) return { kind: 'short', doubt };
    // Only so many shared stretches as there were full answers: short lists stay cheap.
    const segment = this.#segments.next(this.#covered, this.#fullAnswers);
    return segment === null ? null : this.#window(segment);
  }

  /** A doubt about a short answer is dispelled: its window is read. */
  dispel(doubt: ShortDoubt): void {
    this.#unsettled.delete(doubt);
  }

  /** A short answer to a window: everything asked for is read, as soon as no doubt is left about it. */
  short({ segment, ask }: Extract<Task, { kind: 'window' }>, answer: Answer): Interval {
    this.#look(answer, ask);
    const points = this.#pointsIn(ask, answer);
    this.#weigh(ask, points, answer, segment);
    this.prove(ask);
    segment.density.learn(ask, points.length);
    this.#advance(segment, ask.to);
    return ask;
  }

  /** A full answer: covers its first rows if the order is believed, else tells about the rest. Returns what it covers, or null. */
  full(task: Extract<Task, { kind: 'window' }>, answer: Answer): Interval | null {
    const { segment, interval, ask } = task;
    this.#fullAnswers += 1;
    this.#look(answer, ask);
    if (this.#belief === null) {
      const window = { from: ask.from, to: Math.max(interval.to, Math.min(ask.to, segment.to)) };
      this.#recurrence.see(window, segment.density.pointsIn(window), this.#pointsIn(window, answer));
      this.#sampled(segment, window, answer, segment.density);
      return null;
    }
    const claim = claimOf(answer, ask, this.axis);
    const { from, to } = claim.interval;
    if (from < to) {
      this.#belief.suspicion.remember(answer.rows, ask, claim.interval);
      this.rest(claim);
      const span = Math.max(1, to - Math.max(from, claim.points[0] ?? from));
      segment.density.pace(span, claim.points.length);
      this.#segments.learnPace(span, claim.points.length);
      this.#advance(segment, to);
      segment.edge = { points: claim.points, from: ask.from };
      return claim.interval;
    }
    this.#advance(segment, segment.from);
    if (!this.#isOneSecond(ask)) segment.crowd = 'start';
    else {
      this.#seconds.push(ask);
      this.#advance(segment, ask.to);
    }
    return null;
  }

  /** A window that could not be read: go on behind it. */
  skip({ segment, interval }: Extract<Task, { kind: 'window' }>): void {
    this.#advance(segment, interval.to);
  }

  /** Drops all that rests on the order, to be read again by splitting; what is proven stays. */
  disbelieve(): void {
    const claims = this.#belief?.all ?? [];
    this.#belief = null;
    this.#covered = this.#proven.clone();
    const known = placesOf(claims);
    const density = new Density({ points: known, spread: true, scale: 1, msPerRow: 1, pageSize: this.#pageSize });
    const dropped = new IntervalSet();
    for (const { interval } of claims) dropped.add(interval);
    for (const part of dropped.parts) {
      for (const missing of this.#proven.missing(part)) this.#open(missing, density);
    }
  }

  #emptyDensity(msPerRow: number): Density {
    return new Density({ points: new Float64Array(), spread: false, scale: 1, msPerRow, pageSize: this.#pageSize });
  }

  #open(interval: Interval, density: Density): Segment {
    const segment = newSegment(interval, density, null);
    this.#segments.open(segment);
    return segment;
  }

  /** Learns from a full answer of which nothing is believed, and sees to it that the next window there is shorter. */
  #sampled(segment: Segment, window: Interval, answer: Answer, parent: Density | null): void {
    if (this.#isOneSecond(window)) {
      this.#seconds.push(window);
      this.#advance(segment, window.to);
      return;
    }
    const { points } = claimOf(answer, window, this.axis);
    const density = sampleDensity({ points, window, pageSize: this.#pageSize, parent });
    if (density.spread) {
      this.#advance(segment, window.to);
      const finer = newSegment(window, density, window.to);
      finer.crowd = crowdAround(window, points);
      this.#segments.open(finer);
    } else {
      this.#advance(segment, window.from);
      segment.density = density;
      segment.overfull = window.to;
      segment.crowd = crowdAround(window, points);
    }
  }

  /** Whether a short answer may have been cut: then it is to be asked for again in parts. */
  #weigh(window: Interval, points: Float64Array, answer: Answer, { density, edge }: Segment): void {
    const came = new Set(points);
    const known = density.knownIn(window);
    // Deleted since, or left out: the question that had brought it tells.
    const last = edge?.points.at(-1);
    if (edge && last !== undefined && holds(window, last) && !came.has(last))
      this.#doubt({ answer, window, parts: [{ from: edge.from, to: window.to }], within: window, known: edge.points });
    if (points.length === 0 && known.length > 0)
      this.#doubt({ answer, window, parts: widerThan(window), within: window, known, isWider: true });
    const parts = this.#audits.partsOf({
      window,
      points,
      count: answer.rows.length + answer.unreadable.length,
      ordered: this.#belief !== null,
      lacksKnown: known.some((place) => !came.has(place)),
    });
    // What nothing at all came of is seen in a wider time, where a narrower one brings nothing either.
    if (parts.length > 0) this.#doubt({ answer, window, parts, ...(points.length > 0 && { known }) });
  }

  #doubt(doubt: ShortDoubt): void {
    this.#unsettled.add(doubt);
    this.#doubts.push(doubt);
  }

  /** The places of an answer's rows in an interval, ascending. */
  #pointsIn({ from, to }: Interval, answer: Answer): Float64Array {
    const { points } = claimOf(answer, { from, to }, this.axis);
    return points.subarray(placeOf(points, from), placeOf(points, to));
  }

  /** Whether an answer still fits what is believed. */
  #look({ rows }: Answer, ask: Interval): void {
    if (this.#belief?.fits(rows) === false) this.disbelieve();
    this.#belief?.suspicion.see(rows, ask.from);
  }

  #advance(segment: Segment, to: number): void {
    this.#segments.advance(segment, to, this.#covered);
  }

  #window(segment: Segment): Task {
    const ordered = this.#belief !== null;
    const fill = ordered ? FILL_WHEN_ORDERED : FILL_OTHERWISE;
    const interval = nextWindow(segment, this.axis, fill, ordered ? this.#segments.msPerRow : null);
    segment.askedTo = interval.to;
    const ask = ordered && segment.crowd === null ? { from: interval.from, to: segment.to } : interval;
    return { kind: 'window', segment, interval, ask };
  }

  #isOneSecond(interval: Interval): boolean {
    const { from, to } = this.axis.interval(interval);
    return floorSecond(from) === floorSecond(to - 1);
  }
}
