import { expect, it } from 'vitest';

import { resetWords } from './preference-words';

it('a reset says what it changed, or that there was nothing to change', () => {
  expect(resetWords([])).toBe('Everything was at its default already.');
  expect(resetWords(['theme', 'pageSize'])).toBe('Back to the defaults: theme, rows per page.');
});
