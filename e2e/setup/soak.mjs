// `npm run test:soak`: e2e/soak/main.ts, run by being imported through Vite. SOAK_TRIALS (2,000) and SOAK_SEED (a random one, printed).
import { randomInt } from 'node:crypto';
import { join } from 'node:path';

import { prepareMachine, root } from './machine.mjs';

prepareMachine();
const seed = Number(process.env.SOAK_SEED ?? randomInt(2 ** 31));
const trials = Number(process.env.SOAK_TRIALS ?? 2000);
console.log(`${trials} trials from seed ${seed}`);
const { runnerImport } = await import('vite');
const { module } = await runnerImport(join(root, 'e2e/soak/main.ts'), { root, logLevel: 'error' });
process.exit((await module.soak(seed, trials)) ? 0 : 1);
