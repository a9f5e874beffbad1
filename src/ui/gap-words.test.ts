import { expect, test } from 'vitest';

import { gapWords } from './gap-words';

const at = (day: number, hour = 0) => Date.UTC(2021, 2, day, hour);
const failure = { reason: 'vendor-error', message: 'HTTP 500', detail: '' } as const;
const whole = { from: at(1), to: at(20) };
const gap = (from: number, to: number, unreadable: readonly string[] = []) => ({
  interval: { from, to },
  unreadable,
  failure,
});

test('a gap is named by its stretch on the clock of the zone, and by its reason', () => {
  expect(gapWords([gap(at(3, 4), at(4, 16))], { whole, zone: 'Australia/Brisbane' })).toEqual([
    '3 Mar 2021, 14:00:00 to 5 Mar 2021, 02:00:00 AEST (UTC+10:00): vendor error',
  ]);
});

test('what was asked for of the future ends when it was read, unless the gap is all in the future', () => {
  const place = { whole, zone: 'UTC', readAt: at(10) };
  expect(gapWords([gap(at(9), at(11)), gap(at(11), at(12))], place)).toEqual([
    '9 Mar 2021, 00:00:00 to 10 Mar 2021, 00:00:00 UTC: vendor error',
    '11 Mar 2021, 00:00:00 to 12 Mar 2021, 00:00:00 UTC: vendor error',
  ]);
});

test('rows that could not be read are counted, and a gap without dates stands for all of it', () => {
  expect(gapWords([gap(at(3), at(4), ['a', 'b'])], { whole, zone: 'UTC', unreadableHint: ', see Details' })).toEqual([
    '3 Mar 2021, 00:00:00 to 4 Mar 2021, 00:00:00 UTC: 2 rows could not be read, see Details',
  ]);
  const dateless = [{ interval: null, unreadable: [], failure }];
  expect(gapWords(dateless, { whole, zone: 'UTC' })).toEqual([
    '1 Mar 2021, 00:00:00 to 20 Mar 2021, 00:00:00 UTC: vendor error',
  ]);
  expect(gapWords(dateless, { whole: null, zone: 'UTC' })).toEqual(['vendor error']);
});
