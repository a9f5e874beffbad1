import type { Interval } from '../../../lib/date-range';
import { isNonEmpty } from '../../../lib/non-empty';
import type { Failure } from '../../../lib/reason';
import type { Coverage, Gap, Scope } from '../../contract';
import { shared } from './interval-set';

/** A gap with its place in time, ms UTC. */
type PlacedGap = Gap & { readonly interval: Interval };

/** What stood in the way of reading an interval whole: requests that failed, and rows that could not be read. */
export class Gaps {
  readonly #failed: { readonly interval: Interval; readonly failure: Failure }[] = [];
  readonly #unreadable: PlacedGap[] = [];

  /** Why an interval was not read; counts only where nothing else has read it. */
  failed(interval: Interval, failure: Failure): void {
    this.#failed.push({ interval, failure });
  }

  /** Rows that came for an interval and could not be read: whose they are and when is not known, so the interval is in doubt. */
  unreadable(interval: Interval, rows: readonly string[]): void {
    if (rows.length === 0) return;
    const many = rows.length === 1 ? 'One row' : `${rows.length} rows`;
    const message = `${many} of Mobivate’s answer could not be read.`;
    const failure: Failure = { reason: 'incomplete', message, detail: '' };
    this.#unreadable.push({ interval, unreadable: rows, failure });
  }

  /** Those of some rows that are not yet among the ones that could not be read. */
  untold(rows: Iterable<string>): readonly string[] {
    const told = new Set(this.#unreadable.flatMap(({ unreadable }) => unreadable));
    return [...rows].filter((row) => !told.has(row));
  }

  /** The coverage of `scope.interval`, given what of it was not read; `otherwise` is why, where no failed request says so. */
  coverage(scope: Scope & { readonly interval: Interval }, missing: readonly Interval[], otherwise: Failure): Coverage {
    const gaps = [...missing.flatMap((part) => this.#explain(part, otherwise)), ...this.#unreadable]
      .map(({ interval, unreadable, failure }) => {
        return { interval: shared(interval, scope.interval) ?? scope.interval, unreadable, failure };
      })
      .toSorted((a, b) => a.interval.from - b.interval.from || a.interval.to - b.interval.to);
    const merged = merge(gaps);
    return isNonEmpty(merged) ? { kind: 'partial', scope, gaps: merged } : { kind: 'whole', scope };
  }

  /** Cuts a part that was not read by what stood in the way. */
  #explain(part: Interval, otherwise: Failure): PlacedGap[] {
    const gaps: PlacedGap[] = [];
    let at = part.from;
    const inOrder = this.#failed.toSorted((a, b) => a.interval.from - b.interval.from);
    for (const { interval, failure } of inOrder) {
      const own = shared(interval, { from: at, to: part.to });
      if (own === null) continue;
      if (own.from > at) gaps.push({ interval: { from: at, to: own.from }, unreadable: [], failure: otherwise });
      gaps.push({ interval: own, unreadable: [], failure });
      at = own.to;
    }
    if (at < part.to) gaps.push({ interval: { from: at, to: part.to }, unreadable: [], failure: otherwise });
    return gaps;
  }
}

/** Joins neighbours with the same failure; gaps come in order. */
function merge(gaps: readonly PlacedGap[]): PlacedGap[] {
  const merged: PlacedGap[] = [];
  for (const gap of gaps) {
    const last = merged.at(-1);
    if (last !== undefined && last.interval.to >= gap.interval.from && isSame(last, gap)) {
      const to = Math.max(last.interval.to, gap.interval.to);
      merged[merged.length - 1] = { ...last, interval: { from: last.interval.from, to } };
    } else merged.push(gap);
  }
  return merged;
}

function isSame(a: PlacedGap, b: PlacedGap): boolean {
  if (a.unreadable.length + b.unreadable.length > 0) return a.unreadable.join('\n') === b.unreadable.join('\n');
  const { reason, message, detail } = a.failure;
  return reason === b.failure.reason && message === b.failure.message && detail === b.failure.detail;
}
