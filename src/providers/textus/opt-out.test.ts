import { expect, test } from 'vitest';

import documented from './__fixtures__/collection.json';
import { fieldText } from './fields';
import { parseInstant } from './instant';
import { identity, toOptOut } from './opt-out';
import { parseCollection } from './schema';
import { sourceOf } from './source';

function read(member: unknown, country = 'US') {
  const [only] = parseCollection({ members: [member], view: { next: null } }).members;
  return only === undefined ? null : toOptOut(only, 'my_account', country);
}

test('the documented record', () => {
  expect(read(documented.members[0])).toEqual({
    provider: 'textus',
    recordId: '/textus/opt_outs/+15553031234',
    numberAsGiven: '5553031234',
    msisdn: '15553031234',
    keys: ['15553031234'],
    optedOutAt: Date.UTC(2020, 6, 30, 15, 18, 52, 133),
    source: { actor: 'staff', words: 'by a user of the account', raw: 'User' },
    account: 'my_account',
    fields: [
      ['Phone number as given', '5553031234'],
      ['Created at, as given', '2020-07-30T15:18:52.133Z'],
      ['Originating account', 'My Account'],
    ],
    raw: documented.members[0],
  });
});

test.each([
  [
    'the id before the formatted number',
    { id: '/textus/opt_outs/+447700900123', formattedPhoneNumber: '5553031234' },
    '447700900123',
  ],
  [
    'a national number of the country',
    { id: '/textus/opt_outs/735', formattedPhoneNumber: '(940) 850-3220' },
    '19408503220',
  ],
  ['an international number', { id: '/textus/opt_outs/735', formattedPhoneNumber: '+44 7700 900123' }, '447700900123'],
  [
    'a number with its code but no plus',
    { id: '/textus/opt_outs/735', formattedPhoneNumber: '19408503220' },
    '19408503220',
  ],
  ['a number that is national and international', { id: '/x/735', formattedPhoneNumber: '5553031234' }, '15553031234'],
])('the key is %s', (_, member, msisdn) => {
  expect(read(member)).toMatchObject({ msisdn, keys: [msisdn] });
});

test('a number without a country is one of the account’s country', () => {
  const member = { id: '/textus/opt_outs/735', formattedPhoneNumber: '07700 900123' };
  expect(read(member, 'GB')).toMatchObject({ msisdn: '447700900123', keys: ['447700900123'] });
});

test('text that is no number is not a record', () => {
  expect(read({ id: '/textus/opt_outs/735', formattedPhoneNumber: 'unknown' })).toBeNull();
});

test('fields that are not there are not shown', () => {
  const record = read({
    id: '/textus/opt_outs/+15553031234',
    user: { id: '/users/a', name: null, email: 'a@example.com' },
  });
  expect(record?.fields).toEqual([
    ['User', '/users/a'],
    ['User e-mail', 'a@example.com'],
  ]);
  expect(record).toMatchObject({ numberAsGiven: '+15553031234', optedOutAt: null });
  expect(record && fieldText(record, 'originatingAccount')).toBe('');
});

test('the same id with another number or originating account is another record', () => {
  const base = { id: '/textus/opt_outs/735', formattedPhoneNumber: '9408503220', originatingAccount: { name: 'a' } };
  const records = [
    base,
    { ...base, user: { id: '/users/late' } },
    { ...base, formattedPhoneNumber: '9408503221' },
    { ...base, originatingAccount: { name: 'b' } },
  ].map((member) => read(member));
  expect(new Set(records.map((record) => record && identity(record))).size).toBe(3);
});

test.each([
  ['2020-07-30T15:18:52.133Z', Date.UTC(2020, 6, 30, 15, 18, 52, 133)],
  ['2022-09-01T16:47:10.028439Z', Date.UTC(2022, 8, 1, 16, 47, 10, 28)],
  ['2022-09-01T16:47:10Z', Date.UTC(2022, 8, 1, 16, 47, 10)],
  ['2022-09-01T16:47:10.5+02:00', Date.UTC(2022, 8, 1, 14, 47, 10, 500)],
  ['2022-02-31T16:47:10Z', null],
  ['2022-09-01T16:47:10', null],
  ['2022-09-01', null],
  ['yesterday', null],
  [null, null],
])('createdAt %s', (text, instant) => {
  expect(parseInstant(text)).toBe(instant);
});

test.each([
  ['User', 'staff'],
  ['keyword', 'person'],
  ['STOP', 'person'],
  ['Contact', 'person'],
  ['API', 'integration'],
  ['Import', 'staff'],
  ['User deleted', 'unknown'],
  ['', 'unknown'],
  [null, 'unknown'],
])('createdVia %s is the act of: %s', (raw, actor) => {
  expect(sourceOf(raw)).toMatchObject({ raw, actor });
});
