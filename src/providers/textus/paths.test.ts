import fc from 'fast-check';
import { expect, test } from 'vitest';

import { firstPath, nextPath, optOutsPath } from './paths';

test('the first page of each kind of list', () => {
  expect(firstPath('my_account', { kind: 'all' })).toBe('/api/textus/my_account/opt_outs');
  expect(firstPath('my_account', { kind: 'search', q: '303' })).toBe('/api/textus/my_account/opt_outs?q=303');
  expect(firstPath('my_account', { kind: 'exact', numbers: ['+15553031234', '(555) 222-1234'] })).toBe(
    '/api/textus/my_account/opt_outs?exact%5B%5D=%2B15553031234&exact%5B%5D=%28555%29%20222-1234',
  );
});

test.each([
  ['/a/opt_outs', '/api/textus/a/opt_outs'],
  ['/a/opt_outs?', '/api/textus/a/opt_outs?'],
  ['/a/opt_outs?page=2&q=303', '/api/textus/a/opt_outs?page=2&q=303'],
  ['/a/opt_outs?exact[]=%2B1555&cursor=a.b-c_~==/?:@', '/api/textus/a/opt_outs?exact[]=%2B1555&cursor=a.b-c_~==/?:@'],
])('%s is followed, its query byte for byte', (next, path) => {
  expect(nextPath(next, 'a')).toBe(path);
});

test.each([
  ['another host', 'https://evil.example/a/opt_outs?page=2'],
  ['the vendor written out', 'https://next.textus.com/a/opt_outs?page=2'],
  ['another scheme', 'javascript:alert(1)'],
  ['data', 'data:application/json,{}'],
  ['a host without a scheme', '//evil.example/a/opt_outs'],
  ['userinfo', '//a@evil.example/a/opt_outs'],
  ['backslashes', String.raw`\\evil.example\a\opt_outs`],
  ['a backslash in the path', String.raw`/a\opt_outs`],
  ['another account', '/b/opt_outs?page=2'],
  ['another account around ours', '/b/a/opt_outs'],
  ['another list', '/a/contacts?page=2'],
  ['below the list', '/a/opt_outs/+15553031234'],
  ['a longer name', '/a/opt_outs_all'],
  ['a trailing slash', '/a/opt_outs/?page=2'],
  ['a doubled slash', '/a//opt_outs'],
  ['dot segments', '/a/../b/opt_outs'],
  ['dot segments that come back', '/b/../a/opt_outs'],
  ['encoded dots', '/%2e%2e/a/opt_outs'],
  ['an encoded slash', '/a%2Fopt_outs'],
  ['our own proxy', '/api/textus/a/opt_outs'],
  ['a relative path', 'a/opt_outs?page=2'],
  ['only a query', '?page=2'],
  ['a fragment', '/a/opt_outs?page=2#x'],
  ['a space', '/a/opt_outs?page=2 HTTP/1.1'],
  ['a line break', '/a/opt_outs?page=2\r\nX-Injected: 1'],
  ['a null', '/a/opt_outs?page=2\0'],
  ['a broken escape', '/a/opt_outs?page=%2'],
  ['a backslash in the query', String.raw`/a/opt_outs?x=\..`],
  ['no text', ''],
  ['a path in other letters', '/A/opt_outs'],
  ['a link over 12,000 characters', `/a/opt_outs?x=${'x'.repeat(12_000)}`],
])('a link with %s is not followed', (_, next) => {
  expect(nextPath(next, 'a')).toBeNull();
});

const PIECES = [
  '/',
  '//',
  '\\',
  '..',
  '%2e%2e',
  '%2f',
  '?',
  '#',
  '@',
  ':',
  'https:',
  'a',
  'b',
  'opt_outs',
  'evil.example',
];
const ODD_PIECES = ['&', '=', '\t', '\n', '\r', '\0', ' ', '%', '%0d%0a', '\u202E', 'ſ', ';', '.', '*'];
const piece = fc.constantFrom(...PIECES, ...ODD_PIECES);

test('whatever a link says, what is asked is this account’s own list at our proxy', () => {
  const link = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.array(piece).map((pieces) => pieces.join('')),
    fc.array(piece).map((pieces) => `/a/opt_outs${pieces.join('')}`),
    fc.array(piece).map((pieces) => `/a/opt_outs?${pieces.join('')}`),
  );
  fc.assert(
    fc.property(link, (next) => {
      const path = nextPath(next, 'a');
      if (path === null) return;
      const url = new URL(path, 'http://proxy.test/textus');
      expect(url.origin + url.pathname).toBe(`http://proxy.test${optOutsPath('a')}`);
      expect(url.hash + url.username).toBe('');
      // Nothing is added, dropped or re-encoded; only a quote would be, by the URL standard.
      expect(path).toBe(`/api/textus${next}`);
      expect(url.search.replaceAll('%27', "'")).toBe(next.slice('/a/opt_outs'.length).replace(/^\?$/u, ''));
    }),
    { numRuns: 2000 },
  );
});
