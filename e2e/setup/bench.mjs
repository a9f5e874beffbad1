// `npm run bench`: e2e/bench/main.ts, run by being imported through Vite (TypeScript, the same modules as the app).
import { join } from 'node:path';

import { prepareMachine, root } from './machine.mjs';

process.env.NODE_ENV = 'production';
prepareMachine();
const { runnerImport } = await import('vite');
await runnerImport(join(root, 'e2e/bench/main.ts'), { root, logLevel: 'error' });
process.exit();
