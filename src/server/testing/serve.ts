import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createServer, preview } from 'vite';

import { setLimits } from '../limits';
import { createMiddleware } from '../middleware';
import { serverSide } from '../plugin';
import { type Environment, parseSettings, type Settings } from '../settings';
import { VENDORS } from '../vendors';

/** A running server side, and the lines it logged. */
export interface Running {
  readonly port: number;
  readonly lines: readonly string[];
  readonly close: () => Promise<void>;
}

export const SECRETS = { key: 'mobivate-key-7f3a', token: 'textus-token-91bc' } as const;

/** Settings with both vendors at this origin, on a port the system chooses. */
export function settingsFor(origin: string, more: Environment = {}): Settings {
  const environment = {
    MOBIVATE_API_URL: `${origin}/m`,
    MOBIVATE_API_KEY: SECRETS.key,
    TEXTUS_API_URL: `${origin}/t`,
    TEXTUS_API_TOKEN: SECRETS.token,
    TEXTUS_ACCOUNTS: 'alpha,beta_2',
    ...more,
  };
  return { ...parseSettings(environment, VENDORS, Date.now()), port: 0 };
}

function portOf(address: AddressInfo | string | null | undefined): number {
  if (typeof address !== 'object' || address === null) throw new Error('Not listening');
  return address.port;
}

/** The middleware alone on Node's HTTP server; a page is answered with the word "page". */
export async function serveAlone(settings: Settings, vendorTimeoutMs = 30_000): Promise<Running> {
  const lines: string[] = [];
  const log = (line: string) => void lines.push(line);
  const middleware = createMiddleware({ settings, sandbox: null, serving: 'built', log, vendorTimeoutMs });
  const server = createHttpServer((request, response) => {
    middleware.handle(request, response, () => response.end('page'));
  });
  setLimits(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    middleware.close();
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { port: portOf(server.address()), lines, close };
}

async function smallApp(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'opt-out-lookup-'));
  await mkdir(join(root, 'dist', 'assets'), { recursive: true });
  await writeFile(join(root, 'index.html'), '<!doctype html><title>page</title>');
  await writeFile(join(root, 'dist', 'index.html'), '<!doctype html><title>page</title>');
  await writeFile(join(root, 'dist', 'assets', 'a-1.js'), 'export {};');
  return root;
}

/** The same through Vite's preview server, as under `npm start`. */
export async function servePreview(settings: Settings): Promise<Running> {
  const lines: string[] = [];
  const root = await smallApp();
  const plugins = [serverSide(settings, { log: (line) => void lines.push(line) })];
  const server = await preview({ root, configFile: false, logLevel: 'silent', plugins });
  const close = async () => {
    await server.close();
    await rm(root, { recursive: true });
  };
  return { port: portOf(server.httpServer.address()), lines, close };
}

/** The same through Vite's dev server, as under `npm run dev`. */
export async function serveDev(settings: Settings): Promise<Running> {
  const lines: string[] = [];
  const root = await smallApp();
  const plugins = [serverSide(settings, { log: (line) => void lines.push(line) })];
  const server = await createServer({ root, configFile: false, logLevel: 'silent', plugins });
  await server.listen();
  const close = async () => {
    await server.close();
    await rm(root, { recursive: true });
  };
  return { port: portOf(server.httpServer?.address()), lines, close };
}
