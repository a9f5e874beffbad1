import { createServer } from 'node:http';

import { createMiddleware } from '../../src/server/middleware';
import { startSandbox } from '../../src/server/sandbox';
import { parseSettings, withSandbox } from '../../src/server/settings';
import { VENDORS } from '../../src/server/vendors';

/** The proxy and the sandbox's vendors behind it, in this process, as `npm start` puts them together. */
export interface World {
  readonly origin: string;
  /** Requests that have reached Mobivate since `reset`. */
  readonly requests: () => Promise<number>;
  readonly reset: () => Promise<void>;
  readonly set: (vendor: string, control: unknown) => Promise<void>;
  readonly close: () => Promise<void>;
}

async function send(url: string, method: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(url, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${text}`);
  return text === '' ? null : JSON.parse(text);
}

/** Starts it with so many Mobivate opt-outs, each vendor answer delayed by `latencyMs`. */
export async function startWorld(mobivateRows: number, latencyMs: number): Promise<World> {
  const sandbox = await startSandbox({ mobivateRows, latencyMs });
  const now = Date.now();
  const settings = withSandbox(parseSettings({}, VENDORS, now), sandbox.environment, now);
  const middleware = createMiddleware({ settings, sandbox, serving: 'built', log: () => undefined });
  const server = createServer((request, response) => {
    middleware.handle(request, response, () => response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Not listening');
  const origin = `http://127.0.0.1:${address.port}`;
  let before = 0;
  const count = async () => {
    const { vendors } = (await send(`${origin}/api/sandbox`, 'GET')) as { vendors: { id: string; requests: number }[] };
    return vendors.find(({ id }) => id === 'mobivate')?.requests ?? 0;
  };
  return {
    origin,
    requests: async () => (await count()) - before,
    reset: async () => {
      before = await count();
    },
    set: async (vendor, control) => {
      await send(`${origin}/api/sandbox/${vendor}`, 'PUT', control);
    },
    close: async () => {
      middleware.close();
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
      await sandbox.close();
    },
  };
}
