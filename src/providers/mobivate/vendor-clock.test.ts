import { expect, it } from 'vitest';

import { readDate, VendorClock } from './vendor-clock';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 21, 12);

function bounds(clock: VendorClock) {
  return [clock.earliest() - NOW, clock.latest() - NOW];
}

it('is our own until an answer tells of another', () => {
  const clock = new VendorClock(() => NOW);
  expect(bounds(clock)).toEqual([0, 0]);
  clock.learn(NOW - 45_000);
  expect(bounds(clock)).toEqual([0, 0]);
});

it.each([
  ['ahead of ours', [2 * HOUR], [0, 2 * HOUR]],
  ['behind ours', [-2 * HOUR], [-2 * HOUR, 0]],
  ['of two machines', [3 * HOUR, -HOUR, 2 * HOUR], [-HOUR, 3 * HOUR]],
])('knows how early and how late it can be at a vendor %s', (_what, offsets, expected) => {
  const clock = new VendorClock(() => NOW);
  for (const offset of offsets) clock.learn(NOW + offset);
  expect(bounds(clock)).toEqual(expected);
});

it('keeps what it knows until the next reading is answered', () => {
  const clock = new VendorClock(() => NOW);
  clock.learn(NOW - 2 * HOUR);
  clock.beginReading();
  expect(bounds(clock)).toEqual([-2 * HOUR, 0]);
  clock.learn(NOW);
  expect(bounds(clock)).toEqual([0, 0]);
});

it.each([
  ['Sat, 21 Nov 2026 12:00:00 GMT', NOW],
  ['', null],
  ['today', null],
  // What a lenient reader takes for a date: its day after next could not be asked for, or is no instant at all.
  ['0', null],
  ['Fri, 31 Dec 9999 23:59:59 GMT', null],
  ['Sat, 13 Sep 275760 00:00:00 GMT', null],
])('reads the date %j', (date, expected) => {
  expect(readDate(new Headers({ date }))).toBe(expected);
});

it('reads no date where none is', () => {
  expect(readDate(new Headers())).toBeNull();
});
