import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { Density } from './density';
import { sampleDensity } from './sample';

const WINDOW = { from: 0, to: 100_000 };

/** A sample of a thousand points, evenly spread over the window. */
function even(scale: number): Density {
  const points = Float64Array.from({ length: 1000 }, (_, index) => index * 100);
  return new Density({ points, spread: true, scale, msPerRow: 100, pageSize: 1000 });
}

describe('Density', () => {
  it('divides what lies ahead evenly into windows that should not overflow', () => {
    const density = even(2);
    const reach = density.reach(WINDOW, 1);
    const windows = WINDOW.to / reach;
    expect(density.rowsIn({ from: 0, to: reach })).toBeLessThan(1000);
    expect(Math.abs(windows - Math.round(windows))).toBeLessThan(0.05);
  });

  it('asks for a finer sample where a window would hold too few points to go by', () => {
    const density = even(1000);
    expect(density.rowsIn({ from: 0, to: density.reach(WINDOW, 1) })).toBeGreaterThan(10_000);
  });

  it('learns from short answers how many rows there are for each point, and passes it on to the coarser sample', () => {
    const coarse = even(3);
    const window = { from: 0, to: 20_000 };
    const points = Float64Array.from({ length: 1000 }, (_, index) => index * 20);
    const fine = sampleDensity({ points, window, pageSize: 1000, parent: coarse });
    expect(fine.informed).toBe(false);
    // 500 points, 5,000 rows: ten for each; so 10,000 in a window of 200 coarse points: fifty for each of those.
    fine.learn({ from: 0, to: 10_000 }, 5000);
    expect(fine.scale).toBeCloseTo(10, 0);
    expect(fine.informed).toBe(true);
    expect(coarse.scale).toBeGreaterThan(40);
    expect(coarse.scale).toBeLessThan(60);
  });

  it('knows the first rows of a window from a sample of all of it', () => {
    const parent = null;
    const head = Float64Array.from({ length: 1000 }, (_, index) => index);
    expect(sampleDensity({ points: head, window: WINDOW, pageSize: 1000, parent }).spread).toBe(false);
    const all = Float64Array.from({ length: 1000 }, (_, index) => index * 100);
    expect(sampleDensity({ points: all, window: WINDOW, pageSize: 1000, parent }).spread).toBe(true);
  });

  it('never reaches out of the interval', () => {
    const numbers = fc.array(fc.integer({ min: -500, max: 1500 }), { maxLength: 60 });
    const scales = fc.double({ min: 1, max: 5000, noNaN: true });
    fc.assert(
      fc.property(
        numbers,
        fc.boolean(),
        scales,
        fc.nat(1000),
        fc.integer({ min: 1, max: 20 }),
        (points, spread, scale, from, pageSize) => {
          const sorted = Float64Array.from(points).toSorted();
          const density = new Density({ points: sorted, spread, scale, msPerRow: 3, pageSize });
          const reach = density.reach({ from, to: 1001 }, 0.8);
          expect(reach).toBeGreaterThanOrEqual(from);
          expect(reach).toBeLessThanOrEqual(1001);
        },
      ),
    );
  });
});
