import type { AskedWindow } from '../api';
import type { Interval } from '../../../lib/date-range';
import type { WaitReason } from '../../../lib/wait-reason';
import type { MobivateRow, NumberOnlyRow, ParsedWindow } from '../schema';
import type { VendorMemory } from './memory';

/** How far a reading is. */
export interface ReadProgress {
  /** The interval being read, ms UTC. */
  readonly from: number;
  readonly to: number;
  /** Part of the interval's time that has been read, 0 to 1; never goes back. */
  readonly covered: number;
  /** Rows so far, each counted once. */
  readonly rows: number;
  /** Windows and pages asked for; what the transport repeats on its own is not counted. */
  readonly requests: number;
  /** Until when the vendor makes everybody wait, ms UTC; null when it does not. */
  readonly waitingUntil: number | null;
  readonly waitReason?: WaitReason | null | undefined;
}

/** Where rows go. */
export interface Sink {
  add(rows: readonly MobivateRow[]): number;
  /** Takes rows that prove no more than their number, and the interval (ms UTC) they were asked for with. */
  addNumberOnly?(rows: readonly NumberOnlyRow[], asked: Interval): void;
}

/** What a reading needs from outside. */
export interface ReadContext {
  /** Asks the vendor for a window; rejects with a `RequestError` once the retry table is exhausted. */
  readonly fetchWindow: (window: AskedWindow, signal: AbortSignal) => Promise<ParsedWindow>;
  /** Takes every row that arrives; says how many of them were new to this reading. Rows come again, and from around the interval. */
  readonly sink: Sink;
  /** Ends the reading at once; what has been read until then counts. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ReadProgress) => void;
  /** ms UTC. */
  readonly now: () => number;
  /** 0 inclusive to 1 exclusive: chooses which answers to audit. */
  readonly random?: () => number;
  /** Requests at a time; the gate may let fewer through. */
  readonly concurrency?: number;
  /** Rows that fill an answer: the vendor's maximum. */
  readonly pageSize?: number;
  /** What the session's readings have learnt about the vendor; left out: this reading knows nothing of others. */
  readonly memory?: VendorMemory;
  /** The most rows and requests of one reading; left out: `MOST_IN_ALL`. */
  readonly ceiling?: { readonly rows: number; readonly requests: number };
  /** Where waits are known, so that they are told while they last. */
  readonly waits?: {
    waitingUntil(): number | null;
    waitReason?(): WaitReason | null;
    subscribe(listener: () => void): () => void;
  };
}
