import type { Interval } from '../../lib/date-range';
import { isNonEmpty } from '../../lib/non-empty';
import type { Failure } from '../../lib/reason';
import type { Coverage, Gap } from '../contract';
import { intersection, minus, overlaps } from './session-intervals';
import { SAME_CLOCK_MS } from './vendor-clock';

/** How far before the start of a reading rows may still have been missing from it: clocks differ, and rows arrive late. */
export const OVERLAP_MS = 3_600_000;

/** A stretch of the history that was read whole. */
interface Part extends Interval {
  /** Start of the reading, ms UTC. */
  readonly asOf: number;
  /** Which reading it was; later ones have higher numbers. */
  readonly reading: number;
}

/** A stretch that a reading tried and could not read whole. */
interface PlacedGap extends Gap {
  readonly interval: Interval;
}

/** Which readings may answer a question. */
export interface Needs {
  /** This reading and later ones answer in full. */
  readonly reading: number;
  /** Earlier ones that began at this instant (ms UTC) or later answer for what was past when they began, less the overlap. */
  readonly since: number;
}

/** What has been read of the history, and when: disjoint stretches, and the gaps that the last readings of them left. */
export class Ledger {
  #parts: readonly Part[] = [];
  #gaps: readonly { readonly gap: PlacedGap; readonly reading: number }[] = [];

  /** Enters the outcome of reading an interval. Returns the stretches that were read whole. */
  enter(interval: Interval, coverage: Coverage, reading: number): readonly Interval[] {
    const gaps = coverage.kind === 'whole' ? [] : coverage.gaps.map((gap) => place(gap, interval));
    const read = minus([interval], gaps.map(intervalOf));
    const kept = this.#parts.flatMap((part) => minus([part], read).map((rest) => cutPart(part, rest)));
    const { asOf } = coverage.scope;
    this.#parts = [...kept, ...read.map((stretch) => ({ ...stretch, asOf, reading }))];
    const others = this.#gaps.flatMap(({ gap, reading }) =>
      minus([gap.interval], [interval]).map((rest) => ({ gap: cutGap(gap, rest), reading })),
    );
    this.#gaps = [...others, ...gaps.map((gap) => ({ gap, reading }))];
    return read;
  }

  /**
   * Forgets what was read later than it is now (ms UTC): the clock was wrong then and has been put right since, so nobody knows how
   * old that is. It would look fresh, and past, for as long as the clock had been ahead. Returns whether there was any.
   */
  forgetAfter(now: number): boolean {
    const kept = this.#parts.filter(({ asOf }) => asOf <= now + SAME_CLOCK_MS);
    const forgot = kept.length < this.#parts.length;
    this.#parts = kept;
    return forgot;
  }

  /** True when something of an interval was ever read whole. */
  knows(interval: Interval): boolean {
    return this.#parts.some((part) => overlaps(part, interval));
  }

  /** The stretches still to be read to answer a question: all of it once a part it would rest on is too old. */
  toRead(interval: Interval, needs: Needs): readonly Interval[] {
    const tried = this.#gapsOf(interval, needs).map(intervalOf);
    const missing = minus(this.#missing(interval, needs), tried);
    const tooOld = this.#parts.some(
      (part) => part.asOf < needs.since && missing.some((stretch) => overlaps(stretch, settled(part))),
    );
    if (!tooOld) return missing;
    return minus([interval], [...this.#parts.filter(({ reading }) => reading >= needs.reading), ...tried]);
  }

  /** What is known of an interval. `untried` says why stretches that no reading has tried were not read; `now` is ms UTC. */
  coverage(interval: Interval, needs: Needs, untried: Failure, now: number): Coverage {
    const known = this.#parts.filter((part) => overlaps(part, interval));
    const asOf = Math.min(now, ...known.map((part) => part.asOf));
    const newestAsOf = Math.min(now, known.findLast(({ to }) => to === lastEnd(known))?.asOf ?? asOf);
    const scope = {
      provider: 'mobivate',
      account: null,
      interval,
      asOf,
      ...(newestAsOf > asOf && { newestAsOf }),
    };
    const failed = this.#gapsOf(interval, needs);
    const rest = minus(this.#missing(interval, needs), failed.map(intervalOf));
    const gaps = [
      ...failed,
      ...rest.map((stretch): PlacedGap => ({ interval: stretch, unreadable: [], failure: untried })),
    ].toSorted((a, b) => a.interval.from - b.interval.from);
    return isNonEmpty(gaps) ? { kind: 'partial', scope, gaps } : { kind: 'whole', scope };
  }

  /** The parts of an interval that no reading answers for, as far as this question needs. */
  #missing(interval: Interval, needs: Needs): readonly Interval[] {
    const usable = this.#parts.flatMap((part): Interval[] => {
      if (part.reading >= needs.reading) return [part];
      return part.asOf >= needs.since ? [settled(part)] : [];
    });
    return minus([interval], usable);
  }

  /** The gaps that the readings this question needs have left in an interval, cut to it. */
  #gapsOf(interval: Interval, needs: Needs): readonly PlacedGap[] {
    return this.#gaps
      .filter(({ gap, reading }) => reading >= needs.reading && overlaps(gap.interval, interval))
      .map(({ gap }) => cutGap(gap, intersection(gap.interval, interval)));
  }
}

/** Where the newest of some stretches ends, ms UTC. */
function lastEnd(parts: readonly Part[]): number {
  return Math.max(...parts.map(({ to }) => to));
}

/** What of a stretch was past when it was read, less the overlap: nothing new can come there, only deletions. */
function settled(part: Part): Interval {
  return { from: part.from, to: Math.min(part.to, part.asOf - OVERLAP_MS) };
}

function cutPart({ asOf, reading }: Part, { from, to }: Interval): Part {
  return { from, to, asOf, reading };
}

function cutGap({ unreadable, failure }: Gap, interval: Interval): PlacedGap {
  return { interval, unreadable, failure };
}

function intervalOf({ interval }: PlacedGap): Interval {
  return interval;
}

/** A gap without dates, or with dates beside what was asked, stands for all of it: better too much than a gap forgotten. */
function place(gap: Gap, interval: Interval): PlacedGap {
  const common = gap.interval === null ? interval : intersection(gap.interval, interval);
  return cutGap(gap, common.from < common.to ? common : interval);
}
