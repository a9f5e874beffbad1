import { describe, expect, it } from 'vitest';

import { readRetryAfter } from './retry-after';

const NOW = Date.UTC(2026, 10, 21, 12);

describe('readRetryAfter', () => {
  it.each([
    ['seconds', { 'retry-after': '2' }, 2_000],
    ['no wait at all', { 'retry-after': '0' }, 0],
    ['a date', { 'retry-after': 'Sat, 21 Nov 2026 12:00:30 GMT' }, 30_000],
    ['a date that has passed', { 'retry-after': 'Sat, 21 Nov 2026 11:00:00 GMT' }, 0],
    [
      'a date by the clock of the server, which is an hour ahead of ours',
      { 'retry-after': 'Sat, 21 Nov 2026 13:00:05 GMT', date: 'Sat, 21 Nov 2026 13:00:00 GMT' },
      5_000,
    ],
    ['nothing', {}, null],
    ['a word', { 'retry-after': 'soon' }, null],
    ['a negative number', { 'retry-after': '-5' }, null],
    ['a fraction', { 'retry-after': '1.5' }, null],
  ])('reads %s', (_what, headers, expected) => {
    expect(readRetryAfter(new Headers(headers as Record<string, string>), NOW)).toBe(expected);
  });
});
