import { expect, test } from 'vitest';

import type { Scope } from '../providers/contract';
import { asOfWords } from './as-of';

const READ = Date.UTC(2026, 10, 22, 12, 4, 10);
const MINUTE = 60_000;
const scope = (asOf: number, newestAsOf?: number): Scope => ({
  provider: 'one',
  account: null,
  interval: null,
  asOf,
  ...(newestAsOf !== undefined && { newestAsOf }),
});

test.each([
  [59_999, ''],
  [MINUTE, ' (1 minute before this check)'],
  [16 * MINUTE + 59_000, ' (16 minutes before this check)'],
  [150 * MINUTE, ' (2 hours before this check)'],
])('a reading %i ms older than the check says its age beside its instant: "%s"', (age, words) => {
  expect(asOfWords([scope(READ)], READ + age)).toBe(`as of 22 Nov 2026, 12:04:10 UTC${words}`);
});

test('what was read again since says so', () => {
  expect(asOfWords([scope(READ, READ + 16 * MINUTE)], READ + 16 * MINUTE)).toBe(
    'as of 22 Nov 2026, 12:04:10 UTC (16 minutes before this check), newest part read again 22 Nov 2026, 12:20:10 UTC',
  );
});

test('readings more than a minute apart are not told of as one', () => {
  expect(asOfWords([scope(READ + 5 * MINUTE), scope(READ), scope(READ + 1000)])).toBe(
    'as of 22 Nov 2026, 12:04:10 UTC, the newest answers as of 22 Nov 2026, 12:09:10 UTC',
  );
  expect(asOfWords([scope(READ + 1000), scope(READ)])).toBe('as of 22 Nov 2026, 12:04:10 UTC');
  expect(asOfWords([])).toBe('');
});
