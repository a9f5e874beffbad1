import { expect, test } from 'vitest';

import documented from './__fixtures__/collection.json';
import { numberInId, parseCollection } from './schema';

const view = { next: null };

test('the documented collection', () => {
  const page = parseCollection(documented);
  expect(page).toMatchObject({ totalItems: 1, next: null, unreadable: [] });
  expect(page.members).toEqual([
    {
      id: '/textus/opt_outs/+15553031234',
      formattedPhoneNumber: '5553031234',
      createdAt: '2020-07-30T15:18:52.133Z',
      createdVia: 'User',
      user: null,
      originatingAccount: { id: '/accounts/my_account', name: 'My Account' },
      raw: documented.members[0],
    },
  ]);
});

test('the other shapes the API is known to answer with', () => {
  const raw = {
    id: '/textus/opt_outs/735',
    createdAt: '2022-09-01T16:47:10.028439Z',
    formattedPhoneNumber: '(940) 850-3220',
    createdVia: 'User',
    user: { '@type': 'User', id: '/users/wqyODPA', name: 'Ada', email: 'ada@example.com', avatar: null },
    originatingAccount: '/accounts/other',
    more: 1,
  };
  expect(parseCollection({ members: [raw], view }).members[0]).toEqual({
    id: raw.id,
    createdAt: raw.createdAt,
    formattedPhoneNumber: raw.formattedPhoneNumber,
    createdVia: 'User',
    user: { id: '/users/wqyODPA', name: 'Ada', email: 'ada@example.com' },
    originatingAccount: { id: '/accounts/other', name: null },
    raw,
  });
  const bare = { id: '/textus/opt_outs/%2B15553031234', user: '/users/x', createdAt: 5, createdVia: null };
  expect(parseCollection({ members: [bare], view }).members[0]).toMatchObject({
    formattedPhoneNumber: null,
    createdAt: null,
    createdVia: null,
    user: { id: '/users/x', name: null, email: null },
    originatingAccount: null,
  });
});

test.each([
  ['/textus/opt_outs/+15553031234', '15553031234'],
  ['/textus/opt_outs/%2B15553031234', '15553031234'],
  ['/textus/opt_outs/%2b447700900123', '447700900123'],
  ['+15553031234', '15553031234'],
  ['/textus/opt_outs/735', null],
  ['/textus/opt_outs/15553031234', null],
  ['/textus/opt_outs/+1555303/x', null],
  ['/textus/opt_outs/x+15553031234', null],
  [null, null],
])('the number in the id %s is %s', (id, digits) => {
  expect(numberInId(id)).toBe(digits);
});

test('members that name no number are reported, never dropped', () => {
  const members = [
    null,
    7,
    'x',
    [],
    {},
    { id: '/textus/opt_outs/735', formattedPhoneNumber: ' ' },
    { id: '/x/+15553031234' },
  ];
  const page = parseCollection({ members, view });
  expect(page.members).toHaveLength(1);
  expect(page.unreadable).toEqual(['null', '7', '"x"', '[]', '{}', JSON.stringify(members[5])]);
});

test('a very long unreadable member is cut', () => {
  expect(parseCollection({ members: ['x'.repeat(1e6)], view }).unreadable[0]).toHaveLength(1000);
});

test.each([
  ['another list shape', { records: [], total: 0 }],
  ['another list shape', { results: [], matches: 0 }],
  ['a bare array', []],
  ['no members', { view, totalItems: 0 }],
  ['members that are no array', { members: {}, view }],
  ['no view', { members: [], totalItems: 0 }],
  ['a view without next', { members: [], view: {} }],
  ['next under another name', { members: [], view: { 'hydra:next': '/a/opt_outs?page=2' } }],
  ['next that is no text', { members: [], view: { next: 2 } }],
  ['null', null],
  ['a text', 'OK'],
])('a body with %s is not understood', (_, body) => {
  expect(() => parseCollection(body)).toThrow(/Expected|Invalid/);
});

test.each([
  ['no view', undefined],
  ['a view without next', {}],
  ['next under another name', { 'hydra:next': '/a/opt_outs?page=2' }],
  ['next that is no text', { next: 2 }],
])('members that come with %s are kept, and the end is not known', (_, view) => {
  const page = parseCollection({ members: [{ id: '/x/+15553031234' }], totalItems: 1, view });
  expect(page.members).toHaveLength(1);
  expect(page.next).toBeUndefined();
});

test.each([
  { error: 'Internal error' },
  { error: { code: 500 } },
  { errors: [{ message: 'Shard 3 did not answer' }] },
  { errors: { list: 'timed out' } },
  { exception: 'PG::QueryCanceled' },
  { success: false },
  { success: 'false' },
  { ok: 0 },
  { status: 500 },
  { status: '503' },
  { status: 'error' },
  { statusCode: 429 },
  { 'hydra:statusCode': 500 },
  { code: 401 },
  { '@type': 'hydra:Error' },
  { '@type': ['hydra:Status', 'hydra:Error'] },
])('an error beside the list (%j): its members stand, and it is no whole list, nor an empty one', (error) => {
  const page = parseCollection({ members: [{ id: '/x/+15553031234' }], totalItems: 1, view, ...error });
  expect(page.members).toHaveLength(1);
  expect(page.next).toBeUndefined();
  expect(() => parseCollection({ members: [], totalItems: 0, view, ...error })).toThrow('nothing beside a list');
});

test.each([
  { error: null, errors: null },
  { error: false, errors: [] },
  { error: '', errors: {} },
  { success: true, ok: 1, status: 200, code: 0, statusCode: '200' },
  { status: 'ok', code: 'OK', '@type': ['hydra:PagedCollection', 'hydra:Resource'] },
  JSON.parse('{"@type":null,"constructor":false,"__proto__":{"error":1}}') as object,
])('members for errors that hold none (%j) change nothing', (none) => {
  expect(parseCollection({ members: [], totalItems: 0, view, ...none }).next).toBeNull();
});

test.each([
  [null, null],
  ['3', 3],
  [0, 0],
  [-1, undefined],
  [1.5, undefined],
  ['many', undefined],
  [{ value: 3 }, undefined],
  [Number.MAX_VALUE, undefined],
])('a total of %s is %s', (totalItems, count) => {
  expect(parseCollection({ members: [], totalItems, view }).totalItems).toBe(count);
});

test.each([
  ['/my_account/opt_outs', 'my_account'],
  ['/my_account/opt_outs?exact[]=%2B15553031234', 'my_account'],
  ['https://next.textus.com/my_account/opt_outs', null],
  ['/accounts/7/opt_outs', null],
  [7, null],
])('a collection with the id %s says it is of %s', (id, account) => {
  expect(parseCollection({ id, members: [], view }).account).toBe(account);
});

test('rows nested too deeply to be written out again are rows like others, with a sentence in the place of what TextUs sent', () => {
  const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) as unknown;
  const page = parseCollection({ members: [{ id: '/x/+15553031234', extra: deep }, deep], view });
  expect(page).toMatchObject({
    members: [{ id: '/x/+15553031234', raw: 'Nested too deeply to be shown' }],
    unreadable: ['"Nested too deeply to be shown"'],
  });
});
