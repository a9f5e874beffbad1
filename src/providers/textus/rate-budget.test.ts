import { expect, test } from 'vitest';

import { readBudget } from './rate-budget';

const NOW = Date.UTC(2026, 10, 22, 12);

test.each([
  ['seconds to go, which may have been rounded down', '0', '120', { remaining: 0, resetAt: NOW + 121_000 }],
  [
    'an instant in seconds, rounded down likewise',
    '17',
    String(NOW / 1000 + 60),
    { remaining: 17, resetAt: NOW + 61_000 },
  ],
  ['an instant in milliseconds', '17', String(NOW + 60_000), { remaining: 17, resetAt: NOW + 60_000 }],
  ['no reset', '0', null, null],
  ['no remaining', null, '120', null],
  ['words', 'few', 'soon', null],
  ['a negative', '-1', '120', null],
])('a reset in %s', (_, remaining, reset, budget) => {
  const headers = new Headers();
  if (remaining !== null) headers.set('X-RateLimit-Remaining', remaining);
  if (reset !== null) headers.set('X-RateLimit-Reset', reset);
  expect(readBudget(headers, NOW)).toEqual(budget);
});
