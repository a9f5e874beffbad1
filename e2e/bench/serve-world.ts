import { createServer } from 'node:http';

import { createMiddleware } from '../../src/server/middleware';
import { startSandbox } from '../../src/server/sandbox';
import { parseSettings, withSandbox } from '../../src/server/settings';
import { VENDORS } from '../../src/server/vendors';
import { sendBuiltFile } from './files';

// The server's side of the bench, a process of its own as in life, started by `startWorld`: the built pages, the proxy and
// the sandbox's vendors with as many rows as asked for. Says where it listens, and ends with its parent.
const [mobivateRows = 0, latencyMs = 0] = process.argv.slice(-2).map(Number);
const sandbox = await startSandbox({ mobivateRows, latencyMs });
const now = Date.now();
const settings = withSandbox(parseSettings({}, VENDORS, now), sandbox.environment, now);
// One name for all worlds: the bench reads one after another in one process, where a new name would mean a restart.
const middleware = createMiddleware({ settings, sandbox, serving: 'built', log: () => undefined, run: 'bench' });
const server = createServer((request, response) => {
  middleware.handle(request, response, () => void sendBuiltFile(request, response));
});
await new Promise<void>((resolve) => {
  server.listen(0, '127.0.0.1', resolve);
});
const address = server.address();
if (address === null || typeof address === 'string') throw new Error('Not listening');
process.send?.(`http://127.0.0.1:${address.port}`);
await new Promise((resolve) => process.once('disconnect', resolve));
process.exit();
