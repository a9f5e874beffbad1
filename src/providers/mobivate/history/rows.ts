import type { MobivateRow } from '../schema';
import { ChainIndex } from './chain-index';
import { doubles, halfWords } from './column';
import { DictionaryColumn } from './dictionary-column';
import { mix } from './hash';
import { NumberIndex } from './number-index';
import { codeOf, hashOf, TextColumn } from './text-column';

/** Readings are told apart by a half word a row; after this many the count starts over. */
const READINGS = 1 << 16;

/**
 * The rows of the history in columns, about 42 bytes each. A row keeps its index and its content for ever: one that the
 * vendor changed or deleted is retired, and the changed one is appended. A record is known by its id and its number
 * together, so that a repeated id can never hide another person's opt-out.
 */
export class Rows {
  readonly numbers = new NumberIndex();
  /** Instant of each opt-out, ms since the epoch, UTC. */
  readonly created = doubles();
  readonly retired = new Set<number>();
  readonly notes = new DictionaryColumn();
  readonly #ids = new TextColumn();
  /** The reading in which each row was last seen. */
  readonly #seenIn = halfWords();
  readonly #records = new ChainIndex((index) => this.#hashAt(index));
  /** When each reading began, ms UTC. */
  readonly #begun = [-Infinity];
  #reading = 0;

  /** How many rows were ever appended, the retired ones among them. */
  get length(): number {
    return this.created.length;
  }

  /** Starts a new reading at an instant (ms UTC): from here on `put` tells what this reading has not seen before. */
  beginReading(at: number): void {
    this.#reading = (this.#reading + 1) % READINGS;
    this.#begun[this.#reading] = at;
  }

  /** When the reading began that last saw a row, ms UTC. */
  seenAt(index: number): number {
    return this.#begun[this.#seenIn.get(index)] ?? -Infinity;
  }

  /** Takes a row in. Says whether this reading sees it for the first time, and its index when it had to be appended. */
  put(row: MobivateRow): { firstSeen: boolean; appended: number | null } {
    const known = this.#indexOf(row);
    const firstSeen = known === -1 || this.#seenIn.get(known) !== this.#reading;
    if (known !== -1 && this.#same(known, row)) {
      this.#seenIn.set(known, this.#reading);
      return { firstSeen, appended: null };
    }
    if (known !== -1) this.retired.add(known);
    return { firstSeen, appended: this.#append(row) };
  }

  /** The row at an index, as it was given. */
  at(index: number): MobivateRow {
    return {
      id: this.#ids.text(index),
      mobile: this.numbers.column.text(index),
      note: this.notes.text(index),
      created: this.created.get(index),
    };
  }

  /** Retires the rows of an interval (ms UTC, end exclusive) that this reading has not seen. Returns how many. */
  retireUnseen(interval: { readonly from: number; readonly to: number }): number {
    const before = this.retired.size;
    for (let index = 0; index < this.length; index += 1) {
      const created = this.created.get(index);
      if (created < interval.from || created >= interval.to || this.#seenIn.get(index) === this.#reading) continue;
      this.retired.add(index);
    }
    return this.retired.size - before;
  }

  #append(row: MobivateRow): number {
    const index = this.created.push(row.created);
    this.#ids.push(row.id);
    this.numbers.push(row.mobile);
    this.notes.push(row.note);
    this.#seenIn.push(this.#reading);
    this.#records.add(this.#hashAt(index));
    return index;
  }

  #hashAt(index: number): number {
    return mix(this.#ids.hash(index), this.numbers.column.hash(index));
  }

  /** The row that holds this record now, or -1. */
  #indexOf(row: MobivateRow): number {
    const id = codeOf(row.id);
    const mobile = codeOf(row.mobile);
    const hash = mix(hashOf(row.id, id), hashOf(row.mobile, mobile));
    for (let index = this.#records.first(hash); index !== -1; index = this.#records.next(index)) {
      const same = this.#ids.matches(index, row.id, id) && this.numbers.column.matches(index, row.mobile, mobile);
      if (same && !this.retired.has(index)) return index;
    }
    return -1;
  }

  #same(index: number, row: MobivateRow): boolean {
    return this.created.get(index) === row.created && this.notes.text(index) === row.note;
  }
}
