import { expect, it } from 'vitest';

import { countOf, formatCount } from './counts';

it('groups whole numbers as English does', () => {
  const english = new Intl.NumberFormat('en-US');
  for (const count of [0, 7, 999, 1_000, 3_214, 99_999, 100_000, 1_234_567, 1_000_000_000, -1, -999, -1_000]) {
    expect(formatCount(count)).toBe(english.format(count));
  }
});

it('says a count with its noun', () => {
  expect(countOf(1, 'opt-out')).toBe('1 opt-out');
  expect(countOf(3_214, 'opt-out')).toBe('3,214 opt-outs');
  expect(countOf(2, 'entry', 'entries')).toBe('2 entries');
});
