import type { IncomingMessage, ServerResponse } from 'node:http';

import { handleControl } from './control/handle';
import type { SandboxOptions } from './options';
import { serveVendor } from './serve';
import { VENDORS } from './vendors';

export type { SandboxOptions } from './options';

/** The vendors, running on loopback. */
export interface Sandbox {
  /** Settings that make the product talk to the sandbox: `MOBIVATE_API_URL`, `MOBIVATE_API_KEY`, `TEXTUS_API_URL`, `TEXTUS_API_TOKEN`, `TEXTUS_ACCOUNTS`. */
  readonly environment: Readonly<Record<string, string>>;
  /** Answers everything under `/api/sandbox`; what there is, is written at `handleControl`. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  close(): Promise<void>;
}

const clock = () => Date.now();

/** Starts the embedded vendors on 127.0.0.1, each on a port of its own that the system chooses. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { now = clock(), seed = 1, latencyMs = 0 } = options;
  const servers = await Promise.all(
    VENDORS.map(({ create, rows }) => serveVendor(create({ now, seed, rows: rows(options), clock }), latencyMs, clock)),
  );
  return {
    environment: Object.assign({}, ...servers.map(({ vendor, origin }) => vendor.environment(origin))),
    handle: (request, response) => handleControl(request, response, { servers, seed, clock }),
    close: async () => {
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}
