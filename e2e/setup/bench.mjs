// `npm run bench`: e2e/bench/main.ts, run by being imported through Vite (TypeScript, the same modules as the app).
import { join } from 'node:path';

import { prepareMachine, root } from './machine.mjs';

process.env.NODE_ENV = 'production';
prepareMachine();
const { build, runnerImport } = await import('vite');
const { findBrowser } = await import('./browser.mjs');
// The browser's part of the bench runs on the built pages.
await build({ root, logLevel: 'error' });
process.env.CHROMIUM_PATH = (await findBrowser()) ?? '';
await runnerImport(join(root, 'e2e/bench/main.ts'), { root, logLevel: 'error' });
process.exit();
