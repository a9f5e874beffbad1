import type { Interval } from '../../lib/date-range';
import { Aliases } from './history/aliases';
import { DigitMarks } from './history/digit-search';
import { NumberOnlyRows } from './history/number-only-rows';
import { Orders } from './history/orders';
import { Rows } from './history/rows';
import { computeTally, NoteActors, type Tally, type TallyQuery } from './history/tally';
import { computeView, type View, type ViewQuery } from './history/view';
import type { MobivateRow, NumberOnlyRow } from './schema';

export { ACTORS, type Tally, type TallyQuery } from './history/tally';
export type { View, ViewQuery } from './history/view';

/** Every digit string under which a stored number answers a question: its own text and, where it differs, its parsed form. */
export type KeysOf = (mobile: string) => readonly string[];

/**
 * The opt-outs read so far, held in typed arrays: about 50 bytes a row, a number looked up in microseconds, a million rows
 * sorted or searched in stretches that let the page live. Rows are known by index; an index stays good for the life of the
 * history, though `find` and `view` leave out rows that the vendor has since changed or deleted.
 *
 * A record is known by its id and number together. Seen again unchanged it is passed over; seen with another note or
 * instant the newer one takes its place; the same id with another number is another record, so none can hide another.
 */
export class History {
  readonly #keysOf: KeysOf;
  readonly #rows = new Rows();
  readonly #aliases = new Aliases();
  readonly #orders = new Orders(this.#rows);
  readonly #digitMarks = new DigitMarks(this.#rows.numbers.column);
  readonly #numberOnly: NumberOnlyRows;
  readonly #actors = new NoteActors(this.#rows.notes);
  #version = 0;

  constructor(keysOf: KeysOf) {
    this.#keysOf = keysOf;
    this.#numberOnly = new NumberOnlyRows(keysOf);
  }

  /** How many records are held. */
  get size(): number {
    return this.#rows.length - this.#rows.retired.size;
  }

  /** Changes whenever `find` or `view` could answer otherwise than before. */
  get version(): number {
    return this.#version;
  }

  /** Starts a new reading at an instant (ms UTC), for `add`, `retireUnseen` and `seenAt`. */
  beginReading(at: number): void {
    this.#rows.beginReading(at);
    this.#numberOnly.beginReading(at);
  }

  /** Takes in rows that prove no more than their number. They are no records of `size`, `find` and `view`. */
  addNumberOnly(rows: readonly NumberOnlyRow[], asked: Interval): void {
    this.#numberOnly.add(rows, asked);
  }

  /** The rows that answer to any of these keys and prove no more than that, seen in a reading begun at `since` (ms UTC) or later. */
  findNumberOnly(keys: readonly string[], since = -Infinity): readonly NumberOnlyRow[] {
    return this.#numberOnly.find(keys, since);
  }

  /** Takes rows in. Returns how many of them this reading had not seen before. */
  add(rows: readonly MobivateRow[]): number {
    let firstSeen = 0;
    for (const row of rows) {
      const put = this.#rows.put(row);
      if (put.firstSeen) firstSeen += 1;
      if (put.appended === null) continue;
      this.#version += 1;
      for (const key of this.#keysOf(row.mobile)) {
        if (key !== row.mobile) this.#aliases.add(key, put.appended);
      }
    }
    return firstSeen;
  }

  /** Drops the rows of an interval (ms UTC, end exclusive) that this reading has not seen: the vendor has deleted them. */
  retireUnseen(interval: { readonly from: number; readonly to: number }): void {
    if (this.#rows.retireUnseen(interval) > 0) this.#version += 1;
    this.#numberOnly.retireUnseen(interval);
  }

  /** The record at an index that `find` or `view` gave. */
  row(index: number): MobivateRow {
    return this.#rows.at(index);
  }

  /** When the reading began that last saw this record, ms UTC; -Infinity when it was added outside any. */
  seenAt(index: number): number {
    return this.#rows.seenAt(index);
  }

  /** Indexes of all records that answer to any of these keys, newest first. */
  find(keys: readonly string[]): readonly number[] {
    const found = new Set<number>();
    const visit = (row: number) => {
      if (!this.#rows.retired.has(row)) found.add(row);
    };
    for (const key of keys) {
      this.#rows.numbers.find(key, visit);
      this.#aliases.find(key, visit);
    }
    const { created } = this.#rows;
    return [...found].toSorted((a, b) => created.get(b) - created.get(a) || a - b);
  }

  /** Row indexes in an interval whose numbers contain some digits, sorted. Rejects with the signal's reason when aborted. */
  view(query: ViewQuery, context: { readonly signal: AbortSignal }): Promise<View> {
    return computeView(this.#rows, this.#orders, this.#digitMarks, query, context.signal);
  }

  /** Makes the order by number, so that the first sort by it is as quick as the next. In stretches that let the page live. */
  async prepareNumberOrder(): Promise<void> {
    await this.#orders.byNumber();
  }

  /** Counts the rows of a query in the bins between `edges` (see `computeTally`). Rejects with the signal's reason when aborted. */
  tally(query: TallyQuery, edges: readonly number[], context: { readonly signal: AbortSignal }): Promise<Tally> {
    return computeTally(this.#rows, this.#digitMarks, this.#actors, query, edges, context.signal);
  }
}
