import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { History } from './history';
import { rowKeys } from './history-keys';

/** Numbers as lists hold them: with and without trunk prefixes, with dialling prefixes, odd ones. */
const mobiles = fc
  .record({
    before: fc.constantFrom('', '', '', '+', '00', '011', '0'),
    country: fc.constantFrom('1', '7', '36', '39', '44', '49', '52', '54', '55', '61', '261', '353', '378', '692'),
    trunk: fc.constantFrom('', '', '0', '1', '8', '06', '00', '183', '1115', '9'),
    rest: fc.stringMatching(/^\d{2,12}$/),
  })
  .map(({ before, country, trunk, rest }) => `${before}${country}${trunk}${rest}`);

describe('rowKeys', () => {
  it.each([
    ['15553031234', ['15553031234']],
    ['4400111222', ['4400111222', '440111222']],
    ['+447700900123', ['+447700900123', '447700900123']],
    ['44 7700 900123', ['44 7700 900123', '447700900123']],
    ['STOP', ['STOP']],
  ])('%s answers to %j', (mobile, keys) => {
    expect(rowKeys(mobile)).toEqual(keys);
  });

  it('lets a history find exactly the rows whose keys hold the number asked', () => {
    fc.assert(
      fc.property(fc.array(mobiles, { minLength: 1, maxLength: 30 }), (stored) => {
        const history = new History(rowKeys);
        history.add(stored.map((mobile, index) => ({ id: String(index), mobile, note: null, created: -index })));
        for (const key of stored.flatMap(rowKeys)) {
          const expected = stored.flatMap((mobile, index) => (rowKeys(mobile).includes(key) ? [index] : []));
          expect(history.find([key])).toEqual(expected);
        }
      }),
    );
  });
});
