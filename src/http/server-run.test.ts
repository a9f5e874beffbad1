import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';

import { SERVER_RUN_HEADER } from '../lib/server-run';
import type * as Gates from './gate';
import type * as Requests from './request';
import type * as Runs from './server-run';

/** What the page remembers of runs is of one page load: each test has its own. */
let load: typeof Runs & typeof Requests & typeof Gates;
beforeEach(async () => {
  vi.resetModules();
  load = { ...(await import('./server-run')), ...(await import('./request')), ...(await import('./gate')) };
});

interface Answer {
  /** Name of the run; null for none. */
  readonly run: string | null;
  readonly status?: number;
  readonly body?: string;
  /** Sends the headers now, and the body when this is kept. */
  readonly until?: Promise<void>;
}

async function listen(port: number, answerTo: (path: string) => Answer): Promise<Server> {
  const server = createServer((request, response) => {
    const { run, status = 200, body = '["row"]', until } = answerTo(request.url ?? '');
    response.writeHead(status, {
      'content-type': 'application/json',
      ...(run === null ? {} : { [SERVER_RUN_HEADER]: run }),
    });
    response.flushHeaders();
    void Promise.resolve(until).then(() => response.end(body));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  onTestFinished(() => stop(server));
  return server;
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}

/** A server of one page load on a port of its own; `restart` puts another program on the same port. */
async function serve(first: (path: string) => Answer) {
  let server = await listen(0, first);
  const { port } = server.address() as AddressInfo;
  const gate = load.createGate({ concurrency: 8 });
  const told = vi.fn<() => void>();
  load.onServerRestart(told);
  return {
    told,
    ask: (path = '/', run?: Runs.ServerRun) =>
      load.getJson({
        url: `http://127.0.0.1:${port}${path}`,
        vendor: 'Vendor',
        gate,
        signal: new AbortController().signal,
        parse: (body) => body,
        ...(run === undefined ? {} : { run }),
      }),
    restart: async (next: (path: string) => Answer) => {
      await stop(server);
      server = await listen(port, next);
    },
  };
}

const restarted = { reason: 'incomplete', message: expect.stringContaining('was restarted') };

it('notices every restart once; what began before it is refused, before and after, and what begins anew is answered', async () => {
  const { ask, told, restart } = await serve(() => ({ run: 'a' }));
  const first = load.serverRun();
  await expect(ask()).resolves.toEqual(['row']);
  await expect(ask()).resolves.toEqual(['row']);
  expect([load.serverRun(), told.mock.calls.length]).toEqual([first, 0]);
  for (const [times, run] of ['b', 'c'].entries()) {
    const before = load.serverRun();
    await restart(() => ({ run }));
    await expect(ask('/', before)).rejects.toMatchObject(restarted);
    expect([before.over, load.serverRun().over, told.mock.calls.length]).toEqual([true, false, times + 1]);
    await expect(ask('/', before)).rejects.toMatchObject(restarted);
    await expect(ask()).resolves.toEqual(['row']);
  }
  expect(load.serverRun().number).toBe(3);
});

it('refuses what was on its way when the restart was noticed, and learns nothing from a late answer', async () => {
  let send = (): void => undefined;
  const until = new Promise<void>((resolve) => {
    send = resolve;
  });
  let run = 'a';
  const { ask, told } = await serve((path) => {
    if (path === '/slow') return { run: 'a', until };
    return { run: path === '/late' ? 'a' : run };
  });
  await ask();
  const slow = ask('/slow');
  slow.catch(() => undefined);
  run = 'b';
  await expect(ask()).rejects.toMatchObject(restarted);
  send();
  await expect(slow).rejects.toMatchObject(restarted);
  await expect(ask('/late')).rejects.toMatchObject(restarted);
  await expect(ask()).resolves.toEqual(['row']);
  expect(told).toHaveBeenCalledOnce();
});

it('an attempt that failed in one run is not made again in the next', async () => {
  let run = 'a';
  let asked = 0;
  const { ask } = await serve((path) => {
    if (path !== '/fails-once') return { run };
    asked += 1;
    return asked === 1 ? { run, status: 500 } : { run };
  });
  await ask();
  const failing = ask('/fails-once');
  failing.catch(() => undefined);
  await vi.waitFor(() => expect(asked).toBe(1));
  run = 'b';
  await expect(ask()).rejects.toMatchObject(restarted);
  await expect(failing).rejects.toMatchObject(restarted);
  expect(asked).toBe(1);
});

it('errors without the header, as gateways make them, drop nothing', async () => {
  const { ask, told } = await serve((path) => (path === '/404' ? { run: null, status: 404 } : { run: 'a' }));
  await expect(ask('/404')).rejects.toMatchObject({ status: 404 });
  await ask();
  await expect(ask('/404')).rejects.toMatchObject({ status: 404, reason: 'not-understood' });
  await expect(ask()).resolves.toEqual(['row']);
  expect(told).not.toHaveBeenCalled();
});

it('data without the header drops nothing either, but is no answer once runs are named', async () => {
  const { ask, told } = await serve((path) => ({ run: path === '/nameless' ? null : 'a' }));
  await ask();
  await expect(ask('/nameless')).rejects.toMatchObject({ reason: 'not-understood' });
  await expect(ask()).resolves.toEqual(['row']);
  expect(told).not.toHaveBeenCalled();
});

it('a server that never names its runs is believed; one that begins to is another', async () => {
  const { ask, told, restart } = await serve(() => ({ run: null }));
  await ask();
  await expect(ask()).resolves.toEqual(['row']);
  expect(told).not.toHaveBeenCalled();
  await restart(() => ({ run: 'b' }));
  await expect(ask()).rejects.toMatchObject(restarted);
  expect(told).toHaveBeenCalledOnce();
});
