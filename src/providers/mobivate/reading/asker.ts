import { RequestError } from '../../../http/errors';
import type { Interval } from '../../../lib/date-range';
import { PAGE_SIZE } from '../api';
import type { MobivateRow } from '../schema';
import { Boundaries, type Asked } from './boundaries';
import type { ReadContext } from './context';

export interface Answer {
  readonly rows: readonly MobivateRow[];
  readonly unreadable: readonly string[];
  /** As many rows as fit: there may be more. An answer that is not full is whole. */
  readonly full: boolean;
  /** How many rows of the watched interval had not been seen before. */
  readonly unseen: number;
  /** An earlier answer had more rows: this one was not cut short below what was asked for. */
  readonly outdone: boolean;
}

/**
 * A row so far outside the window asked for means that its time, or ours, was not understood. Two days of grace: a server may look
 * at days only, in a zone of its own.
 */
const STRAY_MS = 2 * 86_400_000;

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
  /** Rows seen, each counted once. */
  rows = 0;
  readonly #context: ReadContext;
  readonly #sizes: { largest: number };

  constructor(context: ReadContext) {
    this.#context = context;
    this.#sizes = context.sizes ?? { largest: 0 };
    this.pageSize = context.pageSize ?? PAGE_SIZE;
    this.asOf = context.now();
  }

  /** Rejects with a `RequestError`; once the reading is cancelled nothing reaches the sink any more. */
  async ask(asked: Asked, { page, watch }: AskOptions = {}): Promise<Answer> {
    const { fetchWindow, signal, now } = this.#context;
    if (this.requests === 0) this.asOf = now();
    this.requests += 1;
    const { from, to } = asked;
    const answer = await fetchWindow(page === undefined ? { from, to } : { from, to, page }, signal);
    if (signal.aborted) throw new RequestError('cancelled', 'Cancelled.');
    const { rows, unreadable, numberOnly } = answer;
    if (numberOnly !== undefined) this.#context.sink.addNumberOnly?.(numberOnly, { from, to });
    const count = rows.length + unreadable.length;
    const full = count >= this.pageSize;
    const outdone = count < this.#sizes.largest;
    this.#sizes.largest = Math.max(count, this.#sizes.largest);
    if (full && rows.length === 0) {
      throw new RequestError('not-understood', 'None of the rows in Mobivate’s answer could be read.', {
        vendorMessage: unreadable[0] ?? null,
      });
    }
    this.boundaries.learn(asked, rows);
    const strays = rows.filter(({ created }) => created < from - STRAY_MS || created >= to + STRAY_MS);
    const doubtful = strays.map((row) => `Outside the dates asked for: ${JSON.stringify(row)}`);
    return { rows, unreadable: [...unreadable, ...doubtful], full, unseen: this.#take(rows, watch), outdone };
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
