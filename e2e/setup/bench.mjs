// `npm run bench`: e2e/bench/main.ts, run by being imported through Vite (TypeScript, the same modules as the app). It starts
// itself again as `world` for the server's side.
import { join } from 'node:path';

import { prepareMachine, root } from './machine.mjs';

const isWorld = process.argv[2] === 'world';
process.env.NODE_ENV = 'production';
if (!isWorld) prepareMachine();
const { build, runnerImport } = await import('vite');
const run = async (module) => runnerImport(join(root, 'e2e/bench', module), { root, logLevel: 'error' });
if (isWorld) await run('serve-world.ts');
else {
  const { findBrowser } = await import('./browser.mjs');
  // The browser's part of the bench runs on the built pages.
  await build({ root, logLevel: 'error' });
  process.env.CHROMIUM_PATH = (await findBrowser()) ?? '';
  await run('main.ts');
}
process.exit();
