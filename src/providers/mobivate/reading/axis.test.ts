import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { EARLIEST_FIRST, LATEST_FIRST } from './axis';

const instants = fc.integer({ min: -1e13, max: 1e13 });

describe.each([
  ['earliest first', EARLIEST_FIRST],
  ['latest first', LATEST_FIRST],
])('the axis, %s', (_name, axis) => {
  it('is its own inverse, and keeps instants in their intervals', () => {
    fc.assert(
      fc.property(instants, fc.nat(5000), fc.integer({ min: -10, max: 5010 }), (from, length, offset) => {
        const interval = { from, to: from + length };
        const instant = from + offset;
        const mirrored = axis.interval(interval);
        const place = axis.instant(instant);
        expect(axis.interval(mirrored)).toEqual(interval);
        expect(axis.instant(place)).toBe(instant);
        expect(place >= mirrored.from && place < mirrored.to).toBe(instant >= interval.from && instant < interval.to);
      }),
    );
  });

  it('ends windows where seconds end', () => {
    fc.assert(
      fc.property(instants, (place) => {
        const end = axis.alignUp(place);
        const time = axis.interval({ from: end - 1, to: end });
        expect(end - place).toBeGreaterThanOrEqual(0);
        expect(end - place).toBeLessThan(1000);
        expect(Math.abs((axis.latestFirst ? time.from : time.to) % 1000)).toBe(0);
      }),
    );
  });
});
