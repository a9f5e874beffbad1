import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import documented from '../../../providers/textus/__fixtures__/collection.json';
import { startTestSandbox, type TestSandbox } from '../testing';
import type { WireCollection } from './wire';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterEach(() => sandbox.control('DELETE', ''));
afterAll(() => sandbox.close());

const collectionOf = async (response: Response) => (await response.json()) as WireCollection;

test('the documented collection comes word for word, but for the query in its links', async () => {
  const link = '/my_account/opt_outs?exact%5B%5D=5553031234&exact%5B%5D=(555)%20222-1234';
  const response = await sandbox.textus('/my_account/opt_outs?exact[]=5553031234&exact[]=%28555%29%20222-1234');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/vnd.textus+jsonld');
  expect(await response.json()).toEqual({ ...documented, view: { ...documented.view, id: link, first: link } });
});

test.each([
  ['no token', 401, { accept: 'application/vnd.textus+jsonld' }],
  ['a wrong token', 401, { accept: 'application/vnd.textus+jsonld', authorization: 'Bearer nonsense' }],
  ['any type accepted', 406, { accept: '*/*' }],
  ['JSON accepted', 406, { accept: 'application/json' }],
])('with %s the answer is %i, with a body', async (_what, status, headers) => {
  const { authorization = '' } = sandbox.textusHeaders;
  const response = await sandbox.textus('/my_account/opt_outs', {
    headers: status === 406 ? { authorization, ...headers } : headers,
  });
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ '@type': 'hydra:Error', status });
});

test('the right type may be one of several accepted', async () => {
  const { authorization = '' } = sandbox.textusHeaders;
  const accept = 'application/json;q=0.5, Application/VND.TextUs+jsonld;q=0.9';
  expect((await sandbox.textus('/my_account/opt_outs', { headers: { authorization, accept } })).status).toBe(200);
});

test.each([
  ['/nobody/opt_outs', 404],
  ['/my_account/contacts', 404],
  ['/my_account/opt_outs/735', 404],
  ['/my_account/opt_outs?q=30', 422],
  ['/my_account/opt_outs?q=', 422],
  ['/my_account/opt_outs?cursor=nonsense', 422],
  ['/my_account/opt_outs?q=303', 200],
])('%s is answered with %i', async (target, status) => {
  expect((await sandbox.textus(target)).status).toBe(status);
});

test('only GET is answered', async () => {
  const response = await sandbox.textus('/my_account/opt_outs', { method: 'DELETE', headers: sandbox.textusHeaders });
  expect(response.status).toBe(405);
});

test('links are relative, opaque, keep the filters, lead through the whole list and nowhere else', async () => {
  const truth = (await (await sandbox.control('GET', '/textus/truth')).json()) as {
    lists: { account: string; count: number; ids: string[] }[];
  };
  const ids: string[] = [];
  const sizes: number[] = [];
  for (let next: string | null = '/north_branch/opt_outs?q=555'; next !== null;) {
    const { members, totalItems, view } = await collectionOf(await sandbox.textus(next));
    ids.push(...members.map((member) => (member as { id: string }).id));
    sizes.push(members.length);
    expect(totalItems).toBeGreaterThanOrEqual(ids.length);
    next = view.next;
    expect(next ?? '/north_branch/opt_outs?cursor=a&q=555').toMatch(/^\/north_branch\/opt_outs\?cursor=[\w-]+&q=555$/);
  }
  expect(sizes.slice(0, -1).every((size) => size === 25)).toBe(true);
  const list = truth.lists.find(({ account }) => account === 'north_branch');
  expect(list?.ids).toEqual(expect.arrayContaining(ids));
  expect(new Set(ids).size).toBe(ids.length);

  const first = await collectionOf(await sandbox.textus('/north_branch/opt_outs'));
  const foreign = (first.view.next ?? '').replace('north_branch', 'south_branch');
  expect((await sandbox.textus(foreign)).status).toBe(422);
});

test('the budget is told in headers, and what exceeds it is refused with Retry-After', async () => {
  const limits = async () => {
    const { status, headers } = await sandbox.textus('/my_account/opt_outs?q=555');
    return [status, headers.get('x-ratelimit-limit'), headers.get('x-ratelimit-remaining'), headers.get('retry-after')];
  };
  expect(await limits()).toEqual([200, '1000', '999', null]);
  await sandbox.control('PUT', '/textus', { behaviour: { rateLimitRequests: 2, rateLimitReset: 'seconds-left' } });
  expect(await limits()).toEqual([200, '2', '0', null]);
  const [status, limit, remaining, retryAfter] = await limits();
  expect([status, limit, remaining]).toEqual([429, '2', '0']);
  expect(Number(retryAfter)).toBeGreaterThan(0);
  await sandbox.control('PUT', '/textus', { behaviour: { rateLimitRequests: null } });
  expect(await limits()).toEqual([200, null, null, null]);
});

test('a limit on exact numbers and a refusal of unreadable ones can be switched on', async () => {
  const target = '/my_account/opt_outs?exact[]=5553031234&exact[]=x';
  expect((await sandbox.textus(target)).status).toBe(200);
  await sandbox.control('PUT', '/textus', { behaviour: { unreadableExact: 'refused' } });
  expect((await sandbox.textus(target)).status).toBe(422);
  await sandbox.control('PUT', '/textus', { behaviour: { unreadableExact: 'ignored', exactLimit: 1 } });
  expect((await sandbox.textus(target)).status).toBe(422);
});
