import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createStretchTable, firstInstant } from './zoned-time-stretches';

const DAY = 86_400_000;

interface Clock {
  readonly changes: readonly number[];
  readonly offset: (instant: number) => number;
}

/** A zone made up: changes on whole seconds, at least six days apart, to offsets that differ from the one before. */
const clock: fc.Arbitrary<Clock> = fc
  .array(fc.integer({ min: 6 * 86_400, max: 500 * 86_400 }), { maxLength: 12 })
  .map((gapsInSeconds) => {
    const changes: number[] = [];
    let at = Date.UTC(2015, 0, 1);
    for (const gap of gapsInSeconds) {
      at += gap * 1000;
      changes.push(at);
    }
    return { changes, offset: (instant) => changes.filter((change) => change <= instant).length * 1_800_000 };
  });

describe('createStretchTable', () => {
  it('says what the probe says, everywhere and in any order of asking', () => {
    const instants = fc.array(fc.integer({ min: Date.UTC(2010, 0, 1), max: Date.UTC(2035, 0, 1) }), { maxLength: 50 });
    fc.assert(
      fc.property(clock, instants, ({ changes, offset }, asked) => {
        const { offsetAt, stretchAt } = createStretchTable(offset);
        for (const at of asked) expect(offsetAt(at)).toBe(offset(at));
        for (const at of [...asked, ...changes, ...changes.map((change) => change - 1)]) {
          const stretch = stretchAt(at);
          expect(stretch.offset).toBe(offset(at));
          expect(stretch.from <= at && at < stretch.to).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('asks the slow probe once for a piece of time, and singly for a few instants', () => {
    let probes = 0;
    const { offsetAt } = createStretchTable(() => {
      probes += 1;
      return 0;
    });
    for (let hour = 1; hour <= 12; hour += 1) offsetAt((hour % 4) * 3_600_000);
    expect(probes).toBe(4);
    for (let hour = 0; hour < 9000; hour += 1) offsetAt(hour * 3_600_000);
    expect(probes).toBeLessThan(100);
  });
});

describe('firstInstant', () => {
  it('finds where a condition turns, to the step asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 * DAY }), (turn) => {
        expect(firstInstant(0, 30 * DAY, 1, (instant) => instant >= turn)).toBe(turn);
      }),
    );
  });
});
