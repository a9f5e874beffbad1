import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { OptOut } from '../../contract';
import { sortName, sortOf, sortRows, SORTS } from './sort-rows';

const row = (msisdn: string, optedOutAt: number | null, recordId = msisdn): OptOut => ({
  provider: 'textus',
  recordId,
  numberAsGiven: msisdn,
  msisdn,
  keys: [msisdn],
  optedOutAt,
  source: { raw: null, words: 'unknown source', actor: 'unknown' },
  account: 'my_account',
  fields: [],
  raw: null,
});
const numbers = (rows: readonly OptOut[]) => rows.map(({ msisdn }) => msisdn);

test('by time, rows without one last either way; by digits; the vendor’s order without any', () => {
  const rows = [row('2', 20), row('1', null), row('3', 10), row('10', 30)];
  expect(sortRows(rows, null)).toBe(rows);
  expect(numbers(sortRows(rows, 'time-asc'))).toEqual(['3', '2', '10', '1']);
  expect(numbers(sortRows(rows, 'time-desc'))).toEqual(['10', '2', '3', '1']);
  expect(numbers(sortRows(rows, 'number-asc'))).toEqual(['1', '10', '2', '3']);
  expect(numbers(sortRows(rows, 'number-desc'))).toEqual(['3', '2', '10', '1']);
});

test('an order loses no row, doubles none, and leaves equal rows as they were', () => {
  const rows = fc.array(
    fc.record({ time: fc.option(fc.integer({ min: 0, max: 3 })), digits: fc.constantFrom('1', '2') }),
  );
  fc.assert(
    fc.property(rows, fc.constantFrom(...SORTS), (made, name) => {
      const all = made.map(({ time, digits }, place) => row(digits, time, String(place)));
      const sorted = sortRows(all, name);
      expect(new Set(sorted)).toEqual(new Set(all));
      expect(sorted).toHaveLength(all.length);
      const turned = sorted.filter((one, place) => {
        const next = sorted[place + 1];
        if (next === undefined || Number(one.recordId) < Number(next.recordId)) return false;
        return name.startsWith('time') ? one.optedOutAt === next.optedOutAt : one.msisdn === next.msisdn;
      });
      expect(turned).toEqual([]);
    }),
  );
});

test('names and orders are each other’s inverse', () => {
  for (const name of SORTS) expect(sortName(sortOf(name) ?? { column: '', direction: 'asc' })).toBe(name);
  expect(sortName({ column: 'user', direction: 'asc' })).toBeNull();
});
