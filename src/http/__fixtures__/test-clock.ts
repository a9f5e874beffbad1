import type { Clock } from '../clock';

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** A clock that stands still until told to go on, so that waits are proved without waiting. */
export class TestClock implements Clock {
  /** Every wait that was asked for, ms, in order. */
  readonly waits: number[] = [];
  readonly #timers = new Set<Timer>();
  #now: number;

  constructor(now = Date.UTC(2026, 10, 21, 12)) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, callback: () => void): () => void {
    const timer = { at: this.#now + ms, callback };
    this.waits.push(ms);
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Timers that have neither gone off nor been called off. */
  get pending(): number {
    return this.#timers.size;
  }

  /** Goes on by `ms`, setting off what falls due, in order. */
  advance(ms: number): void {
    const until = this.#now + ms;
    for (;;) {
      const [due] = [...this.#timers].filter((timer) => timer.at <= until).toSorted((a, b) => a.at - b.at);
      if (due === undefined) break;
      this.#timers.delete(due);
      this.#now = Math.max(this.#now, due.at);
      due.callback();
    }
    this.#now = until;
  }
}

/** The same, but every wait is over by the next turn of the event loop. */
export class ImpatientClock extends TestClock {
  override after(ms: number, callback: () => void): () => void {
    const callOff = super.after(ms, callback);
    setImmediate(() => this.advance(ms));
    return callOff;
  }
}
