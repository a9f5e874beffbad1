import { afterAll, beforeAll, expect, test } from 'vitest';

import error400 from '../../../providers/mobivate/__fixtures__/error-400.json';
import error401 from '../../../providers/mobivate/__fixtures__/error-401.json';
import documented from '../../../providers/mobivate/__fixtures__/list.json';
import { startTestSandbox, WHOLE_HISTORY, type TestSandbox } from '../testing';
import type { MobivateRow } from './columns';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());

const DAYS = 'startDate=2023-01-03&endDate=2023-01-04';
const ask = (query: string, init?: RequestInit) => sandbox.mobivate(`/addressbook/optout?${query}`, init);
const rowsOf = async (response: Response) => (await response.json()) as readonly MobivateRow[];

test('the documented row comes word for word, as JSON', async () => {
  const response = await ask('startDate=2023-01-03T00:03:23%2B0000&endDate=2023-01-03T09:03:24%2B0900');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  expect(await response.json()).toEqual(documented);
});

test.each([
  ['no key', {}],
  ['a wrong key', { authorization: 'Bearer nonsense' }],
  ['another scheme', { authorization: 'Basic c2FuZGJveA==' }],
  ['an empty key', { authorization: 'Bearer ' }],
])('%s is refused in the documented words', async (_what, headers) => {
  const response = await ask(DAYS, { headers });
  expect(response.status).toBe(401);
  expect(await response.json()).toEqual(error401);
});

test('a malformed date is refused in the documented words', async () => {
  const response = await ask('startDate=2023-01-011&endDate=2023-01-02');
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual(error400);
});

test.each([
  [
    'startDate=2023-01-01T00:00:00+0000&endDate=2023-01-02',
    'startDate: Invalid format: "2023-01-01T00:00:00 0000" is malformed at " 0000"',
  ],
  ['startDate=2023-01-01&endDate=2023-02-30', 'endDate: Invalid format: "2023-02-30" is malformed at "30"'],
  [
    'startDate=2023-01-01&startDate=2023-01-02&endDate=2023-01-02',
    'startDate: Invalid format: "2023-01-01,2023-01-02" is malformed at ",2023-01-02"',
  ],
  ['endDate=2023-01-02', 'startDate: Missing required parameter'],
  ['startDate=2023-01-02', 'endDate: Missing required parameter'],
  ['startDate=2023-01-02&endDate=2023-01-01', 'startDate: must not be after endDate'],
  [`${DAYS}&pageSize=0`, 'pageSize: "0" is not a number from 1 to 1000'],
  [`${DAYS}&pageSize=1001`, 'pageSize: "1001" is not a number from 1 to 1000'],
  [`${DAYS}&pageSize=ten`, 'pageSize: "ten" is not a number from 1 to 1000'],
  [`${DAYS}&page=0`, 'page: "0" is not a number from 1 to 1000000'],
  [`${DAYS}&page=-1`, 'page: "-1" is not a number from 1 to 1000000'],
])('%s is refused', async (query, message) => {
  const response = await ask(query);
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ code: 400, message });
});

test('ten rows come unless more are asked for, at most a thousand', async () => {
  const since2010 = 'startDate=2010-01-01&endDate=2027-01-01';
  expect(await rowsOf(await ask(since2010))).toHaveLength(10);
  expect(await rowsOf(await ask(`${since2010}&pageSize=37`))).toHaveLength(37);
  expect(await rowsOf(await ask(`${since2010}&pageSize=1000`))).toHaveLength(1000);
  expect(await rowsOf(await ask(`${since2010}&pageSize=1000&page=3`))).toHaveLength(500);
});

test('page is honoured, ignored or rejected, as told', async () => {
  const secondPage = `${WHOLE_HISTORY}&page=2`;
  const first = await rowsOf(await sandbox.mobivate(WHOLE_HISTORY));
  expect(await rowsOf(await sandbox.mobivate(secondPage))).not.toEqual(first);
  await sandbox.control('PUT', '/mobivate', { behaviour: { page: 'ignored' } });
  expect(await rowsOf(await sandbox.mobivate(secondPage))).toEqual(first);
  await sandbox.control('PUT', '/mobivate', { behaviour: { page: 'rejected' } });
  expect((await sandbox.mobivate(secondPage)).status).toBe(400);
  expect((await sandbox.mobivate(WHOLE_HISTORY)).status).toBe(200);
  await sandbox.control('DELETE', '/mobivate');
});

test('either end of a range is inclusive or not, and the order is what it is told', async () => {
  const at = '2023-01-03T00:03:23%2B0000';
  const count = async (behaviour: object) => {
    await sandbox.control('PUT', '/mobivate', { behaviour });
    const from = await rowsOf(await ask(`startDate=${at}&endDate=2023-01-03T00:03:24%2B0000`));
    const to = await rowsOf(await ask(`startDate=2023-01-03T00:03:22%2B0000&endDate=${at}`));
    return [from.length, to.length];
  };
  expect(await count({ startInclusive: true, endInclusive: false })).toEqual([1, 0]);
  expect(await count({ startInclusive: false, endInclusive: true })).toEqual([0, 1]);
  await sandbox.control('PUT', '/mobivate', { behaviour: { order: 'ascending', kept: 'descending' } });
  const kept = (await rowsOf(await sandbox.mobivate(WHOLE_HISTORY))).map(({ created }) => created);
  expect(kept).toEqual(kept.toSorted((a, b) => a - b));
  const { lists } = (await (await sandbox.control('GET', `/mobivate/truth?from=${(kept.at(-1) ?? 0) + 1}`)).json()) as {
    lists: [{ count: number }];
  };
  expect(lists[0].count).toBe(0);
  await sandbox.control('DELETE', '/mobivate');
});

test('other paths and methods are refused', async () => {
  expect((await sandbox.mobivate(`/addressbook/optouts?${DAYS}`)).status).toBe(404);
  const response = await ask(DAYS, { method: 'POST', headers: sandbox.mobivateHeaders });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('GET');
});
