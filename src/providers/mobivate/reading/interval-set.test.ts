import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { IntervalSet, shared } from './interval-set';

const interval = fc.tuple(fc.nat(40), fc.nat(12)).map(([from, length]) => ({ from, to: from + length }));

describe('IntervalSet', () => {
  it('holds what a set of instants would hold', () => {
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 12 }), interval, fc.nat(50), (added, asked, instant) => {
        const set = new IntervalSet();
        const instants = new Set<number>();
        for (const one of added) {
          set.add(one);
          for (let at = one.from; at < one.to; at += 1) instants.add(at);
        }
        expect(set.length).toBe(instants.size);
        const missing = set
          .missing(asked)
          .flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at));
        const all = Array.from({ length: asked.to - asked.from }, (_, at) => asked.from + at);
        expect(missing).toEqual(all.filter((at) => !instants.has(at)));
        let end = instant;
        while (instants.has(end)) end += 1;
        expect(set.endAround(instant)).toBe(end);
        const { parts } = set;
        expect(parts.every(({ from }, index) => from > (parts[index - 1]?.to ?? -1))).toBe(true);
      }),
    );
  });

  it('copies', () => {
    const set = new IntervalSet();
    set.add({ from: 0, to: 5 });
    const copy = set.clone();
    copy.add({ from: 5, to: 9 });
    expect([set.length, copy.length]).toEqual([5, 9]);
  });
});

describe('shared', () => {
  it('is what both hold, or null', () => {
    expect(shared({ from: 0, to: 5 }, { from: 3, to: 9 })).toEqual({ from: 3, to: 5 });
    expect(shared({ from: 0, to: 5 }, { from: 5, to: 9 })).toBeNull();
  });
});
