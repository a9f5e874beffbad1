import { RequestError } from '../../../http/errors';
import type { Interval } from '../../../lib/date-range';
import type { Failure } from '../../../lib/reason';
import { nextTask } from '../../../lib/yield';
import type { Coverage } from '../../contract';
import { Asker, type Answer } from './asker';
import { axisFor, EARLIEST_FIRST, type Axis } from './axis';
import { CAPPED, doubtOf } from './capped';
import type { ReadContext } from './context';
import { readCrowdedSecond } from './crowded-second';
import { Gaps } from './gaps';
import { cutWhenWider, leavesOut } from './left-out';
import { isSilence, LongRanges } from './long-ranges';
import { Plan, type ShortDoubt, type Task } from './plan';
import { audit, proveOrder } from './prove-order';
import { RestingClaims, type RestingClaim } from './resting-claims';
import { ShortAudits } from './short-audits';
import { CANCELLED, ENDLESS, FINAL, MOST_FAILURES_IN_A_ROW, NEVER_TWICE, TOO_LARGE } from './stops';

const CONCURRENCY = 6;
/** Far more requests than any list needs: windows that do not get smaller with the dates would go on for ever. */
const MOST_REQUESTS = { always: 300, perFullAnswer: 25 };

/** One reading of one interval: keeps several requests under way, applies what they bring, and stops when told or when it must. */
export class Reading {
  readonly #interval: Interval;
  readonly #context: ReadContext;
  /** Aborted when it is over: where one of two requests has failed, the other is still under way. */
  readonly #over = new AbortController();
  readonly #asker: Asker;
  readonly #random: () => number;
  readonly #audits: ShortAudits;
  readonly #gaps = new Gaps();
  readonly #running = new Set<Promise<void>>();
  #plan: Plan;
  #failuresInARow = 0;
  readonly #ranges = new LongRanges();
  #stop: Failure | null = null;
  #told = 0;

  constructor(interval: Interval, context: ReadContext) {
    this.#interval = interval;
    this.#context = context;
    this.#asker = new Asker({ ...context, signal: this.#over.signal });
    this.#random = context.random ?? Math.random;
    this.#audits = new ShortAudits(this.#random, this.#asker.memory.isCapped);
    this.#plan = this.#planAlong(EARLIEST_FIRST, null);
  }

  async run(): Promise<void> {
    const { signal, waits } = this.#context;
    if (signal.aborted || this.#interval.from >= this.#interval.to) return;
    const stop = (): void => this.#over.abort();
    const left = new Promise<void>((resolve) => {
      this.#over.signal.addEventListener('abort', () => resolve(), { once: true });
    });
    signal.addEventListener('abort', stop, { once: true });
    const deafen = waits?.subscribe(() => this.#tell());
    try {
      await Promise.race([this.#work(), left]);
    } finally {
      signal.removeEventListener('abort', stop);
      stop();
      deafen?.();
    }
  }

  coverage(): Coverage {
    const { axis, belief } = this.#plan;
    // Ended before it was time to settle doubts: what rests on too little does not count.
    if (belief?.settled === false) this.#plan.disbelieve();
    const interval = { from: this.#interval.from, to: Math.max(this.#interval.from, this.#interval.to) };
    // One row left out, and no answer can be taken at its word.
    const isCapped = this.#stop === CAPPED;
    const missing = isCapped
      ? [interval]
      : this.#plan.missing(axis.interval(interval)).map((part) => axis.interval(part));
    // Where nothing else is missing, also those of answers that were asked for as a proof only.
    if (missing.length === 0) this.#gaps.unreadable(interval, this.#gaps.untold(this.#asker.strays));
    const scope = { provider: 'mobivate', account: null, interval, asOf: this.#asker.asOf };
    const otherwise = this.#context.signal.aborted ? CANCELLED : (this.#stop ?? ENDLESS);
    const coverage = this.#gaps.coverage(scope, missing.toReversed(), otherwise);
    if (isCapped) this.#asker.memory.found(interval);
    else if (coverage.kind === 'whole') this.#asker.memory.passed(interval);
    return coverage;
  }

  async #work(): Promise<void> {
    await this.#begin();
    this.#tell();
    for (;;) {
      while (this.#running.size < (this.#context.concurrency ?? CONCURRENCY)) {
        const task = this.#next();
        if (task === null) break;
        const work = this.#do(task).finally(() => this.#running.delete(work));
        this.#running.add(work);
      }
      if (this.#running.size === 0) return;
      await Promise.race(this.#running);
      this.#tell();
    }
  }

  /** One request for everything: it is the whole answer to a short list, and tells how to read a long one. */
  async #begin(): Promise<void> {
    const interval = this.#interval;
    const answer = await this.#askForAll();
    if (answer === null) return;
    try {
      if (!answer.full) {
        const doubt = await doubtOf(this.#asker, interval, answer);
        if (doubt !== null) {
          this.#stopFor(doubt);
          return;
        }
        await this.#asker.askFarOff();
        this.#plan.prove(interval);
        this.#gaps.unreadable(interval, answer.unreadable);
        return;
      }
      // To keep a full answer's rows and to look for an order in them, in one task, would hold a slow computer up.
      await nextTask();
      const order = await this.#proveOrder(answer);
      if (order === null) {
        const axis = axisFor(answer, interval);
        this.#plan = this.#planAlong(axis, null);
        this.#plan.openSampled(axis.interval(interval), answer);
        return;
      }
      this.#plan = this.#planAlong(order.axis, new RestingClaims(order.axis, order.order, this.#random));
      this.#plan.prove(order.read);
      this.#plan.openOrdered({ from: order.read.to, to: order.axis.interval(interval).to }, order.claim);
      this.#gaps.unreadable(order.axis.interval(order.claim.interval), answer.unreadable);
    } catch (error) {
      this.#fail(interval, error);
    }
  }

  /** The first answer; null when there is none: then, unless that cannot help, parts are asked by themselves. */
  async #askForAll(): Promise<Answer | null> {
    const interval = this.#interval;
    try {
      const answer = await this.#asker.ask(this.#asker.boundaries.windowFor(interval));
      this.#ranges.answered(interval);
      return answer;
    } catch (error) {
      if (isSilence(error)) await this.#probe();
      const divided = this.#ranges.divide(interval, error);
      this.#fail(divided ? null : interval, error);
      return null;
    }
  }

  /** Whether a vendor that is silent about everything answers for its latest days. */
  async #probe(): Promise<void> {
    const latest = this.#ranges.latestOf(this.#interval);
    if (latest === null) return;
    try {
      await this.#asker.ask(this.#asker.boundaries.windowFor(latest));
      this.#ranges.answered(latest);
    } catch (error) {
      // The first failure is the one to be told.
      if (!(error instanceof RequestError)) throw error;
    }
  }

  /** When the vendor fails at the proof, nothing is believed and nothing is lost. */
  async #proveOrder(answer: Answer) {
    try {
      return await proveOrder(this.#asker, this.#interval, answer);
    } catch (error) {
      if (!(error instanceof RequestError) || error.reason !== 'vendor-error') throw error;
      this.#fail(null, error);
      return null;
    }
  }

  #planAlong(axis: Axis, belief: RestingClaims | null): Plan {
    return new Plan(axis, this.#asker.pageSize, belief, this.#audits);
  }

  /** Nothing of the interval is claimed any more. */
  #stopFor(failure: Failure): void {
    this.#stop = failure;
    this.#gaps.failed(this.#interval, failure);
  }

  #next(): Task | null {
    if (this.#stop !== null || this.#context.signal.aborted) return null;
    const { requests, rows, pageSize, isSpent } = this.#asker;
    if (isSpent || this.#plan.isEndless) {
      this.#stop = isSpent ? TOO_LARGE : NEVER_TWICE;
      return null;
    }
    if (requests > MOST_REQUESTS.always + (MOST_REQUESTS.perFullAnswer * rows) / pageSize) {
      this.#stop = ENDLESS;
      return null;
    }
    const task = this.#plan.next();
    if (task !== null || this.#running.size > 0) return task;
    const part = this.#ranges.next();
    if (part !== undefined) {
      this.#plan.openUnknown(part);
      return this.#plan.next();
    }
    const { belief } = this.#plan;
    if (belief === null || belief.settled) return null;
    if (!belief.callUpDoubtful()) this.#plan.disbelieve();
    return this.#plan.next();
  }

  async #do(task: Task): Promise<void> {
    try {
      if (task.kind === 'audit') await this.#audit(task.claim);
      else if (task.kind === 'short') await this.#askAgain(task.doubt);
      else if (task.kind === 'second') await this.#readSecond(task.interval);
      else await this.#readWindow(task);
      this.#failuresInARow = 0;
    } catch (error) {
      const { axis } = this.#plan;
      if (task.kind === 'window') this.#plan.skip(task);
      const own = intervalOf(task);
      const interval = own === null ? null : axis.interval(own);
      const asked = task.kind === 'window' ? axis.interval(task.ask) : null;
      const divided = interval !== null && asked !== null && this.#ranges.divide(interval, error, asked);
      this.#fail(divided ? null : interval, error);
    }
  }

  async #readWindow(task: Extract<Task, { kind: 'window' }>): Promise<void> {
    const { axis } = this.#plan;
    const time = axis.interval(task.ask);
    const answer = await this.#asker.ask(this.#asker.boundaries.windowFor(time));
    this.#ranges.answered(time);
    const read = answer.full ? this.#plan.full(task, answer) : this.#plan.short(task, answer);
    if (read !== null) this.#gaps.unreadable(axis.interval(read), answer.unreadable);
  }

  async #audit(claim: RestingClaim): Promise<void> {
    const { axis, belief } = this.#plan;
    if (belief === null) return;
    const outcome = await audit(this.#asker, claim, axis);
    if (outcome.kind === 'wrong') this.#plan.disbelieve();
    else if (outcome.kind === 'right') {
      belief.pass(claim);
      this.#plan.prove(outcome.read);
    }
  }

  async #askAgain(doubt: ShortDoubt): Promise<void> {
    const { axis } = this.#plan;
    const parts = doubt.parts.map((part) => axis.interval(part));
    const within = doubt.within && axis.interval(doubt.within);
    const instants = doubt.known?.map((place) => axis.instant(place));
    const isCut = doubt.isWider ? cutWhenWider : leavesOut;
    if (await isCut(this.#asker, doubt.answer, parts, { within, instants })) this.#stopFor(CAPPED);
    else this.#plan.dispel(doubt);
  }

  async #readSecond(interval: Interval): Promise<void> {
    const { axis } = this.#plan;
    const time = axis.interval(interval);
    const { read, unreadable, failure, neverTwice } = await readCrowdedSecond(this.#asker, time);
    for (const part of read.parts) this.#plan.prove(axis.interval(part));
    this.#gaps.unreadable(time, unreadable);
    if (failure !== null) this.#gaps.failed(time, failure);
    if (neverTwice) this.#plan.missRecurrence();
  }

  /** A request that failed for good: its interval (ms UTC; null for one read before) is a gap, and three in a row are the end. */
  #fail(interval: Interval | null, error: unknown): void {
    if (this.#context.signal.aborted) return;
    if (!(error instanceof RequestError)) throw error;
    const failure = error.toFailure();
    if (interval !== null) this.#gaps.failed(interval, failure);
    this.#failuresInARow += 1;
    const isFinal = FINAL.has(error.reason);
    const { atTheStart, afterAnswers } = MOST_FAILURES_IN_A_ROW;
    const most = this.#ranges.isAnswering ? afterAnswers : atTheStart;
    if (isFinal || this.#failuresInARow >= most) this.#stop ??= failure;
  }

  #tell(): void {
    const { signal, onProgress, waits } = this.#context;
    if (signal.aborted) return;
    const { from, to } = this.#interval;
    this.#told = Math.max(this.#told, this.#plan.covered / (to - from));
    const { rows, requests } = this.#asker;
    const waiting = { waitingUntil: waits?.waitingUntil() ?? null, waitReason: waits?.waitReason?.() };
    onProgress({ from, to, covered: this.#told, rows, requests, ...waiting });
  }
}

/** What (on the axis) is not read when a task fails; null when it was read before. */
function intervalOf(task: Task): Interval | null {
  if (task.kind === 'audit') return null;
  return task.kind === 'short' ? task.doubt.window : task.interval;
}
