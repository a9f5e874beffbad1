import type { Interval } from '../../lib/date-range';
import { createBreather } from '../../lib/yield';
import type { Failure } from '../../lib/reason';
import { REASON_WORDS } from '../../lib/words';
import type { Coverage, LookupProgress } from '../contract';
import type { History } from './history';
import { joined, minus, overlaps } from './session-intervals';
import { Ledger, type Needs } from './session-ledger';
import { ReadingProgress } from './session-progress';
import { Reading, type Listener, type ReadInterval } from './session-reading';
import { VendorClock } from './vendor-clock';

/** A reading older than this is read again, whole, at the next question. */
export const STALE_AFTER_MS = 1_800_000;

/** Where the history stands: what the last question got, or how far the reading for the present one is. */
export type SessionState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly interval: Interval; readonly progress: LookupProgress }
  | { readonly kind: 'whole'; readonly coverage: Extract<Coverage, { kind: 'whole' }>; readonly readAt: number }
  | { readonly kind: 'partial'; readonly coverage: PartialCoverage; readonly readAt: number };

export type PartialCoverage = Extract<Coverage, { kind: 'partial' }>;

/** What is known of an interval. Its rows are in the session's history. */
export interface Answer {
  /** `scope.asOf` is when the oldest reading it rests on began. */
  readonly coverage: Coverage;
  /** When the newest reading it rests on ended, ms UTC. */
  readonly readAt: number;
}

export interface AskOptions extends Listener {
  /** Stops waiting; what is known by then is the answer. */
  readonly signal: AbortSignal;
}

const CANCELLED: Failure = {
  reason: 'cancelled',
  message: REASON_WORDS.cancelled.meaning,
  detail: 'Stopped before this part was read.',
};

/** Whatever was read, whenever. */
const ANY: Needs = { reading: 0, since: -Infinity };

/** The history of opt-outs and what of it has been read, shared for the browser session by all who ask. */
export class Session {
  readonly history: History;
  /** What time it can be at the vendor; everything here goes by the earliest. */
  readonly clock: VendorClock;
  readonly #read: ReadInterval;
  readonly #ledger = new Ledger();
  readonly #subscribers = new Set<() => void>();
  #readings = 0;
  #current: Reading | null = null;
  #readAt = 0;
  #state: SessionState = { kind: 'idle' };

  /** `now` gives ms UTC by this computer's clock; `clock` is the one that `read` teaches, left out when it teaches none. */
  constructor(parts: {
    readonly history: History;
    readonly read: ReadInterval;
    readonly now: () => number;
    readonly clock?: VendorClock;
  }) {
    this.history = parts.history;
    this.#read = parts.read;
    this.clock = parts.clock ?? new VendorClock(parts.now);
  }

  /** Calls back whenever `getSnapshot` has changed; returns how to stop that. Both are made for `useSyncExternalStore`. */
  readonly subscribe = (onChange: () => void): (() => void) => {
    this.#subscribers.add(onChange);
    return () => this.#subscribers.delete(onChange);
  };

  readonly getSnapshot = (): SessionState => this.#state;

  /**
   * Makes an interval (ms UTC, end exclusive) known: reads what is not covered, and again what was new when last read, with an
   * overlap; all of it when the reading it would rest on is older than 30 minutes or later than now, or with `fresh`. A reading
   * under way is
   * shared, never doubled. Until an older stretch is read again its rows stay. Rejects only for a bug of ours.
   */
  async ensure(interval: Interval, options: AskOptions & { readonly fresh?: boolean }): Promise<Answer> {
    const now = this.clock.earliest();
    this.#ledger.forgetAfter(now);
    const since = options.fresh === true ? Infinity : now - STALE_AFTER_MS;
    const needs = await this.#ask([interval], { reading: this.#readings + 1, since }, options);
    return this.#answer(interval, needs);
  }

  /** Reads the gaps of an answer again, and nothing else. The answer is for the same interval, whatever the age of its rest. */
  async retry({ scope, gaps }: PartialCoverage, options: AskOptions): Promise<Answer> {
    const { interval } = scope;
    if (interval === null) throw new TypeError('Only an answer about an interval has gaps that can be read.');
    // Then the rest has no age any more, and is as unknown as the gaps.
    if (this.#ledger.forgetAfter(this.clock.earliest())) return this.ensure(interval, options);
    const stretches = gaps.map((gap) => gap.interval ?? interval);
    await this.#ask(stretches, { reading: this.#readings + 1, since: Infinity }, options);
    return this.#answer(interval, ANY);
  }

  /** What is known of an interval, whatever its age, without asking the vendor; null when nothing of it was ever read. */
  held(interval: Interval): Answer | null {
    this.#ledger.forgetAfter(this.clock.earliest());
    if (!this.#ledger.knows(interval)) return null;
    return { coverage: this.#coverage(interval, ANY), readAt: this.#readAt };
  }

  /** Reads, or waits for others to read, until nothing is left to read of these intervals. Returns what answers them. */
  async #ask(intervals: readonly Interval[], asked: Needs, options: AskOptions): Promise<Needs> {
    let needs = asked;
    for (;;) {
      const stretches = joined(intervals.flatMap((interval) => this.#ledger.toRead(interval, needs)));
      if (stretches.length === 0 || options.signal.aborted) return needs;
      const current = this.#current ?? this.#start(stretches);
      const shared = current.stretches.some((stretch) => stretches.some((own) => overlaps(own, stretch)));
      if (shared && !current.signal.aborted) {
        needs = { reading: Math.min(needs.reading, current.number), since: asked.since };
        await current.wait(listenerFor(options, current, stretches), options.signal);
      } else {
        // Of no use here, or already stopping because all who wanted it have left: its turn has to pass first.
        await current.over(options.signal);
      }
    }
  }

  #start(stretches: readonly Interval[]): Reading {
    this.#readings += 1;
    const reading = new Reading(this.#readings, stretches, (own) => this.#run(own));
    this.#current = reading;
    return reading;
  }

  async #run(reading: Reading): Promise<void> {
    const { stretches, signal } = reading;
    const interval = { from: stretches[0]?.from ?? 0, to: stretches.at(-1)?.to ?? 0 };
    const before = this.#state;
    const report = (progress: LookupProgress) => {
      this.#change({ kind: 'reading', interval, progress });
      reading.report(progress);
    };
    const breathe = createBreather();
    const progress = new ReadingProgress(stretches, this.clock.earliest());
    report(progress.start());
    this.history.beginReading(this.clock.earliest());
    this.clock.beginReading();
    // Lets the one who asked begin to wait before anything can be heard.
    await Promise.resolve();
    try {
      for (const [index, stretch] of stretches.entries()) {
        if (signal.aborted) break;
        const told = await this.#read(stretch, {
          signal,
          sink: {
            add: (rows) => {
              const firstSeen = this.history.add(rows);
              reading.pass(rows);
              return firstSeen;
            },
            addNumberOnly: (rows, asked) => {
              this.history.addNumberOnly(rows, asked);
              reading.pass(rows);
            },
          },
          onProgress: (now) => report(progress.during(index, now)),
        });
        const coverage = this.#byClock(told);
        for (const whole of this.#ledger.enter(stretch, coverage, reading.number)) {
          await breathe();
          this.history.retireUnseen(whole);
        }
      }
    } catch (error) {
      this.#change(before);
      throw error;
    } finally {
      this.#readAt = this.clock.earliest();
      this.#current = null;
    }
  }

  #answer(interval: Interval, needs: Needs): Answer {
    const coverage = this.#coverage(interval, needs);
    const readAt = this.#readAt;
    if (this.#current === null) {
      this.#change(
        coverage.kind === 'whole' ? { kind: 'whole', coverage, readAt } : { kind: 'partial', coverage, readAt },
      );
    }
    return { coverage, readAt };
  }

  #coverage(interval: Interval, needs: Needs): Coverage {
    return this.#ledger.coverage(interval, needs, CANCELLED, this.clock.earliest());
  }

  /** A reading takes its beginning from our clock; what time that was at the vendor it has learned only from the answers. */
  #byClock(coverage: Coverage): Coverage {
    const asOf = Math.min(this.clock.earliest(coverage.scope.asOf), this.clock.earliest());
    return { ...coverage, scope: { ...coverage.scope, asOf } };
  }

  #change(state: SessionState): void {
    this.#state = state;
    for (const onChange of this.#subscribers) onChange();
  }
}

/** A reading that brings only part of what is needed says nothing about how far the whole is. */
function listenerFor({ onProgress, onRows }: Listener, reading: Reading, needed: readonly Interval[]): Listener {
  if (onProgress === undefined || minus(needed, reading.stretches).length === 0) return { onProgress, onRows };
  return { onProgress: (progress) => onProgress({ ...progress, fraction: null }), onRows };
}
