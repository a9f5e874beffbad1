import type { Interval } from '../../../lib/date-range';
import type { NumberOnlyRow } from '../schema';

interface Held {
  readonly row: NumberOnlyRow;
  /** What was asked for when it last came, ms UTC: all that is known of its place in time. */
  asked: Interval;
  /** Start of the reading that last saw it, ms UTC. */
  seenAt: number;
  reading: number;
}

/** Rows whose number could be read but not their id or time: too little to be a record of the history, enough to be a positive. */
export class NumberOnlyRows {
  readonly #keysOf: (mobile: string) => readonly string[];
  /** By what can be read of them, so that one that comes again counts once. */
  readonly #rows = new Map<string, Held>();
  readonly #byKey = new Map<string, Set<Held>>();
  #reading = { number: 0, at: -Infinity };

  constructor(keysOf: (mobile: string) => readonly string[]) {
    this.#keysOf = keysOf;
  }

  beginReading(at: number): void {
    this.#reading = { number: this.#reading.number + 1, at };
  }

  add(rows: readonly NumberOnlyRow[], asked: Interval): void {
    const { number: reading, at: seenAt } = this.#reading;
    for (const row of rows) {
      const name = nameOf(row);
      const known = this.#rows.get(name);
      if (known !== undefined) {
        Object.assign(known, { asked, seenAt, reading });
        continue;
      }
      const held: Held = { row, asked, seenAt, reading };
      this.#rows.set(name, held);
      for (const key of this.#keysOf(row.mobile)) {
        this.#byKey.set(key, (this.#byKey.get(key) ?? new Set()).add(held));
      }
    }
  }

  find(keys: readonly string[], since: number): readonly NumberOnlyRow[] {
    const found = new Set(keys.flatMap((key) => [...(this.#byKey.get(key) ?? [])]));
    return [...found].filter(({ seenAt }) => seenAt >= since).map(({ row }) => row);
  }

  /** Drops those that came for a part of an interval which this reading has read whole without seeing them. */
  retireUnseen({ from, to }: Interval): void {
    for (const [name, held] of this.#rows) {
      if (held.reading === this.#reading.number || held.asked.to <= from || held.asked.from >= to) continue;
      this.#rows.delete(name);
      for (const key of this.#keysOf(held.row.mobile)) this.#byKey.get(key)?.delete(held);
    }
  }
}

function nameOf({ id, mobile, note, created }: NumberOnlyRow): string {
  return JSON.stringify([id, mobile, note, created]);
}
