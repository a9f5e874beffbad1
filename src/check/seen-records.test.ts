import { expect, it } from 'vitest';

import { accountsLabel, seenRecords } from './seen-records';
import { pretendRecord } from './testing';

const seenIn = (account: string | null, more = {}) => pretendRecord('one', '15553031234', { account, ...more });

it('a record that several accounts show is one, with all of them; whatever else differs stands apart', () => {
  const seen = seenRecords([
    seenIn('a'),
    seenIn('b'),
    seenIn('a'),
    seenIn('b', { recordId: 'another' }),
    seenIn('c', { optedOutAt: null }),
    seenIn('d', { raw: { mobile: 'as text' } }),
  ]);
  expect(seen.map(({ record, accounts }) => [record.account, accounts])).toEqual([
    ['a', ['a', 'b']],
    ['b', ['b']],
    ['c', ['c']],
    ['d', ['d']],
  ]);
  expect(seen.map(accountsLabel)).toEqual(['Accounts', 'Account', 'Account', 'Account']);
});

it('a vendor without accounts has none', () => {
  expect(seenRecords([seenIn(null)]).map(({ accounts }) => accounts)).toEqual([[]]);
});
