import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { serverRun } from '../../http/server-run';
import { SERVER_RUN_HEADER } from '../../lib/server-run';
import { gate } from './api';
import { lookup, sharedPorts } from './lookup';
import type { ListRequest, ListState } from './list-state';
import { cancelList, listQuery } from './queries';

const request: ListRequest = { account: 'a', filter: { kind: 'all' }, defaultCountry: 'US' };

/** Page `number` of a list of four, one row each. */
function page(number: number): object {
  const member = { id: `/textus/opt_outs/+1555300000${number}`, createdVia: 'User' };
  return { members: [member], totalItems: 4, view: { next: number < 4 ? `/a/opt_outs?page=${number + 1}` : null } };
}

/** What the proxy is asked, and what it answers: a body, a status, or never. */
let answerTo: (path: string) => Response | Promise<Response>;
let asked: string[];
let client: QueryClient;

const pageOf = (path: string) => Number(new URL(path, 'http://app.test').searchParams.get('page') ?? 1);
const never = (signal: AbortSignal) =>
  new Promise<Response>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('aborted')));
  });

beforeEach(() => {
  asked = [];
  client = new QueryClient();
  answerTo = (path) => Response.json(page(pageOf(path)));
  vi.stubGlobal('fetch', (path: string, { signal }: { signal: AbortSignal }) => {
    asked.push(path);
    return Promise.race([never(signal), answerTo(path)]);
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  client.clear();
});

function watch() {
  const observer = new QueryObserver(client, listQuery(request));
  const states: (ListState | undefined)[] = [];
  const stop = observer.subscribe(({ data }) => states.push(data));
  const settled = (kind: ListState['kind']) =>
    vi.waitFor(() => expect(observer.getCurrentResult().data?.kind).toBe(kind));
  return { observer, states, stop, settled };
}

test('a list arrives through our proxy, growing, and is read once', async () => {
  const { observer, states, settled, stop } = watch();
  await settled('whole');
  expect(asked).toEqual([
    '/api/textus/a/opt_outs',
    ...[2, 3, 4].map((number) => `/api/textus/a/opt_outs?page=${number}`),
  ]);
  expect(states.find((state) => state !== undefined)).toMatchObject({ kind: 'reading' });
  expect(observer.getCurrentResult()).toMatchObject({ fetchStatus: 'idle', data: { totalItems: 4 } });
  stop();
  const again = watch();
  expect(again.observer.getCurrentResult()).toMatchObject({ isFetching: false, data: { kind: 'whole' } });
  again.stop();
});

test('a vendor’s fault is data; Retry reads it again', async () => {
  answerTo = () => Response.json({ message: 'Invalid token' }, { status: 401 });
  const { observer, settled, stop } = watch();
  await settled('failed');
  expect(observer.getCurrentResult()).toMatchObject({
    isError: false,
    data: { failure: { reason: 'refused', detail: 'HTTP 401: Invalid token' } },
  });
  answerTo = (path) => Response.json(page(pageOf(path)));
  await observer.refetch();
  await settled('whole');
  stop();
});

test('a body of another shape is not an empty list', async () => {
  answerTo = () => Response.json({ records: [], total: 0 });
  const { observer, settled, stop } = watch();
  await settled('failed');
  expect(observer.getCurrentResult().data).toMatchObject({ failure: { reason: 'not-understood' } });
  stop();
});

test('Cancel keeps what was read, and Retry goes on from there', async () => {
  answerTo = (path) =>
    pageOf(path) === 3 ? new Promise<Response>(() => undefined) : Response.json(page(pageOf(path)));
  const { observer, settled, stop } = watch();
  await vi.waitFor(() => expect(asked).toHaveLength(3));
  await cancelList(client, request);
  await settled('partial');
  expect(observer.getCurrentResult()).toMatchObject({
    fetchStatus: 'idle',
    data: {
      optOuts: [{ msisdn: '15553000001' }, { msisdn: '15553000002' }],
      coverage: { gaps: [{ failure: { reason: 'cancelled' } }] },
    },
  });
  answerTo = (path) => Response.json(page(pageOf(path)));
  await observer.refetch();
  await settled('whole');
  expect(asked.map(pageOf)).toEqual([1, 2, 3, 3, 4]);
  stop();
});

test('leaving the page stops the reading; coming back goes on', async () => {
  answerTo = (path) =>
    pageOf(path) === 2 ? new Promise<Response>(() => undefined) : Response.json(page(pageOf(path)));
  const first = watch();
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  first.stop();
  await vi.waitFor(() => expect(client.getQueryData<ListState>(listQuery(request).queryKey)?.kind).toBe('partial'));
  answerTo = (path) => Response.json(page(pageOf(path)));
  const { settled, stop } = watch();
  await settled('whole');
  expect(asked.map(pageOf)).toEqual([1, 2, 2, 3, 4]);
  stop();
});

test('Check asks the same proxy', async () => {
  const vendor = { configured: true, canary: null, since: null, accounts: ['a'] };
  const config = { sandbox: false, defaultCountry: 'US', defaultTimeZone: null, vendors: { textus: vendor } };
  answerTo = () =>
    Response.json(
      { ...page(4), totalItems: 1 },
      { headers: { 'X-RateLimit-Remaining': '999', 'X-RateLimit-Reset': '60' } },
    );
  const { answers } = await lookup(
    { numbers: [{ keys: ['15553000004'] }, { keys: ['15553000005'] }], vendor, config, defaultCountry: 'US' },
    { signal: new AbortController().signal, onFound: () => undefined, onProgress: () => undefined },
  );
  expect(answers.map(([answer]) => answer.kind)).toEqual(['opted-out', 'not-found']);
  expect(asked).toEqual([
    '/api/textus/a/opt_outs?exact%5B%5D=%2B15553000004&exact%5B%5D=5553000004&exact%5B%5D=%28555%29%20300-0004&exact%5B%5D=%2B15553000005&exact%5B%5D=5553000005&exact%5B%5D=%28555%29%20300-0005',
    // Once a session: is a batch answered whole? The list itself is whole on one page and says so.
    '/api/textus/a/opt_outs',
  ]);
});

test('a budget that is used up makes everybody wait, and says until when', async () => {
  vi.useFakeTimers();
  const headers = { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': '60' };
  answerTo = (path) => Response.json(page(pageOf(path)), asked.length === 1 ? { headers } : {});
  const { observer, stop } = watch();
  await vi.advanceTimersByTimeAsync(59_000);
  expect(asked).toHaveLength(1);
  expect(gate.waitingUntil()).toBeGreaterThan(Date.now());
  expect(observer.getCurrentResult().data).toMatchObject({ kind: 'reading', waitingUntil: gate.waitingUntil() });
  await vi.advanceTimersByTimeAsync(2000);
  expect(observer.getCurrentResult().data).toMatchObject({ kind: 'whole' });
  stop();
});

test('a whole list and what was learnt of batches end with the run of our server they are of', async () => {
  let run = 'one';
  let rows = 1;
  answerTo = () => {
    const { members } = page(rows) as { members: unknown };
    const body = { members, totalItems: 1, view: { next: null } };
    return Response.json(body, { headers: { [SERVER_RUN_HEADER]: run } });
  };
  const numberOf = (observer: ReturnType<typeof watch>['observer']) => observer.getCurrentResult().data;
  // The tests before this one were answered without a name: the first name is a restart.
  const early = watch();
  await early.settled('partial');
  early.stop();
  const first = watch();
  await first.settled('whole');
  first.stop();
  const before = { run: serverRun(), trust: sharedPorts().trust };

  run = 'two';
  rows = 2;
  const other = new QueryObserver(client, listQuery({ ...request, account: 'b' }));
  const stopOther = other.subscribe(() => undefined);
  const failure = { reason: 'incomplete', message: expect.stringContaining('was restarted') };
  const partial = { kind: 'partial', optOuts: [], coverage: { gaps: [{ failure }] } };
  await vi.waitFor(() => expect(other.getCurrentResult().data).toMatchObject(partial));
  stopOther();
  expect(before.run.over).toBe(true);
  expect(sharedPorts().trust).not.toBe(before.trust);
  const again = watch();
  await again.settled('whole');
  expect(numberOf(again.observer)).toMatchObject({ optOuts: [{ msisdn: '15553000002' }] });
  again.stop();
});
