import { expect, it } from 'vitest';

import { oldAge } from './age';

it.each([
  ['60', 60],
  ['86400', 86_400],
  ['300, 20', 300],
  ['0, 86400', 86_400],
  ['0, 20', null],
  ['59', null],
  ['0', null],
  ['', null],
  ['-90', null],
  ['old', null],
])('reads Age %j', (age, expected) => {
  expect(oldAge(new Headers({ age }))).toBe(expected);
});

it('takes an answer without Age for one of now', () => {
  expect(oldAge(new Headers())).toBeNull();
});
