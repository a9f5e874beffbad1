import { describe, expect, it } from 'vitest';

import type { MobivateRow } from '../schema';
import { EARLIEST_FIRST, LATEST_FIRST } from './axis';
import { IdSuspicion } from './id-suspicion';

/** Rows as pairs of id and time. */
function rows(...pairs: readonly (readonly [id: number | string, created: number])[]): readonly MobivateRow[] {
  return pairs.map(([id, created]) => ({ id: String(id), mobile: '1', note: null, created }));
}

const FIRST = rows([1, 10], [3, 20], [2, 30]);

describe('IdSuspicion', () => {
  it('does not arise while ids go with times', () => {
    const suspicion = new IdSuspicion(EARLIEST_FIRST);
    suspicion.see(rows([1, 10], [2, 20], [2, 20], [5, 30]), 0);
    expect(suspicion.weighs).toBe(false);
  });

  it('arises when they are at odds, in whatever order the rows stand', () => {
    const suspicion = new IdSuspicion(EARLIEST_FIRST);
    suspicion.see([...FIRST].toReversed(), 0);
    expect(suspicion.weighs).toBe(true);
  });

  it('goes when a low id turns up behind a full answer that would have held it, had rows been kept by id', () => {
    const suspicion = new IdSuspicion(EARLIEST_FIRST);
    const claim = { from: 0, to: 30 };
    suspicion.see(FIRST, 0);
    suspicion.remember(rows([1, 10], [9, 20], [7, 30]), { from: 0, to: 100 }, claim);
    suspicion.see(rows([7, 30], [10, 40]), 30);
    expect(suspicion.weighs).toBe(true);
    suspicion.see(rows([8, 100]), 30);
    expect(suspicion.weighs).toBe(true);
    suspicion.see(rows([10, 40], [8, 50]), 30);
    expect(suspicion.weighs).toBe(false);
  });

  it('does the same from the other end of time', () => {
    const suspicion = new IdSuspicion(LATEST_FIRST);
    suspicion.see(FIRST, -100);
    expect(suspicion.weighs).toBe(true);
    suspicion.remember(rows([9, 90], [4, 80], [6, 70]), { from: -100, to: 0 }, { from: -100, to: -70 });
    suspicion.see(rows([5, 60]), -70);
    expect(suspicion.weighs).toBe(false);
  });

  it('looks at an answer of any length, should the vendor not know how many rows were asked for', () => {
    const suspicion = new IdSuspicion(EARLIEST_FIRST);
    const many = Array.from({ length: 200_000 }, (_, index) => ({
      id: String(index),
      mobile: '1',
      note: null,
      created: index,
    }));
    suspicion.see(FIRST, 0);
    suspicion.remember(many, { from: 0, to: 2 * many.length }, { from: 0, to: many.length });
    suspicion.see(rows([1, many.length + 1]), many.length);
    expect(suspicion.weighs).toBe(false);
  });

  it('takes ids that are no numbers for no evidence at all', () => {
    const suspicion = new IdSuspicion(EARLIEST_FIRST);
    suspicion.see(rows(['b', 10], ['a', 20]), 0);
    suspicion.remember(rows(['b', 10]), { from: 0, to: 100 }, { from: 0, to: 10 });
    suspicion.see(rows(['a', 20]), 10);
    expect(suspicion.weighs).toBe(false);
  });
});
