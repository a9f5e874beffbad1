import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { roundScale } from './round-scale';

it.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [7, [0, 5, 10]],
  [64, [0, 50, 100]],
  [101, [0, 50, 100, 150]],
  [2803, [0, 1000, 2000, 3000]],
  [40_000, [0, 20_000, 40_000]],
])('%d has the lines %j', (most, lines) => {
  expect(roundScale(most)).toEqual({ lines, top: lines.at(-1) });
});

it('holds every count, with two to four lines at round whole numbers', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), (most) => {
      const { lines, top } = roundScale(most);
      expect(top).toBeGreaterThanOrEqual(most);
      expect(lines.length).toBeGreaterThanOrEqual(2);
      expect(lines.length).toBeLessThanOrEqual(4);
      expect(String(lines[1])).toMatch(/^[125]0*$/);
    }),
  );
});
