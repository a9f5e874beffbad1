import { describe, expect, test } from 'vitest';

import { failing, look, n, onList } from './testing/look';
import type { Fault } from './testing/pretend-vendor';

describe('records nobody asked for', () => {
  test('are reported and match nothing', async () => {
    const fault = (): Fault => ({ kind: 'stranger' });
    const { kinds, answer, found } = await look([n(1)], { fault });
    expect(kinds).toEqual(['not-found']);
    expect(answer.unasked).toMatchObject([{ msisdn: '19995550000' }]);
    expect(found).toEqual([]);
  });

  test('that may be the number in another country leave it neither found nor absent', async () => {
    const rows = [{ ...onList(1), plainId: true }];
    const { reasons, answer } = await look([n(1), n(2)], { rows, country: 'GB' });
    expect(reasons).toEqual(['incomplete', null]);
    expect(answer.unasked).toHaveLength(1);
  });
});

test('a record that names two numbers leaves the one that its id does not hold neither found nor absent', async () => {
  const rows = [{ ...onList(1), idDigits: n(2).slice(1) }];
  // Together, so that the record is no stranger; and the doubtful number by itself.
  expect((await look([n(1), n(2)], { rows })).kinds).toEqual(['could-not-check', 'opted-out']);
  const { answer, reasons } = await look([n(1)], { rows });
  expect(reasons).toEqual(['incomplete']);
  expect(answer.answers[0]).toMatchObject([
    { failure: { message: expect.stringContaining('this number and another') } },
  ]);
});

test.each([
  ['5553000001', '15553000001', 'US'],
  ['6505550123', '16505550123', 'US'],
  ['4704960123', '14704960123', 'US'],
  ['07700900123', '447700900123', 'GB'],
])(
  'a record whose id has a plus before national digits (+%s) may be of the number',
  async (idDigits, digits, country) => {
    for (const bare of [true, false]) {
      const rows = [{ digits, idDigits, account: 'a', bare }, onList(900), onList(901), onList(902)];
      const { kinds } = await look([`+${digits}`, n(2)], { rows, country, pageSize: 2 });
      expect(kinds).toEqual(['could-not-check', 'not-found']);
    }
  },
);

describe('the known number', () => {
  const rows = [onList(900, 'b'), onList(0)];

  test('goes first, and found in one account it lets every "not found" stand', async () => {
    const { kinds, requests, found, answer } = await look([n(0), n(1)], { rows, accounts: ['a', 'b'], canary: n(900) });
    expect(kinds).toEqual(['opted-out,not-found', 'not-found,not-found']);
    expect(requests.map(({ exact }) => exact[0])).toEqual([n(900), n(900)]);
    expect(found.map(([index]) => index)).toEqual([0]);
    expect(answer.unasked).toEqual([]);
  });

  test.each([n(901), 'none'])('missing (%s), it takes every "not found" back', async (canary) => {
    const { kinds, reasons, answer } = await look([n(0), n(1)], { rows, canary });
    expect(kinds).toEqual(['opted-out', 'could-not-check']);
    expect(reasons[1]).toBe('known-number-missing');
    expect(answer.coverage).toMatchObject([
      { kind: 'partial', gaps: [{ failure: { reason: 'known-number-missing' } }] },
    ]);
  });

  test('that may be on the list of an account that failed takes every "not found" back for that reason', async () => {
    const fault = (request: number) => (request === 2 ? failing('vendor-error', 500) : null);
    const { answer } = await look([n(1)], { rows, accounts: ['a', 'b'], canary: n(900), fault });
    expect(answer.answers[0]).toMatchObject([
      {
        kind: 'could-not-check',
        failure: { reason: 'vendor-error', message: expect.stringContaining('known to be on the list') },
      },
      { kind: 'could-not-check', failure: { reason: 'vendor-error' } },
    ]);
  });

  test('that is asked for as well gets its answer', async () => {
    expect(await look([n(900)], { rows, accounts: ['b'], canary: n(900) })).toMatchObject({
      kinds: ['opted-out'],
      found: [[0, {}]],
    });
  });
});
