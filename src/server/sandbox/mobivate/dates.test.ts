import fc from 'fast-check';
import { expect, test } from 'vitest';

import { readDate } from './dates';

const pad = (value: number, width = 2) => String(value).padStart(width, '0');

/** An instant written as the vendor wants it, for an offset in minutes. */
function write(instant: number, offset: number): string {
  const local = new Date(instant + offset * 60_000);
  const day = `${pad(local.getUTCFullYear(), 4)}-${pad(local.getUTCMonth() + 1)}-${pad(local.getUTCDate())}`;
  const time = `${pad(local.getUTCHours())}:${pad(local.getUTCMinutes())}:${pad(local.getUTCSeconds())}`;
  const size = Math.abs(offset);
  return `${day}T${time}${offset < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}${pad(size % 60)}`;
}

test.each([
  ['2023-01-01', Date.UTC(2023, 0, 1)],
  ['2023-01-01T00:00:00+0000', Date.UTC(2023, 0, 1)],
  ['2023-01-01T00:09:00+0900', Date.UTC(2022, 11, 31, 15, 9)],
  ['2023-01-01T12:00:00+1200', Date.UTC(2023, 0, 1)],
  ['2024-02-29T23:59:59-0330', Date.UTC(2024, 2, 1, 3, 29, 59)],
])('%s is read', (text, instant) => {
  expect(readDate(text)).toEqual({ ok: true, instant });
});

test.each([
  ['2023-01-011', '1'],
  ['2023-01-01T00:00:00 0000', ' 0000'],
  ['2023-01-01T00:00:00+00:00', ':00'],
  ['2023-01-01T00:00:00Z', 'Z'],
  ['2023-01-01T00:00:00', ''],
  ['2023-01-01T00:00:00.000+0000', '.000+0000'],
  ['2023-01-01 00:00:00+0000', ' 00:00:00+0000'],
  ['2023-02-29', '29'],
  ['2023-02-30T00:00:00+0000', '30T00:00:00+0000'],
  ['2023-13-01', '13-01'],
  ['2023-00-10', '00-10'],
  ['2023-01-00', '00'],
  ['2023-01-01T24:00:00+0000', '24:00:00+0000'],
  ['2023-01-01T00:60:00+0000', '60:00+0000'],
  ['2023-01-01T00:00:60+0000', '60+0000'],
  ['2023-01-01T00:00:00+1960', '+1960'],
  ['1672531200000', '531200000'],
  ['2023/01/01', '/01/01'],
  ['23-01-01', '-01-01'],
  [' 2023-01-01', ' 2023-01-01'],
  ['2023-01-01 ', ' '],
  ['2023-01-01+0000', '+0000'],
  ['٢٠٢٣-01-01', '٢٠٢٣-01-01'],
  ['', ''],
])('%s is malformed', (text, malformedAt) => {
  expect(readDate(text)).toEqual({ ok: false, malformedAt });
});

test('every instant in whole seconds, at any offset, is read back', () => {
  const seconds = fc.integer({ min: Date.UTC(1971, 0, 1) / 1000, max: Date.UTC(2999, 0, 1) / 1000 });
  fc.assert(
    fc.property(seconds, fc.integer({ min: -840, max: 840 }), (second, offset) => {
      expect(readDate(write(second * 1000, offset))).toEqual({ ok: true, instant: second * 1000 });
    }),
  );
});
