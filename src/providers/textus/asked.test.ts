import { expect, test } from 'vitest';

import { AskedNumbers } from './asked';
import { toOptOut } from './opt-out';
import { parseCollection } from './schema';

function record(id: string, formattedPhoneNumber: string) {
  const [member] = parseCollection({ members: [{ id, formattedPhoneNumber }], view: { next: null } }).members;
  const optOut = member === undefined ? null : toOptOut(member, 'a', 'US');
  if (optOut === null) throw new Error('Not a record');
  return optOut;
}

test.each([
  ['555-303-1234, 555-222-1234', [1]],
  ['5553031234 / (555) 222-1234', [1]],
  ['+15552221234 or +15553031234', [1]],
  ['(555) 222-1234', [1]],
  ['(555) 303-1234', []],
  ['555/303/1234', []],
])('a record whose id holds the first number and whose text is %j resembles %j', async (text, places) => {
  const asked = await AskedNumbers.of([{ keys: ['15553031234'] }, { keys: ['15552221234'] }]);
  expect(asked.resembling(record('/textus/opt_outs/+15553031234', text))).toEqual(places);
});
