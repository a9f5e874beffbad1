import { expect, it } from 'vitest';

import type { LookupAnswer } from '../contract';
import { runLookup } from './check-lookup-run';
import { History } from './history';
import { rowKeys } from './history-keys';
import { readInterval } from './lookup';
import { parseWindow } from './schema';
import { Session } from './session';

const NOW = Date.UTC(2026, 10, 21, 12);
const GOOD = { id: 1, mobile: '15553031001', note: 'API', created: Date.UTC(2023, 4, 5) };
const ASKED = ['15553031234', '15553031001', '15553031999'];

/** A row as the vendor sends it; of one without a time, nobody knows which dates it is for. */
interface Row {
  readonly mobile: string;
  readonly [field: string]: unknown;
}

/** Checks three numbers at a vendor whose one answer can be changed between the checks. */
function world() {
  const told: (readonly [number, readonly (string | null)[]])[] = [];
  const vendor = { now: NOW, rows: [] as readonly Row[] };
  const session = new Session({
    history: new History(rowKeys),
    now: () => vendor.now,
    read: (interval, context) =>
      readInterval(interval, {
        fetchWindow: ({ from, to }) => {
          const isAskedFor = ({ created }: Row) => typeof created !== 'number' || (created >= from && created <= to);
          return parseWindow(vendor.rows.filter(isAskedFor));
        },
        now: () => vendor.now,
        ...context,
      }),
  });
  const settings = { configured: true, canary: null, since: '2019-01-01', accounts: [] };
  const config = { sandbox: false, defaultCountry: 'US', defaultTimeZone: null, vendors: { mobivate: settings } };
  const question = {
    numbers: ASKED.map((key) => ({ keys: [key] as const })),
    vendor: settings,
    config,
    defaultCountry: 'US',
  };
  const check = (): Promise<LookupAnswer> =>
    runLookup(
      question,
      {
        signal: new AbortController().signal,
        onProgress: () => undefined,
        onFound: (index, records) => told.push([index, records.map(({ recordId }) => recordId)]),
      },
      session,
      () => vendor.now,
    );
  return { vendor, check, told };
}

it.each([
  ['time', { id: 2, mobile: '15553031234', note: 'MO', created: 'yesterday' }, { recordId: '2', optedOutAt: null }],
  ['id', { mobile: '15553031234', note: 'MO', created: NOW - 5 }, { recordId: '', optedOutAt: NOW - 5 }],
])('a number whose row has no readable %s is opted out, and nothing else is not found', async (_what, odd, record) => {
  const { vendor, check, told } = world();
  vendor.rows = [GOOD, odd];
  const { answers, coverage } = await check();
  expect(answers.map(([{ kind }]) => kind)).toEqual(['opted-out', 'opted-out', 'could-not-check']);
  expect(answers[0]).toMatchObject([
    { coverage: 'partial', records: [{ ...record, msisdn: '15553031234', raw: odd }] },
  ]);
  expect(coverage[0].kind).toBe('partial');
  expect(new Set(told.map(([index]) => index))).toEqual(new Set([0, 1]));
});

it('the positive stands until the row comes unharmed, and is then the one record', async () => {
  const { vendor, check } = world();
  const whole = { id: 2, mobile: '15553031234', note: 'MO', created: Date.UTC(2024, 1, 1) };
  vendor.rows = [GOOD, { ...whole, created: null }];
  await check();
  vendor.rows = [GOOD, whole];
  const { answers } = await check();
  expect(answers.map(([{ kind }]) => kind)).toEqual(['opted-out', 'opted-out', 'not-found']);
  expect(answers[0]).toMatchObject([{ records: [{ recordId: '2', optedOutAt: whole.created }] }]);
});

it('the positive goes when the list is read whole without it', async () => {
  const { vendor, check } = world();
  vendor.rows = [GOOD, { id: 2, mobile: '15553031234', note: 'MO', created: null }];
  await check();
  vendor.rows = [GOOD];
  expect((await check()).answers.map(([{ kind }]) => kind)).toEqual(['not-found', 'opted-out', 'not-found']);
});

it('an answer of nothing but such rows still tells their numbers', async () => {
  const { vendor, check } = world();
  vendor.rows = Array.from({ length: 1000 }, (_, index) => ({
    id: index,
    mobile: `1555303${1000 + index}`,
    note: null,
  }));
  const { answers } = await check();
  expect(answers.map(([{ kind }]) => kind)).toEqual(['opted-out', 'opted-out', 'opted-out']);
});

it.each(['15553031234X', '15553031234 (2)', '15553031234**', 'N/A', ' ', 'private', '1,555,303,1234'])(
  'a row that stores %j proves nothing, and leaves nobody else not found',
  async (mobile) => {
    const { vendor, check, told } = world();
    vendor.rows = [GOOD, { id: 2, mobile, note: 'MO', created: NOW - 5 }];
    const { answers, coverage } = await check();
    expect(answers.map(([{ kind }]) => kind)).toEqual(['could-not-check', 'opted-out', 'could-not-check']);
    expect(coverage[0]).toMatchObject({ kind: 'partial', gaps: [{ unreadable: [expect.stringContaining('"id":2')] }] });
    expect(told.map(([index]) => index)).toEqual([1]);
  },
);

it('a row that stores two numbers opts both out', async () => {
  const { vendor, check } = world();
  vendor.rows = [GOOD, { id: 2, mobile: '15553031234 15553031999', note: 'MO', created: NOW - 5 }];
  expect((await check()).answers.map(([{ kind }]) => kind)).toEqual(['opted-out', 'opted-out', 'opted-out']);
});
