import fc from 'fast-check';
import { expect, test } from 'vitest';

import { DEFAULT_BEHAVIOUR } from './behaviour';
import { makeCollection } from './collection';
import { readCursor, writeCursor, type Cursor, type CursorOwner } from './cursor';
import { createTextusData } from './data';
import { filterRows, readFilter, refusalOf } from './filter';
import type { TextusRow, WireCollection } from './wire';

const rows = createTextusData({ now: Date.UTC(2026, 10, 22), seed: 4, rows: 400 });
const owner: CursorOwner = { account: 'my_account', filter: { q: null, exact: [] } };

const cursors: fc.Arbitrary<Cursor> = fc.record({
  position: fc.oneof(
    fc.record({ kind: fc.constantFrom('start' as const, 'end' as const) }),
    fc.record({ kind: fc.constantFrom('after' as const, 'before' as const), at: fc.nat(), sequence: fc.nat() }),
  ),
  lap: fc.nat(),
});

/** Follows a link as the server would. */
function follow(list: readonly TextusRow[], link: string, pageSize: number): WireCollection {
  const search = new URL(link, 'http://origin').searchParams;
  const follower = { ...owner, filter: readFilter(search) };
  return makeCollection(list, follower, readCursor(search.get('cursor') ?? '', follower), pageSize);
}

test('a cursor is read back by its owner and by nobody else', () => {
  const slugs = fc.constantFrom('my_account', 'north_branch');
  const filters = fc.record({ q: fc.option(fc.string()), exact: fc.array(fc.string(), { maxLength: 3 }) });
  const owners = fc.record({ account: slugs, filter: filters });
  fc.assert(
    fc.property(cursors, owners, owners, (cursor, mine, other) => {
      const text = writeCursor(cursor, mine);
      expect(text).toMatch(/^[\w-]+$/);
      expect(readCursor(text, mine)).toEqual(cursor);
      const same = JSON.stringify(mine) === JSON.stringify(other);
      expect(readCursor(text, other)).toEqual(same ? cursor : null);
    }),
  );
});

test.each(['', 'abc', 'ééé', writeCursor({ position: { kind: 'end' }, lap: 0 }, owner).slice(1)])(
  '"%s" is no cursor',
  (text) => {
    expect(readCursor(text, owner)).toBeNull();
  },
);

test('pages followed forward make up the list, followed back the same pages', () => {
  for (const pageSize of [1, 7, 25, 400, 1000]) {
    const pages = [makeCollection(rows, owner, null, pageSize)];
    for (let next = pages[0]?.view.next ?? null; next !== null;) {
      const page = follow(rows, next, pageSize);
      pages.push(page);
      next = page.view.next;
    }
    expect(pages.flatMap(({ members }) => members)).toEqual(rows.map(({ wire }) => wire));
    expect(pages.every(({ totalItems }) => totalItems === 400)).toBe(true);
    expect(pages[0]?.view.previous).toBeNull();
    for (const [index, { view }] of pages.slice(1).entries()) {
      expect(follow(rows, view.previous ?? '', pageSize).members).toEqual(pages[index]?.members);
    }
  }
});

test('a row that comes or goes neither repeats nor hides another', () => {
  const first = makeCollection(rows, owner, null, 25);
  const changed = [...rows.slice(3, 20), ...rows.slice(25)];
  expect(follow(changed, first.view.next ?? '', 25).members[0]).toEqual(rows[25]?.wire);
});

test.each([
  ['5553031234', 1],
  ['+15553031234', 1],
  ['(555) 303-1234', 1],
  ['1 555.303.1234', 1],
  ['011 1 555 303 1234', 1],
  ['+5553031234', 0],
  ['555303123', 0],
  ['', 0],
])('exact[]=%s finds %i', (value, count) => {
  const found = filterRows(rows, 'my_account', { q: null, exact: [value] }, DEFAULT_BEHAVIOUR);
  expect(found.filter(({ digits }) => digits === '15553031234')).toHaveLength(count);
});

test('a foreign number without + is found or taken for an American one, as the behaviour says', () => {
  const foreign = rows.find(({ digits, listedIn }) => digits.startsWith('61') && listedIn.length > 1);
  const ask = (value: string, exactWithoutPlus: 'any-country' | 'account-country') =>
    filterRows(rows, 'my_account', { q: null, exact: [value] }, { ...DEFAULT_BEHAVIOUR, exactWithoutPlus }).length;
  const digits = foreign?.digits ?? '';
  expect(ask(digits, 'any-country')).toBe(1);
  expect(ask(digits, 'account-country')).toBe(0);
  expect(ask(`+${digits}`, 'account-country')).toBe(1);
  expect(ask(`011 ${digits}`, 'account-country')).toBe(1);
});

test('exact[] finds a number however it is written, or only by the very text shown, as the behaviour says', () => {
  const ask = (value: string, exactCompares: 'number' | 'text') =>
    filterRows(rows, 'my_account', { q: null, exact: [value] }, { ...DEFAULT_BEHAVIOUR, exactCompares }).length;
  for (const value of ['5553031234', '+15553031234', '(555) 303-1234']) {
    expect(ask(value, 'number')).toBe(1);
    expect(ask(value, 'text')).toBe(value === '5553031234' ? 1 : 0);
  }
});

test('q matches part of the digits, whatever stands between them', () => {
  const find = (q: string) =>
    filterRows(rows, 'my_account', { q, exact: [] }, DEFAULT_BEHAVIOUR).map(({ digits }) => digits);
  expect(find('303-12')).toContain('15553031234');
  expect(find('303-12').every((digits) => digits.includes('30312'))).toBe(true);
  expect(find('abc')).toEqual([]);
});

test('a filter is refused only for what the behaviour forbids', () => {
  const exact = ['5553031234', 'nonsense'];
  expect(refusalOf({ q: '30', exact: [] }, DEFAULT_BEHAVIOUR)).toMatch(/^q: /);
  expect(refusalOf({ q: null, exact }, DEFAULT_BEHAVIOUR)).toBeNull();
  expect(refusalOf({ q: null, exact }, { ...DEFAULT_BEHAVIOUR, unreadableExact: 'refused' })).toContain('"nonsense"');
  expect(refusalOf({ q: null, exact }, { ...DEFAULT_BEHAVIOUR, exactLimit: 1 })).toMatch(/^exact: /);
});
