import type { BatchTrust } from './batch-trust';
import { extentOf, larger, NOTHING, type Extent } from './extent';
import { oddityOf, type Oddity } from './oddity';

/** The requests of an account on whose word some number is absent: how large they were, and what odd values they held. */
export class Relied {
  private extent: Extent = NOTHING;
  private readonly odd = new Map<Oddity, string>();

  note(values: readonly string[]): void {
    // One value by itself is always answered for.
    if (values.length === 1) return;
    this.extent = larger(this.extent, extentOf(values));
    for (const value of values) {
      const oddity = oddityOf(value);
      if (oddity !== null && !this.odd.has(oddity)) this.odd.set(oddity, value);
    }
  }

  /** A value of each odd kind that is not known to leave the others of a request alone. */
  doubtful(trust: BatchTrust): readonly string[] {
    return [...this.odd.values()].filter((value) => trust.isDoubtful(value));
  }

  /** Whether TextUs is known to answer for all of them. */
  isCoveredBy(trust: BatchTrust): boolean {
    return trust.covers(this.extent) && this.doubtful(trust).length === 0;
  }
}
