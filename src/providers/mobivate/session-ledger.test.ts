import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { soakable } from '../../lib/__fixtures__/soakable';
import type { Interval } from '../../lib/date-range';
import type { Failure } from '../../lib/reason';
import type { Coverage } from '../contract';
import { Ledger, OVERLAP_MS, type Needs } from './session-ledger';

/** Time in the model runs in cells of half an overlap. */
const CELL = OVERLAP_MS / 2;
const CELLS = 40;
const UNTRIED: Failure = { reason: 'cancelled', message: '', detail: '' };
const FAILED: Failure = { reason: 'vendor-error', message: '', detail: '' };

const intervals = fc
  .tuple(fc.nat({ max: CELLS - 1 }), fc.integer({ min: 1, max: CELLS }))
  .map(([first, length]): Interval => ({ from: first * CELL, to: Math.min(CELLS, first + length) * CELL }));

interface Entry {
  readonly interval: Interval;
  readonly gaps: readonly Interval[];
  /** Cells between this reading and the one before. */
  readonly pause: number;
}

const entries = fc.array(
  fc.record<Entry>({ interval: intervals, gaps: fc.array(intervals, { maxLength: 2 }), pause: fc.nat({ max: 3 }) }),
  { maxLength: 8 },
);

/** The same, cell by cell: which reading last covered each, and which last failed on it. */
class Model {
  readonly cells = Array.from({ length: CELLS }, () => ({ reading: 0, asOf: -1, failedIn: 0 }));

  enter({ interval, gaps }: Entry, asOf: number, reading: number): void {
    const hit = gaps.some((gap) => gap.from < interval.to && gap.to > interval.from);
    const beside = gaps.some((gap) => gap.from >= interval.to || gap.to <= interval.from);
    for (const [cell, state] of this.#of(interval)) {
      const failed = beside || (hit && gaps.some((gap) => inside(cell, gap)));
      if (failed) state.failedIn = reading;
      else Object.assign(state, { reading, asOf, failedIn: 0 });
    }
  }

  /** Cells that no reading answers for. */
  missing(interval: Interval, needs: Needs): Set<number> {
    const open = this.#of(interval).filter(([cell, { reading, asOf }]) => {
      if (reading >= needs.reading) return false;
      return asOf < needs.since || reading === 0 || (cell + 1) * CELL > asOf - OVERLAP_MS;
    });
    return new Set(open.map(([cell]) => cell));
  }

  /** Cells that have to be read: all but the new ones when a settled one is too old. */
  toRead(interval: Interval, needs: Needs): Set<number> {
    const tried = new Set(
      this.#of(interval)
        .filter(([, { failedIn }]) => failedIn >= needs.reading)
        .map(([cell]) => cell),
    );
    const missing = [...this.missing(interval, needs)].filter((cell) => !tried.has(cell));
    const old = missing.some((cell) => {
      const { reading, asOf } = this.cells[cell] ?? { reading: 0, asOf: 0 };
      return reading > 0 && asOf < needs.since && (cell + 1) * CELL <= asOf - OVERLAP_MS;
    });
    if (!old) return new Set(missing);
    const rest = this.#of(interval).filter(([cell, { reading }]) => reading < needs.reading && !tried.has(cell));
    return new Set(rest.map(([cell]) => cell));
  }

  #of(interval: Interval) {
    return [...this.cells.entries()].filter(([cell]) => inside(cell, interval));
  }
}

function inside(cell: number, { from, to }: Interval): boolean {
  return cell * CELL >= from && (cell + 1) * CELL <= to;
}

function cellsOf(intervals: readonly Interval[]): Set<number> {
  return new Set(
    intervals.flatMap((interval) =>
      Array.from({ length: CELLS }, (_, cell) => cell).filter((cell) => inside(cell, interval)),
    ),
  );
}

function coverageOf({ interval, gaps: [gap, ...gaps] }: Entry, asOf: number): Coverage {
  const scope = { provider: 'mobivate', account: null, interval, asOf };
  if (gap === undefined) return { kind: 'whole', scope };
  const toGap = (part: Interval) => ({ interval: part, unreadable: [], failure: FAILED });
  return { kind: 'partial', scope, gaps: [toGap(gap), ...gaps.map(toGap)] };
}

describe('Ledger', () => {
  it('tells what to read and what is covered as a table of cells does', () => {
    const needsOf = fc.record({ reading: fc.integer({ min: 1, max: 9 }), age: fc.nat({ max: 20 }) });
    const property = fc.property(entries, intervals, needsOf, (entered, asked, { reading, age }) => {
      const ledger = new Ledger();
      const model = new Model();
      let asOf = CELLS * CELL * 0.4;
      for (const [index, entry] of entered.entries()) {
        asOf += entry.pause * CELL;
        ledger.enter(entry.interval, coverageOf(entry, asOf), index + 1);
        model.enter(entry, asOf, index + 1);
      }
      const needs = { reading, since: asOf - age * CELL };
      expect(cellsOf(ledger.toRead(asked, needs))).toEqual(model.toRead(asked, needs));
      const coverage = ledger.coverage(asked, needs, UNTRIED, asOf);
      const missing = model.missing(asked, needs);
      const gaps = coverage.kind === 'whole' ? [] : coverage.gaps.flatMap(({ interval }) => interval ?? []);
      for (const cell of missing) expect(cellsOf(gaps)).toContain(cell);
      expect(coverage.kind === 'whole').toBe(gaps.length === 0);
    });
    fc.assert(property, soakable(1000));
  });

  it('takes a gap without dates, or one beside what was asked, for all of it', () => {
    const interval = { from: 0, to: CELL };
    for (const gap of [null, { from: CELL, to: 2 * CELL }, { from: 0, to: 0 }]) {
      const ledger = new Ledger();
      const scope = { provider: 'mobivate', account: null, interval, asOf: 0 };
      const gaps = [{ interval: gap, unreadable: ['{}'], failure: FAILED }] as const;
      expect(ledger.enter(interval, { kind: 'partial', scope, gaps }, 1)).toEqual([]);
      const coverage = ledger.coverage(interval, { reading: 1, since: 0 }, UNTRIED, 0);
      expect(coverage).toEqual({ kind: 'partial', scope, gaps: [{ ...gaps[0], interval }] });
    }
  });
});
