import type { Interval } from '../../../lib/date-range';
import type { MobivateRow } from '../schema';

/** So many of the latest rows serve as landmarks: enough to widen any short question by, and nothing beside a history. */
const LANDMARKS = 1000;

/**
 * What the readings of one session have learnt about the vendor that the next one needs: which rows it is known to send (the
 * latest of them: landmarks), and whether it was found to leave rows out.
 */
export class VendorMemory {
  /** Rows by what makes them one, with their instants, ms UTC. */
  readonly #landmarks = new Map<string, number>();
  #earliest = -Infinity;
  #capped: Interval | null = null;
  #isEmpty = true;

  /** True from when the vendor was found to leave rows out until that very interval has been read and passed every test. */
  get isCapped(): boolean {
    return this.#capped !== null;
  }

  /** True when no reading has brought any row so far. */
  get isEmpty(): boolean {
    return this.#isEmpty;
  }

  see(rows: readonly MobivateRow[]): void {
    this.#isEmpty &&= rows.length === 0;
    for (const row of rows) if (row.created >= this.#earliest) this.#landmarks.set(keyOf(row), row.created);
    if (this.#landmarks.size < 2 * LANDMARKS) return;
    const latest = [...this.#landmarks].toSorted((a, b) => b[1] - a[1]).slice(0, LANDMARKS);
    this.#landmarks.clear();
    for (const [key, created] of latest) this.#landmarks.set(key, created);
    this.#earliest = latest.at(-1)?.[1] ?? -Infinity;
  }

  /** The keys of all landmarks of an interval. */
  landmarksIn({ from, to }: Interval): readonly string[] {
    return [...this.#landmarks].flatMap(([key, created]) => (created >= from && created < to ? [key] : []));
  }

  /** Where the `count` latest landmarks before an instant begin, ms UTC; of all of them if there are fewer, null if there is none. */
  startOfLatest(count: number, before: number): number | null {
    const instants = [...this.#landmarks.values()].filter((created) => created < before).toSorted((a, b) => b - a);
    return instants[Math.min(count, instants.length) - 1] ?? null;
  }

  /** The reading of an interval ended because the vendor left rows out: or its landmarks have been deleted, so they go too. */
  found(capped: Interval): void {
    this.#capped = capped;
    this.#landmarks.clear();
    this.#earliest = -Infinity;
  }

  /** An interval was read whole and passed every test there is: an earlier finding within it no longer holds. */
  passed({ from, to }: Interval): void {
    if (this.#capped !== null && from <= this.#capped.from && to >= this.#capped.to) this.#capped = null;
  }
}

/** What makes a row the same row: its id alone could hide another person's. */
export function keyOf({ id, mobile }: MobivateRow): string {
  return `${id} ${mobile}`;
}
