import { expect, test } from 'vitest';

import { csvChunks } from '../../lib/csv';
import { csvColumns } from './csv';
import { provider } from './index';
import { toOptOut } from './opt-out';
import { parseCollection } from './schema';

function record(member: object) {
  const [only] = parseCollection({ members: [member], view: { next: null } }).members;
  const optOut = only === undefined ? null : toOptOut(only, 'my_account', 'US');
  if (optOut === null) throw new Error('The member is not readable');
  return optOut;
}

const full = record({
  id: '/textus/opt_outs/735',
  createdAt: '2022-09-01T16:47:10.028439Z',
  formattedPhoneNumber: '(940) 850-3220',
  createdVia: 'User',
  user: { id: '/users/a', name: '=Ada', email: 'ada@example.com' },
  originatingAccount: { id: '/accounts/other', name: 'Other, Inc.' },
});
const bare = record({ id: '/textus/opt_outs/+15553031234' });

test('the file of the contract', async () => {
  const columns = csvColumns({ zone: 'America/New_York', complete: true, asOf: Date.UTC(2026, 10, 22, 12, 4, 10) });
  let file = '';
  for await (const chunk of csvChunks(columns, [full, bare], {})) file += chunk;
  expect(file).toBe(
    [
      '\uFEFFnumber,msisdn,phone_as_given,created_utc,created_local,time_zone,created_via,user_name,user_email,originating_account,account,id,complete,as_of_utc',
      `+1 940 850 3220,19408503220,(940) 850-3220,2022-09-01T16:47:10.028Z,2022-09-01T12:47:10.028-04:00,America/New_York,User,'=Ada,ada@example.com,"Other, Inc.",my_account,/textus/opt_outs/735,yes,2026-11-22T12:04:10.000Z`,
      `+1 555 303 1234,15553031234,,,,America/New_York,,,,,my_account,/textus/opt_outs/+15553031234,yes,2026-11-22T12:04:10.000Z`,
      '',
    ].join('\r\n'),
  );
});

test('a file that may miss something says so in every row', () => {
  const complete = csvColumns({ zone: 'UTC', complete: false, asOf: 0 }).find(({ name }) => name === 'complete');
  expect(complete?.text(bare)).toBe('no');
});

test('the columns that Check adds', () => {
  expect(provider.evidenceColumns.map(({ suffix, text }) => [suffix, text(full), text(bare)])).toEqual([
    ['created_utc', '2022-09-01T16:47:10.028Z', ''],
    ['created_via', 'User', ''],
    ['user', '=Ada', ''],
    ['account', 'my_account', 'my_account'],
    ['id', '/textus/opt_outs/735', '/textus/opt_outs/+15553031234'],
  ]);
});
