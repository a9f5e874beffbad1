import { connect } from 'node:net';

import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import type { MobivateRow } from '../mobivate/columns';
import { LONGEST_TARGET } from '../serve';
import { startTestSandbox, TEST_NOW, WHOLE_HISTORY, type TestSandbox } from '../testing';
import type { WireCollection } from '../textus/wire';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox({ mobivateRows: 600 });
});
afterEach(() => sandbox.control('DELETE', ''));
afterAll(() => sandbox.close());

const mobivateRows = async () => (await (await sandbox.mobivate(WHOLE_HISTORY)).json()) as readonly MobivateRow[];
const textusPage = async (query: string) =>
  (await (await sandbox.textus(`/my_account/opt_outs${query}`)).json()) as WireCollection;

test('the documented number vanishes, then another one, and comes back', async () => {
  expect((await mobivateRows()).some(({ mobile }) => mobile === '4400111222')).toBe(true);
  await sandbox.setFault('mobivate', { kind: 'missing-rows' });
  const without = await mobivateRows();
  expect(without).toHaveLength(599);
  expect(without.some(({ mobile }) => mobile === '4400111222')).toBe(false);
  const other = without[7]?.mobile ?? '';
  await sandbox.setFault('mobivate', { kind: 'missing-rows', number: `+${other}` });
  expect((await mobivateRows()).some(({ mobile }) => mobile === other)).toBe(false);
  await sandbox.setFault('mobivate', null);
  expect(await mobivateRows()).toHaveLength(600);

  expect((await textusPage('?exact[]=5553031234')).totalItems).toBe(1);
  await sandbox.setFault('textus', { kind: 'missing-rows' });
  expect((await textusPage('?exact[]=5553031234')).totalItems).toBe(0);
});

test('rows come and go while Mobivate is read, and the truth goes with them', async () => {
  const before = await mobivateRows();
  await sandbox.setFault('mobivate', { kind: 'changing', times: 20 });
  for (let count = 0; count < 20; count += 1) await mobivateRows();
  const after = await mobivateRows();
  const ids = new Set(after.map(({ id }) => id));
  expect(after.length).toBeGreaterThan(before.length);
  expect(before.some(({ id }) => !ids.has(id))).toBe(true);
  expect(ids).toContain(1_354_505_990);
  const { lists } = (await (await sandbox.control('GET', '/mobivate/truth')).json()) as { lists: [{ ids: string[] }] };
  expect(lists[0].ids).toEqual([...ids].map(String).toSorted());
});

test('rows come and go at TextUs, its documented ones stay', async () => {
  const before = (await textusPage('')).totalItems ?? 0;
  await sandbox.setFault('textus', { kind: 'changing', times: 40 });
  const totals = new Set<number | undefined>();
  for (let count = 0; count < 40; count += 1) totals.add((await textusPage('')).totalItems);
  expect(totals.size).toBeGreaterThan(3);
  expect((await textusPage('')).totalItems).toBeGreaterThan(before);
  expect((await textusPage('?exact[]=5553031234')).totalItems).toBe(1);
});

test('an opt-out added over HTTP is on the list at once, and gone after a reset', async () => {
  const added = await sandbox.control('POST', '/mobivate/opt-outs', {
    number: '+1 212 555 7777',
    note: '=1+1',
    at: TEST_NOW + 1,
  });
  expect(added.status).toBe(201);
  expect(await added.json()).toMatchObject({ number: '12125557777', at: TEST_NOW + 1 });
  expect((await mobivateRows())[0]).toMatchObject({ mobile: '12125557777', note: '=1+1', created: TEST_NOW + 1 });
  await sandbox.control('POST', '/textus/opt-outs', { number: '12125557777', account: 'south_branch' });
  const south = await sandbox.textus('/south_branch/opt_outs?exact[]=2125557777');
  expect(((await south.json()) as WireCollection).totalItems).toBe(1);
  expect((await textusPage('?exact[]=2125557777')).totalItems).toBe(0);

  await sandbox.control('DELETE', '');
  expect(await mobivateRows()).toHaveLength(600);
  expect((await textusPage('?q=2125557777')).totalItems).toBe(0);
});

test('latency delays answers, whose order then is that of their arrival', async () => {
  await sandbox.control('PUT', '/textus', { latencyMs: 150 });
  const order: string[] = [];
  const late = textusPage('').then(() => order.push('late'));
  await mobivateRows().then(() => order.push('quick'));
  await late;
  expect(order).toEqual(['quick', 'late']);
});

/** The status line that a raw request gets. */
async function rawStatus(origin: string, requestLine: string): Promise<string> {
  const { port } = new URL(origin);
  const socket = connect(Number(port), '127.0.0.1');
  socket.write(`${requestLine}\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
  let answer = '';
  for await (const chunk of socket as AsyncIterable<Buffer>) answer += chunk.toString();
  return answer.split('\r\n')[0] ?? '';
}

test('a request line longer than 8 kB is refused, one just shorter is not', async () => {
  const target = (length: number) => `/x?${'y'.repeat(length - 3)}`;
  expect(await rawStatus(sandbox.mobivateOrigin, `GET ${target(LONGEST_TARGET)} HTTP/1.1`)).toContain('401');
  expect(await rawStatus(sandbox.mobivateOrigin, `GET ${target(LONGEST_TARGET + 1)} HTTP/1.1`)).toContain('414');
  expect(await rawStatus(sandbox.textusOrigin, `GET ${target(60_000)} HTTP/1.1`)).toContain('414');
});
