import type { Interval } from '../../lib/date-range';

/** True when two intervals have an instant in common. */
export function overlaps(a: Interval, b: Interval): boolean {
  return Math.max(a.from, b.from) < Math.min(a.to, b.to);
}

/** What is left of some disjoint, sorted intervals without others, in order. */
export function minus(intervals: readonly Interval[], others: readonly Interval[]): readonly Interval[] {
  let rest = intervals.filter(({ from, to }) => from < to).map(({ from, to }): Interval => ({ from, to }));
  for (const other of others) {
    if (other.from >= other.to) continue;
    rest = rest.flatMap((part) => [
      ...(part.from < other.from ? [{ from: part.from, to: Math.min(part.to, other.from) }] : []),
      ...(part.to > other.to ? [{ from: Math.max(part.from, other.to), to: part.to }] : []),
    ]);
  }
  return rest;
}

/** What two intervals have in common; empty (`from >= to`) when that is nothing. */
export function intersection(a: Interval, b: Interval): Interval {
  return { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) };
}

/** The same intervals in order, those that overlap or touch made one. */
export function joined(intervals: readonly Interval[]): readonly Interval[] {
  const result: Interval[] = [];
  for (const next of intervals.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last !== undefined && next.from <= last.to)
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    else result.push(next);
  }
  return result;
}
