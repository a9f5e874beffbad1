// `npm run test:soak`: seeded trials without a browser (SOAK_TRIALS, 2,000) and with one (SOAK_BROWSER_TRIALS, 36), and the
// properties about the truth and the proxy's fuzz, SOAK_TIMES (10) as many trials as in `npm test`. Each part runs, whatever came of the
// others. Their first seed is SOAK_SEED, else a random one, printed: each trial's seed is one more, so that one that failed can be run alone.
import { randomInt } from 'node:crypto';
import { join } from 'node:path';

import { findBrowser } from './browser.mjs';
import { prepareMachine, root } from './machine.mjs';
import { endWhenTold, run } from './run.mjs';

/** Test files whose properties are `soakable`. */
const PROPERTIES = [
  'reading.model',
  'session-truth',
  'session-ledger',
  'lookup-truth',
  'textus/steady',
  'check/run-check',
  'server/fuzz',
];

prepareMachine();
endWhenTold();
const seed = Number(process.env.SOAK_SEED ?? randomInt(2 ** 31));
const trials = Number(process.env.SOAK_TRIALS ?? 2000);
const times = Number(process.env.SOAK_TIMES ?? (process.env.SOAK_TRIALS === undefined ? 10 : 0));
const browserTrials = Number(process.env.SOAK_BROWSER_TRIALS ?? (process.env.SOAK_TRIALS === undefined ? 36 : 0));

console.log(`${trials} trials from seed ${seed}`);
const { runnerImport } = await import('vite');
const { module } = await runnerImport(join(root, 'e2e/soak/main.ts'), { root, logLevel: 'error' });
let failed = !(await module.soak(seed, trials));

if (times > 0) {
  console.log(`Properties, ${times} times as many, from seed ${seed}`);
  const environment = { SOAK_SEED: String(seed), SOAK_TIMES: String(times) };
  const code = await run(`vitest run --testTimeout=7200000 ${PROPERTIES.join(' ')}`, environment);
  failed ||= code !== 0;
}

if (browserTrials > 0) {
  console.log(`${browserTrials} trials with a browser from seed ${seed}`);
  const environment = {
    SOAK_SEED: String(seed),
    SOAK_BROWSER_TRIALS: String(browserTrials),
    CHROMIUM_PATH: (await findBrowser()) ?? undefined,
  };
  const built = await run('vite build --logLevel error');
  const code = built === 0 ? await run('playwright test -c e2e --project=utc soak\\.e2e\\.ts', environment) : built;
  failed ||= code !== 0;
}
process.exit(failed ? 1 : 0);
