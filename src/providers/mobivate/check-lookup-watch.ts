import { isNonEmpty } from '../../lib/non-empty';
import type { AskedNumber, LookupContext } from '../contract';
import type { History } from './history';
import { rowKeys } from './history-keys';
import { recordsOf } from './opt-out';
import type { MobivateRow } from './schema';

/** Tells of numbers asked for as soon as a record of theirs has been read, each time with all their records so far. */
export class Watch {
  readonly #history: History;
  readonly #numbers: readonly AskedNumber[];
  readonly #onFound: LookupContext['onFound'];
  /** Records seen in a reading that began before this (ms UTC) are not told of: they may be gone by now. */
  readonly #since: number;
  readonly #asking = new Map<string, number[]>();
  /** What was told of each number last. */
  readonly #told = new Map<number, string>();

  /** Digit strings of the number known to be on the list; empty without one. */
  readonly #known: ReadonlySet<string>;
  #sawKnown = false;

  constructor(
    history: History,
    numbers: readonly AskedNumber[],
    options: {
      readonly since: number;
      readonly onFound: LookupContext['onFound'];
      readonly known: readonly string[];
    },
  ) {
    this.#history = history;
    this.#numbers = numbers;
    this.#since = options.since;
    this.#onFound = options.onFound;
    this.#known = new Set(options.known);
    for (const [index, { keys }] of numbers.entries()) {
      for (const key of keys) this.#asking.set(key, [...(this.#asking.get(key) ?? []), index]);
    }
  }

  /** True once the known number was among rows that have just come. */
  get sawKnown(): boolean {
    return this.#sawKnown;
  }

  /** Looks for the numbers asked for among rows that the history has just taken in. */
  rows(rows: readonly Pick<MobivateRow, 'mobile'>[]): void {
    // Each number once: one may have thousands of records.
    const concerned = new Set<number>();
    for (const row of rows) {
      for (const key of rowKeys(row.mobile)) {
        if (this.#known.has(key)) this.#sawKnown = true;
        for (const index of this.#asking.get(key) ?? []) concerned.add(index);
      }
    }
    for (const index of concerned) this.number(index);
  }

  /** Tells of one number, by its index, when there is something new to tell. */
  number(index: number): void {
    const records = recordsOf(this.#history, this.#numbers[index]?.keys ?? [], this.#since);
    const telling = JSON.stringify(records.map(({ raw }) => raw));
    if (!isNonEmpty(records) || this.#told.get(index) === telling) return;
    this.#told.set(index, telling);
    this.#onFound(index, records);
  }
}
