import { describe, expect, it } from 'vitest';

import { ageWords, rangeWords, readWords, timeLeftWords } from './scope-words';

const NOW = Date.parse('2026-11-22T12:04:10Z');
const at = (text: string) => Date.parse(text);

describe('rangeWords', () => {
  it.each([
    ['2026-10-31T13:00Z', '2026-11-21T13:00Z', 'Australia/Sydney', '1 Nov 2026 to 21 Nov 2026'],
    ['2026-11-01T00:00Z', '2026-11-02T00:00Z', 'UTC', '1 Nov 2026'],
    ['2026-11-01T00:00Z', '2026-11-23T00:00Z', 'UTC', '1 Nov 2026 to now'],
    ['2026-11-01T09:30Z', '2026-11-02T00:00Z', 'UTC', '1 Nov 2026, 09:30:00 to 2 Nov 2026, 00:00:00'],
    ['2030-01-01T00:00Z', '2030-02-01T00:00Z', 'UTC', '1 Jan 2030 to 31 Jan 2030'],
    ['2026-11-21T09:30Z', '2026-11-24T00:00Z', 'UTC', '21 Nov 2026, 09:30:00 to now'],
    [
      '2026-10-25T00:00Z',
      '2026-10-25T04:00Z',
      'Europe/London',
      '25 Oct 2026, 01:00:00 BST (UTC+01:00) to 25 Oct 2026, 04:00:00 GMT (UTC+00:00)',
    ],
    ['2026-10-25T04:00Z', '2026-10-25T05:00Z', 'Europe/London', '25 Oct 2026, 04:00:00 to 25 Oct 2026, 05:00:00'],
    ['2026-11-01T05:30Z', '2026-11-23T00:00Z', 'America/New_York', '1 Nov 2026, 01:30:00 EDT (UTC-04:00) to now'],
    ['2026-10-31T13:00Z', '2026-11-21T13:00Z', 'UTC', '31 Oct 2026, 13:00:00 to 21 Nov 2026, 13:00:00'],
  ])('%s to %s in %s', (from, to, zone, words) => {
    expect(rangeWords({ from: at(from), to: at(to) }, zone, NOW)).toBe(words);
  });
});

describe('readWords and ageWords', () => {
  it.each([
    ['2026-11-22T12:04:10Z', 'read 12:04:10 UTC', 'just now'],
    ['2026-11-22T12:04:30Z', 'read 12:04:30 UTC', 'just now'],
    ['2026-11-22T12:03:00Z', 'read 12:03:00 UTC', '1 minute ago'],
    ['2026-11-22T10:04:00Z', 'read 10:04:00 UTC', '2 hours ago'],
    ['2026-11-21T12:04:10Z', 'read 21 Nov 2026, 12:04:10 UTC', '24 hours ago'],
  ])('%s', (asOf, read, age) => {
    expect([readWords(at(asOf), NOW), ageWords(at(asOf), NOW)]).toEqual([read, age]);
  });
});

describe('timeLeftWords', () => {
  it.each([
    [null, 60_000, null],
    [0.5, 1_000, null],
    [0.01, 60_000, null],
    [1, 60_000, null],
    [0.9, 20_000, 'a few seconds left'],
    [0.5, 20_000, 'about 20 seconds left'],
    [0.5, 49_000, 'about 50 seconds left'],
    [0.5, 55_000, 'about 1 minute left'],
    [0.1, 60_000, 'about 9 minutes left'],
  ])('%j of it in %d ms', (fraction, elapsed, words) => {
    expect(timeLeftWords(fraction, elapsed)).toBe(words);
  });
});
