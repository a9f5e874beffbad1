import { afterEach, expect, test, vi } from 'vitest';

import { SERVER_RUN_HEADER } from '../../lib/server-run';
import { lookup } from './check-lookup';
import { sharedSession } from './session-shared';

afterEach(() => vi.unstubAllGlobals());

const vendor = { configured: true, canary: null, since: '2020-01-01', accounts: [] };
const config = { sandbox: false, defaultCountry: 'US', defaultTimeZone: null, vendors: { mobivate: vendor } };
const context = { signal: new AbortController().signal, onFound: () => undefined, onProgress: () => undefined };

test('what was read before a restart of our server answers nothing after it', async () => {
  let run = 'one';
  let list = [{ id: 1, mobile: '447700900001', note: 'MO', created: Date.UTC(2021, 5, 1) }];
  vi.stubGlobal('fetch', (path: string) => {
    const query = new URL(path, 'http://app.test').searchParams;
    const time = (name: string) => Date.parse((query.get(name) ?? '').replace(/\+0000$/u, 'Z'));
    const rows = list.filter(({ created }) => created >= time('startDate') && created < time('endDate'));
    return Promise.resolve(Response.json(rows, { headers: { [SERVER_RUN_HEADER]: run } }));
  });
  const check = async () => {
    const numbers = [{ keys: ['447700900001'] }, { keys: ['447700900002'] }] as const;
    const { answers } = await lookup({ numbers, vendor, config, defaultCountry: 'US' }, context);
    return answers.map(([answer]) => answer);
  };
  const kinds = async () => (await check()).map(({ kind }) => kind);
  expect(await kinds()).toEqual(['opted-out', 'not-found']);

  const before = sharedSession();
  run = 'two';
  list = [{ id: 2, mobile: '447700900002', note: 'MO', created: Date.UTC(2021, 5, 1) }];
  expect((await check())[1]).toMatchObject({
    kind: 'could-not-check',
    failure: { reason: 'incomplete', message: expect.stringContaining('was restarted') },
  });
  expect(sharedSession()).not.toBe(before);
  expect(await kinds()).toEqual(['not-found', 'opted-out']);
  // Whoever still holds the session of before gets nothing more out of it as whole.
  const interval = { from: Date.UTC(2020, 0, 1), to: Date.now() };
  expect(await before.ensure(interval, context)).toMatchObject({ coverage: { kind: 'partial' } });
});
