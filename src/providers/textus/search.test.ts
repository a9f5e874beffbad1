import fc from 'fast-check';
import { createSerializer } from 'nuqs';
import { expect, test } from 'vitest';

import type { NonEmpty } from '../../lib/non-empty';
import { chooseAccount, fitsUrl, formatExact, parseExact, PAGE_SIZES, readSearchText, searchParsers } from './search';

const serialize = createSerializer(searchParsers);

/** Reads a page's URL as nuqs does: the first value of each name. */
function readUrl(url: string) {
  const query = new URL(url, 'http://app.test').searchParams;
  const read = <T>(name: string, parse: (text: string) => T | null): T | null => {
    const text = query.get(name);
    return text === null ? null : parse(text);
  };
  return {
    account: read('account', searchParsers.account.parse),
    q: read('q', searchParsers.q.parse) ?? searchParsers.q.defaultValue,
    exact: read('exact', searchParsers.exact.parse),
    size: read('size', searchParsers.size.parse) ?? searchParsers.size.defaultValue,
    page: read('page', searchParsers.page.parse) ?? searchParsers.page.defaultValue,
  };
}

const DEFAULTS = { account: null, q: '', exact: null, size: 50, page: 1 };

test('the links of the contract', () => {
  expect(readUrl('/textus')).toEqual(DEFAULTS);
  expect(readUrl('/textus?account=my_account&q=303')).toEqual({ ...DEFAULTS, account: 'my_account', q: '303' });
  expect(readUrl('/textus?account=my_account&exact=5553031234,(555)%20222-1234')).toEqual({
    ...DEFAULTS,
    account: 'my_account',
    exact: ['5553031234', '(555) 222-1234'],
  });
  expect(formatExact(['5553031234', '(555) 222-1234'])).toBe('5553031234,(555) 222-1234');
});

test('a number stays a text', () => {
  expect(readUrl('/textus?q=0303')).toMatchObject({ q: '0303' });
});

function concat(first: string, rest: readonly string[]): NonEmpty<string> {
  return [first, ...rest];
}

/** Lists of at least one text. */
function lists(text: fc.Arbitrary<string>): fc.Arbitrary<NonEmpty<string>> {
  return fc.tuple(text, fc.array(text)).map(([first, rest]): NonEmpty<string> => concat(first, rest));
}

const numbers = fc.oneof(
  lists(fc.string({ unit: 'grapheme', minLength: 1 })),
  lists(fc.string({ unit: fc.constantFrom(',', '\\', '5', ' ', '+', '%', '\n'), minLength: 1 })),
);

test('every list of texts comes back as it was', () => {
  fc.assert(
    fc.property(numbers, (numbers) => {
      expect(parseExact(formatExact(numbers))).toEqual(numbers);
    }),
  );
});

test('every state of the page comes back from its URL as it was', () => {
  const state = fc.record({
    account: fc.option(fc.string({ unit: 'grapheme', minLength: 1 })),
    q: fc.string({ unit: 'grapheme' }),
    exact: fc.option(numbers),
    size: fc.constantFrom(...PAGE_SIZES),
    page: fc.integer({ min: 1, max: 9_999_999 }),
  });
  fc.assert(
    fc.property(state, (state) => {
      expect(readUrl(serialize('/textus', state))).toEqual(state);
    }),
  );
});

test('what is not a list is none', () => {
  for (const text of ['', ',', ',,', '\\', '5\\', '5\\n', '\\,\\']) expect(parseExact(text)).toBeNull();
  expect(parseExact(',555,,444,')).toEqual(['555', '444']);
});

test('any text of a URL is read or refused, never thrown at', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const numbers = parseExact(text);
      expect(numbers === null ? null : parseExact(formatExact(numbers))).toEqual(numbers);
    }),
  );
});

test.each(['0', '-1', '1.5', '1e3', '07', 'x', '', '99999999'])('page %s is none', (text) => {
  expect(searchParsers.page.parse(text)).toBeNull();
});

test.each(['0', '10', '51', 'x', ''])('size %s is none', (text) => {
  expect(searchParsers.size.parse(text)).toBeNull();
});

test.each([
  ['', { kind: 'empty' }],
  ['  ', { kind: 'empty' }],
  ['(30', { kind: 'too-short', digits: '30' }],
  ['abc', { kind: 'too-short', digits: '' }],
  ['303', { kind: 'ready', digits: '303' }],
  ['(303) 55', { kind: 'ready', digits: '30355' }],
  ['３０３', { kind: 'ready', digits: '303' }],
  ['٣٠٣', { kind: 'ready', digits: '303' }],
])('the search box with %j', (text, read) => {
  expect(readSearchText(text)).toEqual(read);
});

test('the account is the one of the URL, the first one without, and never another one instead', () => {
  expect(chooseAccount(null, ['a', 'b'])).toEqual({ kind: 'account', account: 'a' });
  expect(chooseAccount('b', ['a', 'b'])).toEqual({ kind: 'account', account: 'b' });
  expect(chooseAccount('c', ['a', 'b'])).toEqual({ kind: 'unknown', account: 'c' });
  expect(chooseAccount(null, [])).toEqual({ kind: 'none' });
});

test('a list that is too long for the URL is known', () => {
  expect(fitsUrl(Array.from({ length: 400 }, () => '+15553031234'))).toBe(true);
  expect(fitsUrl(Array.from({ length: 800 }, () => '+15553031234'))).toBe(false);
});
