import type { Interval } from '../../../lib/date-range';

/** A set of instants (whole ms), kept as disjoint intervals in order; neighbours that touch are one. */
export class IntervalSet {
  #parts: Interval[] = [];
  #length = 0;

  /** How many ms it holds in all. */
  get length(): number {
    return this.#length;
  }

  /** Its intervals, in order. */
  get parts(): readonly Interval[] {
    return this.#parts;
  }

  add({ from, to }: Interval): void {
    if (from >= to) return;
    const first = this.#firstEndingAtOrAfter(from);
    let joined: Interval = { from, to };
    let last = first;
    for (let part = this.#parts[last]; part !== undefined && part.from <= to; part = this.#parts[last]) {
      joined = { from: Math.min(joined.from, part.from), to: Math.max(joined.to, part.to) };
      this.#length -= part.to - part.from;
      last += 1;
    }
    this.#parts.splice(first, last - first, joined);
    this.#length += joined.to - joined.from;
  }

  /** What of an interval it does not hold, in order. */
  missing({ from, to }: Interval): Interval[] {
    const missing: Interval[] = [];
    let at = from;
    for (let index = this.#firstEndingAtOrAfter(from); at < to; index += 1) {
      const part = this.#parts[index];
      const end = Math.min(part?.from ?? to, to);
      if (end > at) missing.push({ from: at, to: end });
      at = Math.max(at, part?.to ?? to);
    }
    return missing;
  }

  /** The end of the held stretch around an instant; the instant itself when it is not held. */
  endAround(instant: number): number {
    const part = this.#parts[this.#firstEndingAtOrAfter(instant)];
    return part !== undefined && part.from <= instant ? part.to : instant;
  }

  clone(): IntervalSet {
    const copy = new IntervalSet();
    copy.#parts = [...this.#parts];
    copy.#length = this.#length;
    return copy;
  }

  #firstEndingAtOrAfter(instant: number): number {
    let low = 0;
    let high = this.#parts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#parts[middle]?.to ?? Infinity) < instant) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** What two intervals share; null when that is nothing. */
export function shared(a: Interval, b: Interval): Interval | null {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  return from < to ? { from, to } : null;
}

/** Whether an instant lies in an interval. */
export function holds({ from, to }: Interval, instant: number): boolean {
  return instant >= from && instant < to;
}
