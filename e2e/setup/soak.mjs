// `npm run test:soak`: seeded trials (SOAK_TRIALS, 2,000). Their first seed is SOAK_SEED, else a random one, printed: each trial's seed
// is one more, so that one that failed can be run alone.
import { randomInt } from 'node:crypto';
import { join } from 'node:path';

import { prepareMachine, root } from './machine.mjs';

prepareMachine();
const seed = Number(process.env.SOAK_SEED ?? randomInt(2 ** 31));
const trials = Number(process.env.SOAK_TRIALS ?? 2000);

console.log(`${trials} trials from seed ${seed}`);
const { runnerImport } = await import('vite');
const { module } = await runnerImport(join(root, 'e2e/soak/main.ts'), { root, logLevel: 'error' });
const failed = !(await module.soak(seed, trials));

process.exit(failed ? 1 : 0);
