import PQueue from 'p-queue';

import type { WaitReason } from '../lib/wait-reason';
import { systemClock, type Clock } from './clock';

/** What a vendor says is left of its rate budget (`X-RateLimit-*`). */
export interface Budget {
  readonly remaining: number;
  /** When it is filled up again, ms UTC. */
  readonly resetAt: number;
}

export interface GateOptions {
  /** Requests at a time when all is well. */
  readonly concurrency: number;
  /** The longest wait a vendor can impose on us before we give up, ms. */
  readonly longestWait?: number;
  readonly clock?: Clock;
}

/** One vendor's gate: every request to that vendor, from whatever page, goes through the same one. */
export interface Gate {
  readonly clock: Clock;
  readonly longestWait: number;
  /** Runs the task when there is room and no pause; `again` puts a repeated request before those that have not been sent. */
  run<T>(task: (signal: AbortSignal) => Promise<T>, signal: AbortSignal, again?: boolean): Promise<T>;
  /** The vendor said 429: one pause for everybody, and half as many at a time afterwards. */
  slowDown(waitMs: number): void;
  /** The vendor answered: after enough of these, one more at a time, up to where we began. */
  answered(): void;
  /** The vendor has answered within the last two minutes. */
  isAnswering(): boolean;
  /** Pauses until the budget is filled up again when what is left is spoken for by requests under way. */
  noteBudget(budget: Budget): void;
  /** Until when everything waits, ms UTC; null while nothing does. */
  waitingUntil(): number | null;
  /** Why everything waits; null while nothing does. A vendor that has said 429 in the meantime is the reason, whatever began the wait. */
  waitReason(): WaitReason | null;
  /** How many may go at a time just now. */
  concurrency(): number;
  /** Calls back when a wait begins, grows or ends; returns the way to stop that. */
  subscribe(listener: () => void): () => void;
}

/** Answers at the present width before it widens by one. */
const ANSWERS_PER_WIDENING = 20;
const ANSWERING_FOR = 120_000;
const LONGEST_WAIT = 60_000;

/** Makes a gate on p-queue. Aborting a task that still queues rejects it at once with the signal's reason. */
export function createGate(options: GateOptions): Gate {
  const { clock = systemClock, longestWait = LONGEST_WAIT, concurrency: widest } = options;
  const queue = new PQueue({ concurrency: widest });
  const listeners = new Set<() => void>();
  let pausedUntil: number | null = null;
  let reason: WaitReason = 'budget';
  let callOff: (() => void) | null = null;
  let answersSinceChange = 0;
  let lastAnswer = Number.NEGATIVE_INFINITY;

  function tell(): void {
    for (const listener of listeners) listener();
  }

  function pauseUntil(time: number): void {
    if (time <= Math.max(clock.now(), pausedUntil ?? 0)) return;
    pausedUntil = time;
    queue.pause();
    callOff?.();
    callOff = clock.after(time - clock.now(), () => {
      pausedUntil = null;
      queue.start();
      tell();
    });
    tell();
  }

  return {
    clock,
    longestWait,
    run: (task, signal, again = false) => queue.add(() => task(signal), { signal, priority: again ? 1 : 0 }),
    slowDown(waitMs) {
      reason = 'asked';
      // Requests sent together are refused together: they count as one 429.
      if (pausedUntil === null) queue.concurrency = Math.max(1, Math.floor(queue.concurrency / 2));
      answersSinceChange = 0;
      pauseUntil(clock.now() + Math.min(waitMs, longestWait));
    },
    answered() {
      lastAnswer = clock.now();
      answersSinceChange += 1;
      if (answersSinceChange < ANSWERS_PER_WIDENING || queue.concurrency >= widest) return;
      queue.concurrency += 1;
      answersSinceChange = 0;
    },
    isAnswering: () => clock.now() - lastAnswer <= ANSWERING_FOR,
    noteBudget({ remaining, resetAt }) {
      const others = Math.max(0, queue.pending - 1);
      if (remaining > others) return;
      if (pausedUntil === null) reason = 'budget';
      pauseUntil(Math.min(resetAt, clock.now() + longestWait));
    },
    waitingUntil: () => pausedUntil,
    waitReason: () => (pausedUntil === null ? null : reason),
    concurrency: () => queue.concurrency,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
