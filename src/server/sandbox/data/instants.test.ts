import { expect, test } from 'vitest';

import { drawInstants, LISTS_BEGIN } from './instants';
import { createRandom } from './random';

const NOW = Date.UTC(2026, 10, 22, 12, 24, 30, 123);
const HOUR = 3_600_000;
const instants = drawInstants(createRandom(1), NOW, 25_000);

function countBy(key: (instant: number) => number): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const instant of instants) counts.set(key(instant), (counts.get(key(instant)) ?? 0) + 1);
  return counts;
}

const largestFirst = (counts: ReadonlyMap<number, number>) => [...counts.values()].toSorted((a, b) => b - a);

test('instants rise, are whole milliseconds, and lie between 2019 and now', () => {
  expect(instants).toHaveLength(25_000);
  expect(
    instants.every((instant, index) => Number.isInteger(instant) && instant >= (instants[index - 1] ?? LISTS_BEGIN)),
  ).toBe(true);
  expect(instants.at(-1)).toBeLessThanOrEqual(NOW);
});

test('thousands come within five minutes, many within one second, but never near a thousand', () => {
  const inFiveMinutes = largestFirst(countBy((instant) => Math.floor(instant / 300_000)));
  expect(inFiveMinutes[0]).toBeGreaterThan(1500);
  expect(inFiveMinutes.filter((count) => count > 300).length).toBeGreaterThan(5);
  const inOneSecond = largestFirst(countBy((instant) => Math.floor(instant / 1000)));
  expect(inOneSecond[0]).toBeGreaterThan(10);
  expect(inOneSecond[0]).toBeLessThan(200);
});

test('a million of them do not crowd one second either', () => {
  const million = drawInstants(createRandom(3), NOW, 1_000_000);
  let most = 0;
  for (let index = 0; index + 900 < million.length; index += 900) {
    const span = (million[index + 900] ?? 0) - (million[index] ?? 0);
    if (span < 1000) most += 1;
  }
  expect(most).toBe(0);
});

test('some share a millisecond, some fall on a whole second', () => {
  expect(instants.filter((instant, index) => instant === instants[index - 1]).length).toBeGreaterThan(100);
  expect(instants.filter((instant) => instant % 1000 === 0).length).toBeGreaterThan(1000);
  expect(instants.filter((instant) => instant % 1000 !== 0).length).toBeGreaterThan(10_000);
});

test('weekends and nights are quieter', () => {
  const byWeekday = countBy((instant) => new Date(instant).getUTCDay());
  expect(byWeekday.get(0) ?? 0).toBeLessThan((byWeekday.get(2) ?? 0) / 1.5);
  const byHour = countBy((instant) => new Date(instant).getUTCHours());
  expect(byHour.get(6) ?? 0).toBeLessThan((byHour.get(17) ?? 0) / 4);
});

test('today and yesterday have some in every zone, however early in the day it is', () => {
  for (let hour = 0; hour < 24; hour += 1) {
    const now = Date.UTC(2026, 10, 22, hour, 1);
    const few = drawInstants(createRandom(1), now, 1000);
    for (let offset = -12; offset <= 14; offset += 1) {
      const dayStart = Math.floor((now + offset * HOUR) / (24 * HOUR)) * 24 * HOUR - offset * HOUR;
      expect(few.some((instant) => instant >= dayStart)).toBe(true);
      expect(few.some((instant) => instant >= dayStart - 24 * HOUR && instant < dayStart)).toBe(true);
    }
  }
});

test('any count is met exactly', () => {
  for (const count of [0, 1, 7, 23, 100]) expect(drawInstants(createRandom(1), NOW, count)).toHaveLength(count);
});
