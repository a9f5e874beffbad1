import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { describeInterval, parseMoment, rangeToInterval, type Interval, type RangeResult } from './date-range';
import { formatIsoLocal } from './zoned-time';

const QUARTER = 900_000;

function range(from: string, to: string, zone: string): RangeResult {
  const [start, end] = [parseMoment(from), parseMoment(to)];
  if (start === null || end === null) throw new Error(`Not a range: ${from} to ${to}`);
  return rangeToInterval(start, end, zone);
}

function interval(from: string, to: string, zone: string): Interval {
  const result = range(from, to, zone);
  if (result.kind === 'problem') throw new Error(result.message);
  return result.interval;
}

function inUtc({ from, to }: Interval): string {
  return `${new Date(from).toISOString().slice(0, 19)} ${new Date(to).toISOString().slice(0, 19)}`;
}

describe('rangeToInterval', () => {
  it.each([
    ['the end day whole', '2026-11-21', '2026-11-21', 'UTC', '2026-11-21T00:00:00 2026-11-22T00:00:00'],
    [
      'the clock of the zone',
      '2026-11-01',
      '2026-11-21',
      'Australia/Sydney',
      '2026-10-31T13:00:00 2026-11-21T13:00:00',
    ],
    ['a day of 23 hours', '2026-03-08', '2026-03-08', 'America/New_York', '2026-03-08T05:00:00 2026-03-09T04:00:00'],
    ['a day of 25 hours', '2026-11-01', '2026-11-01', 'America/New_York', '2026-11-01T04:00:00 2026-11-02T05:00:00'],
    ['a skipped midnight', '2026-04-24', '2026-04-24', 'Africa/Cairo', '2026-04-23T22:00:00 2026-04-24T21:00:00'],
    [
      'up to a skipped midnight',
      '2026-03-07',
      '2026-03-07',
      'America/Havana',
      '2026-03-07T05:00:00 2026-03-08T05:00:00',
    ],
    ['a midnight shown twice', '2026-11-01', '2026-11-01', 'America/Havana', '2026-11-01T04:00:00 2026-11-02T05:00:00'],
    ['up to one shown twice', '2026-10-31', '2026-10-31', 'America/Havana', '2026-10-31T04:00:00 2026-11-01T05:00:00'],
    ['the last minute whole', '2026-11-21T09:30', '2026-11-21T09:30', 'UTC', '2026-11-21T09:30:00 2026-11-21T09:31:00'],
    ['a second', '2026-11-21 09:30:12', '2026-11-21 09:30:12', 'UTC', '2026-11-21T09:30:12 2026-11-21T09:30:13'],
    [
      'an hour shown twice',
      '2026-11-01 01:00',
      '2026-11-01 01:59',
      'America/New_York',
      '2026-11-01T05:00:00 2026-11-01T07:00:00',
    ],
    ['from a time to a day', '2026-11-21T09:30', '2026-11-21', 'UTC', '2026-11-21T09:30:00 2026-11-22T00:00:00'],
  ])('takes in %s', (_, from, to, zone, expected) => {
    expect(inUtc(interval(from, to, zone))).toBe(expected);
  });

  it.each([
    ['2026-11-21', '2026-11-20', 'UTC', /^The end lies before the start/u],
    ['2026-11-21 09:30', '2026-11-21 09:29', 'UTC', /^The end lies before the start/u],
    ['2026-03-08 02:10', '2026-03-08 02:40', 'America/New_York', /put forward/u],
    ['2011-12-30', '2011-12-30', 'Pacific/Apia', /put forward/u],
  ])('says what is wrong with %s to %s (%s)', (from, to, zone, message) => {
    const result = range(from, to, zone);
    expect(result).toMatchObject({ kind: 'problem', field: 'to' });
    expect(result.kind === 'problem' && result.message).toMatch(message);
  });

  it('holds every instant whose local time lies in the range, and no other but a repeated hour at either end', () => {
    const zone = fc.constantFrom('America/Havana', 'Africa/Cairo', 'Australia/Lord_Howe', 'Africa/Casablanca', 'UTC');
    // Days on which one of these zones changes its clocks, among all days.
    const changeDay = fc.constantFrom('02-15', '03-08', '03-22', '04-05', '04-24', '10-04', '10-29', '10-30', '11-01');
    const quarterHour = fc.oneof(
      fc.integer({ min: Date.UTC(2026, 0, 2) / QUARTER, max: Date.UTC(2026, 11, 20) / QUARTER }),
      fc.tuple(changeDay, fc.nat(192)).map(([day, after]) => Date.parse(`2026-${day}`) / QUARTER - 48 + after),
    );
    const length = fc.integer({ min: 1, max: 300 });
    fc.assert(
      fc.property(zone, quarterHour, length, fc.constantFrom(10, 16), (zone, start, length, cut) => {
        const written = (at: number) => formatIsoLocal(at * QUARTER, zone).slice(0, cut);
        const [first, last] = [written(start), written(start + length)];
        fc.pre(first <= last);
        const { from, to } = interval(first, last, zone);
        const wrong: string[] = [];
        for (let at = start - 200; at < start + length + 200; at += 1) {
          const wanted = written(at) >= first && written(at) <= last;
          const inside = at * QUARTER >= from && at * QUARTER < to;
          const atEnds = at * QUARTER < from + 8 * QUARTER || at * QUARTER >= to - 4 * QUARTER;
          const repeatedHour = inside && atEnds;
          if (wanted !== inside && !repeatedHour) wrong.push(formatIsoLocal(at * QUARTER, zone));
        }
        expect(wrong).toEqual([]);
      }),
    );
  });
});

describe('describeInterval', () => {
  it('says the exact instants, and the zone at both ends when the clocks changed', () => {
    const november = interval('2026-11-01', '2026-11-21', 'Australia/Sydney');
    expect(describeInterval(november, 'Australia/Sydney')).toBe(
      '1 Nov 2026, 00:00:00 to 22 Nov 2026, 00:00:00 AEDT (UTC+11:00)',
    );
    expect(describeInterval(november, 'UTC')).toBe('31 Oct 2026, 13:00:00 to 21 Nov 2026, 13:00:00 UTC');
    expect(describeInterval(interval('2026-10-01', '2026-10-31', 'Australia/Sydney'), 'Australia/Sydney')).toBe(
      '1 Oct 2026, 00:00:00 AEST (UTC+10:00) to 1 Nov 2026, 00:00:00 AEDT (UTC+11:00)',
    );
  });
});
