import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';

import { beginsUnit, cutIntoBins, unitFor, type BinUnit, type TimeBins } from './time-bins';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ZONES = [
  'UTC',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'America/New_York',
  'America/Havana',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'Pacific/Apia',
];

const zones = fc.constantFrom(...ZONES);
const starts = fc.integer({ min: Date.UTC(2010, 0, 1), max: Date.UTC(2027, 0, 1) });

function cut(interval: { from: number; to: number }, unit: BinUnit, zone: string): Promise<TimeBins> {
  return cutIntoBins(interval, unit, zone, () => Promise.resolve());
}

/** Names the hour, day … that an instant belongs to, by Temporal's calendar. */
function nameOf(instant: number, unit: BinUnit, zone: string): string {
  const at = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  switch (unit) {
    case 'hour':
      return `${at.toPlainDate().toString()} ${at.hour} ${at.offset}`;
    case 'day':
      return at.toPlainDate().toString();
    case 'week':
      return at
        .toPlainDate()
        .subtract({ days: at.dayOfWeek - 1 })
        .toString();
    case 'month':
      return at.toPlainDate().toPlainYearMonth().toString();
    case 'year':
      return String(at.year);
    case 'century':
      return String(Math.floor(at.year / 100));
  }
}

const days = (interval: number) => ({ from: 0, to: interval * DAY });

describe('unitFor', () => {
  it.each([
    [1 / 24, 'hour'],
    [3 + 1 / 24, 'hour'],
    [7, 'day'],
    [31, 'day'],
    [92, 'day'],
    [120, 'week'],
    [731, 'week'],
    [3 * 366, 'month'],
    [17 * 366, 'month'],
    [100 * 366, 'year'],
    [9000 * 366, 'century'],
  ])('gives %d days bars by %s', (length, unit) => {
    expect(unitFor(days(length))).toBe(unit);
  });

  it('never makes more bars than can be drawn', async () => {
    for (let length = 1 / 24; length < 9999 * 366; length *= 1.07) {
      const interval = days(length);
      expect((await cut(interval, unitFor(interval), 'UTC')).edges.length, `${length} days`).toBeLessThan(500);
    }
  });
});

describe('cutIntoBins', () => {
  it.each(['hour', 'day', 'week', 'month', 'year', 'century'] as const)(
    'puts every instant into its %s, by Temporal’s calendar',
    async (unit) => {
      const spans: Readonly<Record<BinUnit, number>> = {
        hour: 3,
        day: 100,
        week: 400,
        month: 1500,
        year: 5000,
        century: 9e4,
      };
      const span = spans[unit];
      const sizes = fc.integer({ min: 1, max: span * DAY });
      await fc.assert(
        fc.asyncProperty(
          zones,
          starts,
          sizes,
          fc.array(fc.double({ min: 0, max: 1, noNaN: true })),
          async (zone, from, size, places) => {
            const to = from + size;
            const { edges } = await cut({ from, to }, unit, zone);
            expect([edges[0], edges.at(-1)]).toEqual([from, to]);
            for (let bin = 0; bin + 1 < edges.length; bin += 1) {
              const [start = 0, end = 0] = edges.slice(bin, bin + 2);
              expect(end).toBeGreaterThan(start);
              // The same from its first instant to its last, and another one next.
              expect(nameOf(end - 1, unit, zone)).toBe(nameOf(start, unit, zone));
              expect(end === to || nameOf(end, unit, zone) !== nameOf(start, unit, zone)).toBe(true);
            }
            for (const place of places) {
              const at = Math.min(to - 1, from + Math.floor(place * size));
              const bin = edges.findLastIndex((edge) => edge <= at);
              expect(nameOf(at, unit, zone)).toBe(nameOf(edges[bin] ?? 0, unit, zone));
            }
          },
        ),
        { numRuns: unit === 'day' || unit === 'hour' ? 60 : 30 },
      );
    },
  );

  it('has days of 23 and of 25 hours', async () => {
    const lengths = async (day: string, zone: string) => {
      const from = Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;
      const { edges } = await cut({ from, to: from + 3 * DAY }, 'day', zone);
      return edges.slice(1, 3).map((edge, bin) => (edge - (edges[bin] ?? 0)) / HOUR);
    };
    expect(await lengths('2025-10-04', 'Australia/Sydney')).toEqual([24, 23]);
    expect(await lengths('2026-04-04', 'Australia/Sydney')).toEqual([24, 25]);
    expect(await lengths('2026-04-24', 'Africa/Cairo')).toEqual([23, 24]);
  });

  it('leaves out a day that a place never had', async () => {
    const from = Temporal.PlainDate.from('2011-12-29').toZonedDateTime('Pacific/Apia').epochMilliseconds;
    const { edges } = await cut({ from, to: from + 3 * DAY }, 'day', 'Pacific/Apia');
    expect(edges.map((edge) => nameOf(edge, 'day', 'Pacific/Apia'))).toEqual([
      '2011-12-29',
      '2011-12-31',
      '2012-01-01',
      '2012-01-02',
    ]);
  });
});

it('is given up when what it breathes by throws', async () => {
  const leave = () => Promise.reject(new Error('left'));
  await expect(cutIntoBins(days(2), 'hour', 'UTC', leave)).rejects.toThrow('left');
});

describe('beginsUnit', () => {
  it('is true at every edge within and false a second later', async () => {
    await fc.assert(
      fc.asyncProperty(zones, starts, fc.constantFrom('day', 'week', 'month' as const), async (zone, from, unit) => {
        const { edges } = await cut({ from, to: from + 70 * DAY }, unit, zone);
        for (const edge of edges.slice(1, -1)) {
          expect(beginsUnit(edge, unit, zone)).toBe(true);
          expect(beginsUnit(edge + 1000, unit, zone)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });
});
