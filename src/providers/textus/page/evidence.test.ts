import { expect, test } from 'vitest';

import { toOptOut } from '../opt-out';
import { parseCollection } from '../schema';
import { recordEvidence } from './evidence';
import type { Finished } from './list-view';

function record(change: object = {}) {
  const member = {
    id: '/textus/opt_outs/735',
    createdAt: '2021-03-04T17:05:09.482913Z',
    formattedPhoneNumber: '(940) 850-3220',
    createdVia: 'User',
    user: { id: '/users/wqyODPA', name: 'Sample User', email: 'sample.user@example.com' },
    originatingAccount: { id: '/accounts/my_account', name: 'My Account' },
    ...change,
  };
  const [read] = parseCollection({ members: [member], view: { next: null } }).members;
  const optOut = read === undefined ? null : toOptOut(read, 'my_account', 'US');
  if (optOut === null) throw new Error('The sample can be read');
  return optOut;
}

const scope = { provider: 'textus', account: 'my_account', interval: null, asOf: Date.UTC(2026, 10, 22, 12, 4, 10) };
const source: Finished = {
  kind: 'whole',
  optOuts: [],
  totalItems: 1,
  requests: 1,
  numbers: [],
  unasked: [],
  coverage: { kind: 'whole', scope },
};
const facts = { source, filter: { kind: 'all' }, zone: 'America/New_York', sandbox: false } as const;

test('a record stands alone: number, both clocks, how, by whom, where it was read and as of when', () => {
  expect(recordEvidence(record(), facts).split('\n')).toEqual([
    'Number: +1 940 850 3220',
    'TextUs: Opted out',
    '  since: 4 Mar 2021, 17:05:09 UTC (4 Mar 2021, 12:05:09 EST (UTC-05:00))',
    '  how: by a user of the account (created via "User")',
    '  Phone number as given: (940) 850-3220',
    '  Created at, as given: 2021-03-04T17:05:09.482913Z',
    '  User: Sample User',
    '  User e-mail: sample.user@example.com',
    '  Originating account: My Account',
    '  Record id: /textus/opt_outs/735',
    '  Account asked: my_account, all opt-outs; list read whole, as of 22 Nov 2026, 12:04:10 UTC',
    '',
  ]);
});

test('a vendor’s text cannot pose as a line of the evidence, nor turn it around', () => {
  const text = recordEvidence(
    record({ createdVia: 'x\nNumber: +1 000\u2028TextUs: Not found', user: { name: '\u202Egnp.exe\u0000' } }),
    { ...facts, sandbox: true, source: null },
  );
  expect(text).toMatch(/^SANDBOX DATA/u);
  expect(text.match(/^Number:/gmu)).toHaveLength(1);
  expect(text).toContain('created via "x Number: +1 000 TextUs: Not found"');
  expect(text).not.toMatch(/[\p{Bidi_Control}\0]/u);
  expect(text).toContain('the list was still being read');
});
