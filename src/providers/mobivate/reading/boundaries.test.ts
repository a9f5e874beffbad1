import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { Boundaries } from './boundaries';

const S = Date.UTC(2026, 10, 21);
const row = (created: number) => ({ created });

describe('Boundaries', () => {
  it('begins a second early until rows show that the start is read', () => {
    const boundaries = new Boundaries();
    expect(boundaries.windowFor({ from: S, to: S + 5000 })).toEqual({ from: S - 1000, to: S + 5000 });
    expect(boundaries.windowFor({ from: S + 500, to: S + 1500 })).toEqual({ from: S - 1000, to: S + 2000 });
    boundaries.learn({ from: S, to: S + 5000 }, [row(S + 1), row(S + 4999)]);
    expect(boundaries.windowFor({ from: S, to: S + 5000 })).toEqual({ from: S - 1000, to: S + 5000 });
    expect(boundaries.windowFor({ from: S + 500, to: S + 1500 })).toEqual({ from: S, to: S + 2000 });
    boundaries.learn({ from: S, to: S + 5000 }, [row(S)]);
    expect(boundaries.windowFor({ from: S, to: S + 5000 })).toEqual({ from: S, to: S + 5000 });
  });

  it('saves a second at the end once a row on the end has come', () => {
    const boundaries = new Boundaries();
    boundaries.learn({ from: S, to: S + 5000 }, [row(S + 5000)]);
    expect(boundaries.windowFor({ from: S + 1000, to: S + 5001 })).toEqual({ from: S, to: S + 5000 });
    expect(boundaries.certainIn({ from: S, to: S + 5000 })).toEqual({ from: S + 1000, to: S + 5001 });
  });

  it('learns nothing about the end from a window without length', () => {
    const boundaries = new Boundaries();
    boundaries.learn({ from: S, to: S }, [row(S)]);
    expect(boundaries.certainIn({ from: S, to: S })).toEqual({ from: S, to: S });
  });

  it('asks for windows that hold the interval under every reading of the documentation', () => {
    const seen = fc.array(fc.integer({ min: -3000, max: 3000 }));
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.boolean(),
        seen,
        fc.nat(9999),
        fc.integer({ min: 1, max: 9999 }),
        (start, end, others, from, length) => {
          const boundaries = new Boundaries();
          const comes = (instant: number, asked: { from: number; to: number }): boolean =>
            (start ? instant >= asked.from : instant > asked.from) && (end ? instant <= asked.to : instant < asked.to);
          const earlier = { from: S, to: S + 2000 };
          boundaries.learn(
            earlier,
            others.map((offset) => row(S + offset)).filter(({ created }) => comes(created, earlier)),
          );
          const interval = { from: S + from, to: S + from + length };
          const asked = boundaries.windowFor(interval);
          expect([asked.from % 1000, asked.to % 1000]).toEqual([0, 0]);
          expect(comes(interval.from, asked)).toBe(true);
          expect(comes(interval.to - 1, asked)).toBe(true);
          const certain = boundaries.certainIn(asked);
          expect(certain.from).toBeLessThanOrEqual(interval.from);
          expect(certain.to).toBeGreaterThanOrEqual(interval.to);
        },
      ),
    );
  });
});
