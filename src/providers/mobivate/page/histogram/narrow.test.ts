import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { cutIntoBins, unitFor } from '../../../../lib/time-bins';
import { readRange } from '../range-filter';
import { narrowedRange } from './narrow';

const breathe = () => Promise.resolve();

async function binsOf(from: string, to: string, zone: string) {
  const { interval } = readRange({ from, to }, zone);
  if (interval === null) throw new Error('That is no range');
  return cutIntoBins(interval, unitFor(interval), zone, breathe);
}

describe('narrowedRange', () => {
  it.each([
    ['days as days', ['2026-10-01', '2026-10-31'], 3, 5, ['2026-10-04', '2026-10-06']],
    ['one day', ['2026-10-01', '2026-10-31'], 30, 30, ['2026-10-31', '2026-10-31']],
    ['hours as times, the end included', ['2026-10-01', '2026-10-01'], 9, 10, ['2026-10-01T09:00', '2026-10-01T10:59']],
    ['hours to the end of the day', ['2026-10-01', '2026-10-02'], 20, 23, ['2026-10-01T20:00', '2026-10-01']],
    ['the day that comes after', ['2026-10-01', '2026-10-02'], 24, 47, ['2026-10-02', '2026-10-02']],
    ['an end as it was written', ['2026-10-01T09:30', '2026-10-20T17:45'], 0, 3, ['2026-10-01T09:30', '2026-10-04']],
    ['the other end', ['2026-10-01T09:30', '2026-10-20T17:45'], 2, 19, ['2026-10-03', '2026-10-20T17:45']],
    ['a month', ['2022-01-01', '2026-10-31'], 3, 3, ['2022-04-01', '2022-04-30']],
    ['a week that began before', ['2026-01-01', '2026-10-31'], 0, 0, ['2026-01-01', '2026-01-04']],
  ] as const)('gives %s', async (_, [from, to], first, last, narrowed) => {
    const bins = await binsOf(from, to, 'Australia/Sydney');
    expect(narrowedRange({ from, to }, bins, first, last)).toEqual({ from: narrowed[0], to: narrowed[1] });
  });

  it('means the bars chosen and, but for hours shown twice, nothing else', async () => {
    const zones = fc.constantFrom('UTC', 'Australia/Sydney', 'America/New_York', 'Asia/Kathmandu', 'Africa/Cairo');
    const day = fc.date({ min: new Date('2012-01-01'), max: new Date('2026-01-01'), noInvalidDate: true });
    const length = fc.integer({ min: 0, max: 1500 });
    const places = fc.tuple(fc.nat(), fc.nat());
    await fc.assert(
      fc.asyncProperty(zones, day, length, places, async (zone, start, days, [one, other]) => {
        const text = {
          from: start.toISOString().slice(0, 10),
          to: new Date(start.getTime() + days * 86_400_000).toISOString().slice(0, 10),
        };
        const bins = await binsOf(text.from, text.to, zone);
        const count = bins.edges.length - 1;
        const [first = 0, last = 0] = [one % count, other % count].toSorted((a, b) => a - b);
        const { interval } = readRange(narrowedRange(text, bins, first, last), zone);
        const [from, to] = [bins.edges[first] ?? 0, bins.edges[last + 1] ?? 0];
        const slack = bins.unit === 'hour' ? 3_600_000 : 0;
        expect(interval?.from).toBeLessThanOrEqual(from);
        expect(interval?.to).toBeGreaterThanOrEqual(to);
        expect(from - (interval?.from ?? 0)).toBeLessThanOrEqual(slack);
        expect((interval?.to ?? 0) - to).toBeLessThanOrEqual(slack);
      }),
      { numRuns: 150 },
    );
  });
});
