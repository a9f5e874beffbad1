import { createServer } from 'node:http';

import { parsePublicConfig, type PublicConfig } from '../../src/lib/public-config';
import { createMiddleware } from '../../src/server/middleware';
import { startSandbox } from '../../src/server/sandbox';
import { parseSettings, withSandbox } from '../../src/server/settings';
import { VENDORS } from '../../src/server/vendors';
import { SandboxControl } from '../helpers/sandbox';

/** Opt-outs on the pretend lists. */
export interface Size {
  readonly mobivate: number;
  readonly textus: number;
}

/** Proxy and sandbox vendors in this process, over real HTTP; the same ones for many trials. */
export interface World {
  readonly origin: string;
  readonly control: SandboxControl;
  readonly config: PublicConfig;
  readonly close: () => Promise<void>;
}

/** The instant the lists end: fixed, so that a seed draws the same data on any day. */
export const DATA_ENDS = Date.UTC(2026, 9, 1);
/** A vendor that says nothing for this long has not answered, ms: trials should not wait for the usual 30 s. */
const VENDOR_TIMEOUT_MS = 3_000;

/** Starts it. Sizes are of the whole company's lists. */
export async function startWorld({ mobivate, textus }: Size): Promise<World> {
  const sandbox = await startSandbox({ now: DATA_ENDS, mobivateRows: mobivate, textusRows: textus });
  const now = Date.now();
  const settings = withSandbox(parseSettings({}, VENDORS, now), sandbox.environment, now);
  const silent = { log: () => undefined, vendorTimeoutMs: VENDOR_TIMEOUT_MS, run: 'soak' };
  const middleware = createMiddleware({ settings, sandbox, serving: 'built', ...silent });
  const server = createServer((request, response) => {
    middleware.handle(request, response, () => response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Not listening');
  const origin = `http://127.0.0.1:${address.port}`;
  return {
    origin,
    control: new SandboxControl(origin),
    config: parsePublicConfig(await (await fetch(`${origin}/api/config`)).json()),
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
