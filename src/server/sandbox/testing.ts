import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { startSandbox } from './index';
import type { SandboxOptions } from './options';
import type { LoggedRequest } from './request-log';

/** A running sandbox with its controls mounted, and short ways to talk to both; for tests. */
export interface TestSandbox {
  readonly mobivateOrigin: string;
  readonly textusOrigin: string;
  readonly controlOrigin: string;
  readonly mobivateHeaders: Readonly<Record<string, string>>;
  readonly textusHeaders: Readonly<Record<string, string>>;
  /** GET at a vendor with its right headers; `target` is path and query string. */
  readonly mobivate: (target: string, init?: RequestInit) => Promise<Response>;
  readonly textus: (target: string, init?: RequestInit) => Promise<Response>;
  /** A request to the controls; `path` follows `/api/sandbox`. */
  readonly control: (method: string, path: string, body?: unknown) => Promise<Response>;
  readonly setFault: (vendor: string, fault: Record<string, unknown> | null) => Promise<void>;
  readonly requests: (vendor: string) => Promise<readonly LoggedRequest[]>;
  readonly close: () => Promise<void>;
}

/** The moment at which the data of the tests ends. */
export const TEST_NOW = Date.UTC(2026, 10, 22, 12, 24, 30, 123);

/** A question that Mobivate answers with its whole list, up to a page. */
export const WHOLE_HISTORY = '/addressbook/optout?startDate=2010-01-01&endDate=2027-01-01&pageSize=1000';

/** Starts a small sandbox on ports of its own. */
export async function startTestSandbox(options: SandboxOptions = {}): Promise<TestSandbox> {
  const sandbox = await startSandbox({ now: TEST_NOW, mobivateRows: 2_500, textusRows: 300, ...options });
  const controls = createServer((request, response) => {
    sandbox.handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => controls.listen(0, '127.0.0.1', resolve));
  const controlOrigin = `http://127.0.0.1:${(controls.address() as AddressInfo).port}`;
  const { MOBIVATE_API_URL = '', MOBIVATE_API_KEY, TEXTUS_API_URL = '', TEXTUS_API_TOKEN } = sandbox.environment;
  const mobivateHeaders = { authorization: `Bearer ${MOBIVATE_API_KEY}` };
  const textusHeaders = { authorization: `Bearer ${TEXTUS_API_TOKEN}`, accept: 'application/vnd.textus+jsonld' };
  const control: TestSandbox['control'] = (method, path, body) =>
    fetch(`${controlOrigin}/api/sandbox${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  return {
    mobivateOrigin: MOBIVATE_API_URL,
    textusOrigin: TEXTUS_API_URL,
    controlOrigin,
    mobivateHeaders,
    textusHeaders,
    mobivate: (target, init) =>
      fetch(MOBIVATE_API_URL + target, { headers: mobivateHeaders, redirect: 'manual', ...init }),
    textus: (target, init) => fetch(TEXTUS_API_URL + target, { headers: textusHeaders, redirect: 'manual', ...init }),
    control,
    setFault: async (vendor, fault) => {
      const response = await control('PUT', `/${vendor}`, { fault });
      if (!response.ok) throw new Error(await response.text());
    },
    requests: async (vendor) => {
      const response = await control('GET', `/${vendor}/requests`);
      return ((await response.json()) as { requests: LoggedRequest[] }).requests;
    },
    close: async () => {
      controls.closeAllConnections();
      await new Promise<void>((resolve) => controls.close(() => resolve()));
      await sandbox.close();
    },
  };
}
