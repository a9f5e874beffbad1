import { createHash } from 'node:crypto';

import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { FAULT_KINDS } from '../faults/kinds';
import { startTestSandbox, WHOLE_HISTORY, type TestSandbox } from '../testing';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox({ latencyMs: 1 });
});
afterEach(() => sandbox.control('DELETE', ''));
afterAll(() => sandbox.close());

interface State {
  readonly vendors: readonly {
    id: string;
    label: string;
    requests: number;
    fault: unknown;
    latencyMs: number;
    behaviour: object;
  }[];
  readonly faults: readonly { kind: string; label: string; vendors: string[]; options: string[] }[];
  readonly examples: { list: readonly { number: string; words: string }[] };
}
const stateOf = async () => (await (await sandbox.control('GET', '')).json()) as State;

test('the state names the vendors, the faults and numbers to try', async () => {
  const { vendors, faults, examples } = await stateOf();
  expect(
    vendors.map(({ id, label, requests, fault, latencyMs }) => ({ id, label, requests, fault, latencyMs })),
  ).toEqual([
    { id: 'mobivate', label: 'Mobivate', requests: 0, fault: null, latencyMs: 1 },
    { id: 'textus', label: 'TextUs', requests: 0, fault: null, latencyMs: 1 },
  ]);
  expect(faults.map(({ kind }) => kind)).toEqual(FAULT_KINDS);
  expect(faults.find(({ kind }) => kind === '429-retry-after')?.options).toEqual([
    'after',
    'times',
    'match',
    'seconds',
  ]);
  expect(faults.find(({ kind }) => kind === 'looping-next')?.vendors).toEqual(['textus']);
  expect(faults.find(({ kind }) => kind === 'unreadable-row')?.vendors).toEqual(['mobivate', 'textus']);
  expect(examples.list).toContainEqual({ number: '+1 555 303 1234', words: 'on TextUs, from its own documentation' });
  expect(new Set(examples.list.map(({ words }) => words))).toContain('on neither list');
});

test('the examples are what they say', async () => {
  const { examples } = await stateOf();
  const mobiles = new Set<string>();
  for (const page of [1, 2, 3]) {
    const rows = (await (await sandbox.mobivate(`${WHOLE_HISTORY}&page=${page}`)).json()) as { mobile: string }[];
    for (const { mobile } of rows) mobiles.add(mobile);
  }
  for (const { number, words } of examples.list) {
    const found = await Promise.all(
      ['my_account', 'north_branch', 'south_branch'].map(async (account) => {
        const response = await sandbox.textus(`/${account}/opt_outs?exact[]=${encodeURIComponent(number)}`);
        return ((await response.json()) as { totalItems: number }).totalItems;
      }),
    );
    const onTextus = found.some((count) => count > 0);
    expect([number, mobiles.has(number.replaceAll(/\D/gu, ''))]).toEqual([number, /both|on Mobivate/.test(words)]);
    expect([number, onTextus]).toEqual([number, /both|on TextUs/.test(words)]);
  }
});

test('a change is told back, what is absent stays, and a reset undoes all', async () => {
  const { behaviour } = (await stateOf()).vendors[0] ?? {};
  const change = { fault: { kind: 'slow', milliseconds: 5 }, latencyMs: 2, behaviour: { order: 'shuffled' } };
  const changed = await sandbox.control('PUT', '/mobivate', change);
  expect(await changed.json()).toMatchObject({
    fault: { kind: 'slow', milliseconds: 5, after: 0, times: null, match: null, applied: 0 },
    latencyMs: 2,
    behaviour: { ...behaviour, order: 'shuffled' },
  });
  await sandbox.mobivate(WHOLE_HISTORY);
  const kept = await sandbox.control('PUT', '/mobivate', { latencyMs: 0 });
  expect(await kept.json()).toMatchObject({ requests: 1, fault: { kind: 'slow', applied: 1 }, latencyMs: 0 });
  const reset = await sandbox.control('DELETE', '/mobivate');
  expect(await reset.json()).toMatchObject({ requests: 0, fault: null, latencyMs: 1, behaviour });
});

test.each([
  ['/mobivate', { fault: { kind: 'nonsense' } }, 'fault.kind'],
  ['/mobivate', { fault: { kind: '500', after: -1 } }, 'fault.after'],
  ['/mobivate', { fault: { kind: '500', surprise: 1 } }, 'surprise'],
  ['/mobivate', { fault: { kind: 'looping-next' } }, 'Mobivate does not know'],
  ['/textus', { behaviour: { order: 'ascending' } }, 'order'],
  ['/textus', { behaviour: { pageSize: 0 } }, 'pageSize'],
  ['/mobivate', { latencyMs: 'fast' }, 'latencyMs'],
  ['/mobivate', [], ''],
  ['/mobivate', null, ''],
])('%s refuses %j with a sentence', async (path, body, words) => {
  const response = await sandbox.control('PUT', path, body);
  expect(response.status).toBe(400);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = (await response.json()) as { type: string; status: number; detail: string };
  expect(problem).toMatchObject({ type: 'about:blank', title: 'Bad Request', status: 400 });
  expect(problem.detail).toContain(words);
  expect((await stateOf()).vendors.every(({ fault }) => fault === null)).toBe(true);
});

test('a body that is no JSON, or too long, is refused', async () => {
  const put = (body: string) => fetch(`${sandbox.controlOrigin}/api/sandbox/mobivate`, { method: 'PUT', body });
  expect((await put('{')).status).toBe(400);
  expect((await put(`{"fault":null}${' '.repeat(10_000)}`)).status).toBe(413);
});

test.each([
  ['/mobivate/opt-outs', { number: 'none' }],
  ['/mobivate/opt-outs', {}],
  ['/textus/opt-outs', { number: '12125550000', account: 'nobody' }],
])('POST %s %j is refused', async (path, body) => {
  expect((await sandbox.control('POST', path, body)).status).toBe(400);
});

test.each(['/nobody', '/mobivate/nothing', '/mobivate/requests/1', '/constructor', '/mobivate/'])(
  '%s is not there',
  async (path) => {
    const response = await sandbox.control('GET', path);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
  },
);

test.each([
  ['POST', '', 'GET, DELETE'],
  ['PATCH', '/mobivate', 'GET, PUT, DELETE'],
  ['GET', '/mobivate/opt-outs', 'POST'],
  ['DELETE', '/mobivate/truth', 'GET'],
])('%s "%s" is not allowed; %s is', async (method, path, allow) => {
  const response = await sandbox.control(method, path);
  expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
});

test('requests are kept as received, without the token', async () => {
  await sandbox.mobivate('/addressbook/optout?startDate=2023-01-01T00:00:00%2B0000');
  await sandbox.mobivate('/%2e%2e/x', { headers: { authorization: 'Bearer wrong-secret', cookie: 'a=b' } });
  const entries = await sandbox.requests('mobivate');
  expect(entries).toEqual([
    expect.objectContaining({
      method: 'GET',
      target: '/addressbook/optout?startDate=2023-01-01T00:00:00%2B0000',
      status: 400,
      authorizationIsRight: true,
      acceptIsRight: true,
    }),
    expect.objectContaining({ status: 401, authorizationIsRight: false, fault: null }),
  ]);
  expect(entries[1]?.headerNames).toContain('cookie');
  expect(JSON.stringify(entries)).not.toContain('secret');
  expect(JSON.stringify(entries)).not.toContain('sandbox-mobivate-key');
});

test('the truth of an interval is told by count, checksum and ids', async () => {
  const truth = async (query: string) => {
    const response = await sandbox.control('GET', `/mobivate/truth${query}`);
    return (await response.json()) as { lists: { account: null; count: number; checksum: string; ids: string[] }[] };
  };
  const [whole] = (await truth('')).lists;
  expect(whole?.count).toBe(2500);
  expect(whole?.checksum).toBe(
    createHash('sha256')
      .update(whole?.ids.toSorted().join('\n') ?? '')
      .digest('hex'),
  );
  const [one] = (await truth('?from=1672704203000&to=1672704203001')).lists;
  expect(one).toMatchObject({ account: null, ids: ['1354505990'] });
  expect((await truth('?from=1672704203000&to=1672704203000')).lists[0]?.count).toBe(0);
  expect((await sandbox.control('GET', '/mobivate/truth?from=yesterday')).status).toBe(400);
});
