import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { queryString } from './query-string';

const pairs = fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), { maxLength: 8 });

describe('queryString', () => {
  it('writes the examples of the vendors exactly', () => {
    expect(
      queryString([
        ['exact[]', '5553031234'],
        ['exact[]', '(555) 222-1234'],
      ]),
    ).toBe('?exact%5B%5D=5553031234&exact%5B%5D=%28555%29%20222-1234');
    expect(queryString([['startDate', '2023-01-01T00:09:00+0900']])).toBe('?startDate=2023-01-01T00%3A09%3A00%2B0900');
    expect(queryString([])).toBe('');
  });

  it('keeps the unreserved characters and encodes every other ASCII character', () => {
    for (let code = 0; code < 128; code += 1) {
      const character = String.fromCodePoint(code);
      const hex = code.toString(16).toUpperCase().padStart(2, '0');
      const expected = /[A-Za-z0-9._~-]/u.test(character) ? character : `%${hex}`;
      expect(queryString([['a', character]])).toBe(`?a=${expected}`);
    }
  });

  it('decodes back to the same pairs, as URLs and as forms', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const text = queryString(given);
        expect([...new URLSearchParams(text)]).toEqual(given);
        const decoded = text
          .slice(1)
          .split('&')
          .filter((pair) => pair !== '')
          .map((pair) => pair.split('=').map((part) => decodeURIComponent(part)));
        expect(decoded).toEqual(given);
        expect(text).toMatch(/^[\w.~%?=&-]*$/u);
      }),
    );
  });

  it('passes through the URL parser untouched', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        expect(new URL(`http://vendor.test/list${queryString(given)}`).search).toBe(queryString(given));
      }),
    );
  });

  it('replaces half characters instead of throwing', () => {
    expect(queryString([['q', 'a\uD83Db']])).toBe('?q=a%EF%BF%BDb');
  });
});
