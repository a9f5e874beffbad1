import type { Interval } from '../../../lib/date-range';
import type { MobivateRow } from '../schema';
import type { Axis } from './axis';

/** A full answer that counts as the first rows of its window. */
interface Prefix {
  readonly askedTo: number;
  readonly highestId: number;
}

/**
 * Might the vendor keep rows by id rather than by time? The two look alike until a row with a low id and a late time turns up behind a
 * full answer that should have held it: that clears the vendor. As long as ids and times are never seen at odds, nothing is
 * lost either way; if they are, and nothing has cleared the vendor, no answer can be taken for the first rows by time.
 */
export class IdSuspicion {
  readonly #axis: Axis;
  /** By the place where they end. */
  readonly #prefixes = new Map<number, Prefix>();
  #atOdds = false;
  #cleared = false;

  constructor(axis: Axis) {
    this.#axis = axis;
  }

  get weighs(): boolean {
    return this.#atOdds && !this.#cleared;
  }

  /** Looks at the rows of an answer to a window that asked from `from` on the axis. */
  see(rows: readonly MobivateRow[], from: number): void {
    if (this.#cleared) return;
    const ranked = rows.map((row) => ({ place: this.#axis.instant(row.created), id: this.#idOf(row) }));
    const before = this.#prefixes.get(from);
    this.#cleared =
      before !== undefined &&
      ranked.some(({ place, id }) => place > from && place < before.askedTo && id < before.highestId);
    if (this.#atOdds) return;
    ranked.sort((a, b) => a.place - b.place || a.id - b.id);
    this.#atOdds = ranked.some(({ id }, index) => id < (ranked[index - 1]?.id ?? id));
  }

  /** Remembers a full answer that counts as the first rows of what was asked; the claim ends at the last of them. */
  remember(rows: readonly MobivateRow[], asked: Interval, claim: Interval): void {
    if (this.#cleared) return;
    const highestId = rows.reduce((highest, row) => Math.max(highest, this.#idOf(row)), -Infinity);
    this.#prefixes.set(claim.to, { askedTo: asked.to, highestId });
  }

  /** Along the axis, so that an id that grows with time grows with the place. */
  #idOf({ id }: MobivateRow): number {
    return this.#axis.latestFirst ? -Number(id) : Number(id);
  }
}
