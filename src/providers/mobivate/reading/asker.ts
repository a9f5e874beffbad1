import { RequestError } from '../../../http/errors';
import type { Interval } from '../../../lib/date-range';
import { nextTask } from '../../../lib/yield';
import { PAGE_SIZE } from '../api';
import type { MobivateRow } from '../schema';
import { Boundaries, floorSecond, type Asked } from './boundaries';
import type { ReadContext } from './context';
import { VendorMemory } from './memory';

export interface Answer {
  readonly rows: readonly MobivateRow[];
  readonly unreadable: readonly string[];
  /** As many rows as fit: there may be more. An answer that is not full counts as whole where nothing speaks against it. */
  readonly full: boolean;
  /** How many rows of the watched interval had not been seen before. */
  readonly unseen: number;
}

const DAY_MS = 86_400_000;
/**
 * A row so far outside the window asked for means that its time, or ours, was not understood. Two days of grace: a server may look
 * at days only, in a zone of its own.
 */
const STRAY_MS = 2 * DAY_MS;
/** Windows are whole seconds: a vendor that compares seconds may send a row so far outside. */
const LOOSE_MS = 1000;

/**
 * The most one reading takes in, whatever the vendor sends: several times the largest list we know of (a million rows), at
 * no more than three requests for each thousand.
 */
export const MOST_IN_ALL = { rows: 10_000_000, requests: 30_000 } as const;

interface AskOptions {
  readonly page?: number;
  /** ms UTC; rows in it that are new are counted. */
  readonly watch?: Interval;
}

/** Asks for windows on behalf of one reading: passes rows on, counts, and learns about the ends of windows from what comes. */
export class Asker {
  readonly boundaries = new Boundaries();
  readonly pageSize: number;
  /** When the first request was sent, ms UTC; of the reading's start until then. */
  asOf: number;
  requests = 0;
  /** Rows from outside the dates asked for, as text. One of them, in whatever answer, and nobody knows what dates the vendor looks at. */
  readonly strays = new Set<string>();
  /** The earliest row, ms UTC, of the answers with rows from around the dates asked for; null when there were none. */
  #earliestAround: number | null = null;
  /** Rows seen, each counted once. */
  rows = 0;
  readonly #context: ReadContext;
  readonly memory: VendorMemory;
  /** True when nothing had come from the vendor in the session before this reading. */
  readonly isFirstOfSession: boolean;

  constructor(context: ReadContext) {
    this.#context = context;
    this.memory = context.memory ?? new VendorMemory();
    this.isFirstOfSession = this.memory.isEmpty;
    this.pageSize = context.pageSize ?? PAGE_SIZE;
    this.asOf = context.now();
  }

  /** True when this reading has taken in, or asked for, as much as any may. */
  get isSpent(): boolean {
    const { rows, requests } = this.#context.ceiling ?? MOST_IN_ALL;
    return this.rows >= rows || this.requests >= requests;
  }

  /** Rejects with a `RequestError`; once the reading is cancelled nothing reaches the sink any more. */
  async ask(asked: Asked, { page, watch }: AskOptions = {}): Promise<Answer> {
    const { fetchWindow, signal, now } = this.#context;
    if (this.requests === 0) this.asOf = now();
    // The pages of a second are followed without anybody looking: that ends here, for the same reason as all pages that bring nothing.
    if (this.isSpent) throw new RequestError('not-understood', 'Mobivate’s list is larger than what is read at most.');
    this.requests += 1;
    const { from, to } = asked;
    const answer = await fetchWindow(page === undefined ? { from, to } : { from, to, page }, signal);
    if (signal.aborted) throw new RequestError('cancelled', 'Cancelled.');
    // To look at an answer, to keep its rows and to go on from them, in one task, would hold a slow computer up. After every answer,
    // however quick: the order of things, and with it the number of requests, is not to hang on the clock.
    const pause = async () => {
      await nextTask();
      if (signal.aborted) throw new RequestError('cancelled', 'Cancelled.');
    };
    const { rows, unreadable, numberOnly } = answer;
    if (numberOnly !== undefined) this.#context.sink.addNumberOnly?.(numberOnly, { from, to });
    const count = rows.length + unreadable.length;
    const full = count >= this.pageSize;
    if (full && rows.length === 0) {
      throw new RequestError('not-understood', 'None of the rows in Mobivate’s answer could be read.', {
        vendorMessage: unreadable[0] ?? null,
      });
    }
    this.boundaries.learn(asked, rows);
    const isStray = ({ created }: MobivateRow) => created < from - STRAY_MS || created >= to + STRAY_MS;
    this.memory.see(rows.filter((row) => !isStray(row)));
    const strays = rows.filter(isStray);
    const doubtful = strays.map((row) => `Outside the dates asked for: ${JSON.stringify(row)}`);
    for (const stray of doubtful) this.strays.add(stray);
    if (rows.some(({ created }) => created < from - LOOSE_MS || created > to + LOOSE_MS)) {
      this.#earliestAround = rows.reduce(
        (earliest, row) => (isStray(row) ? earliest : Math.min(earliest, row.created)),
        this.#earliestAround ?? to,
      );
    }
    await pause();
    const unseen = this.#take(rows, watch);
    await pause();
    return { rows, unreadable: [...unreadable, ...doubtful], full, unseen };
  }

  /**
   * Where rows came from around the dates asked for, asks for a day that they are far from: a vendor that looks at days only leaves them
   * out there; from one that looks at no dates they come again, as strays. Rejects like `ask`.
   */
  async askFarOff(): Promise<void> {
    if (this.#earliestAround === null) return;
    const to = floorSecond(this.#earliestAround - STRAY_MS);
    await this.ask({ from: to - DAY_MS, to });
  }

  #take(rows: readonly MobivateRow[], watch: Interval | undefined): number {
    const { sink } = this.#context;
    const watched =
      watch === undefined ? [] : rows.filter(({ created }) => created >= watch.from && created < watch.to);
    const unseen = watched.length === 0 ? 0 : sink.add(watched);
    this.rows += unseen + sink.add(rows);
    return unseen;
  }
}
