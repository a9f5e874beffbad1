import type { Interval } from '../../lib/date-range';
import type { Coverage, LookupProgress } from '../contract';
import type { Sink } from './reading/context';
import type { MobivateRow } from './schema';
import type { StretchProgress } from './session-progress';

/** Reads one interval of the vendor's list into a sink and says what it covered. Rejects only for a bug of ours. */
export type ReadInterval = (
  interval: Interval,
  context: {
    readonly sink: Sink;
    readonly signal: AbortSignal;
    readonly onProgress: (progress: StretchProgress) => void;
  },
) => Promise<Coverage>;

/** What someone who waits for a reading wants to hear of it. */
export interface Listener {
  readonly onProgress?: ((progress: LookupProgress) => void) | undefined;
  /** Rows as they arrive, each batch after the history has taken it in. Known ones come again. */
  readonly onRows?: ((rows: readonly Pick<MobivateRow, 'mobile'>[]) => void) | undefined;
}

/** One reading of some stretches of the history, shared by all who wait for it; it stops when the last of them has left. */
export class Reading {
  readonly number: number;
  readonly stretches: readonly Interval[];
  /** Settles when the reading has ended, stopped or not; rejects only for a bug of ours. */
  readonly done: Promise<void>;
  readonly #stop = new AbortController();
  readonly #listeners = new Set<Listener>();
  #progress: LookupProgress | null = null;

  /** `run` does the work; it is called at once. */
  constructor(number: number, stretches: readonly Interval[], run: (reading: Reading) => Promise<void>) {
    this.number = number;
    this.stretches = stretches;
    this.done = run(this);
  }

  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /** Tells all who wait how far it is. */
  report(progress: LookupProgress): void {
    this.#progress = progress;
    for (const { onProgress } of this.#listeners) onProgress?.(progress);
  }

  /** Tells all who wait of rows that have arrived. */
  pass(rows: readonly Pick<MobivateRow, 'mobile'>[]): void {
    for (const { onRows } of this.#listeners) onRows?.(rows);
  }

  /**
   * Waits for the end, or until `signal` aborts. The last to leave stops the reading, and then waits for it to stop, so that
   * what it had read until then is known.
   */
  async wait(listener: Listener, signal: AbortSignal): Promise<void> {
    // Its own object: the same listener may wait twice.
    const place: Listener = { onProgress: listener.onProgress, onRows: listener.onRows };
    this.#listeners.add(place);
    if (this.#progress !== null) place.onProgress?.(this.#progress);
    await this.over(signal);
    this.#listeners.delete(place);
    // Some turns after the signal: a page that leaves and comes back with another filter has joined again by now.
    if (this.#listeners.size > 0) return;
    this.#stop.abort();
    await this.done;
  }

  /** Waits for the end, or until `signal` aborts, without keeping the reading going. */
  async over(signal: AbortSignal): Promise<void> {
    let leave = (): void => undefined;
    const left = new Promise<void>((resolve) => {
      leave = resolve;
    });
    signal.addEventListener('abort', leave);
    if (signal.aborted) leave();
    try {
      await Promise.race([this.done, left]);
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }
}
