// `npm test`: everything CI checks, one step after another, ending at the first that fails. The last line counts the tests.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { findBrowser } from './browser.mjs';
import { buildProblems, sizeProblems } from './built-files.mjs';
import { browserCounts, summary, unitCounts } from './counts.mjs';
import { lockProblems } from './lock.mjs';
import { prepareMachine, root } from './machine.mjs';
import { endWhenTold, run } from './run.mjs';

prepareMachine();
endWhenTold();

process.chdir(root);
const reports = 'node_modules/.cache/opt-out-lookup';
const unitReport = `${reports}/unit.json`;
const browserReport = `${reports}/browser.json`;
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const readJson = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null);
const manifest = readJson('package.json');

/** A script of package.json as a step: the same command line that people type. */
const script =
  (name, extra = '', environment = {}) =>
  async () => {
    const code = await run(`${manifest.scripts[name]}${extra}`, environment);
    return code === 0 ? [] : [`npm run ${name} ended with ${code}: see above`];
  };

const browserTests = async () => {
  const path = await findBrowser();
  if (path === undefined) {
    return ['No browser could be started: install Chrome or Chromium, or set CHROMIUM_PATH to one.'];
  }
  console.log(path === null ? "Playwright's own browser" : path);
  const environment = { PLAYWRIGHT_JSON_OUTPUT_NAME: join(root, browserReport), CHROMIUM_PATH: path ?? undefined };
  return script('e2e', '', environment)();
};

/** Each check resolves to sentences about what is wrong. */
const steps = [
  { name: 'types', check: script('typecheck') },
  { name: 'lint', check: script('lint') },
  { name: 'format', check: script('format:check') },
  { name: 'lock file', check: () => lockProblems(readJson('package-lock.json'), manifest) },
  {
    name: 'unit tests',
    check: script('unit', ` --reporter=default --reporter=json --outputFile.json=${unitReport}`),
  },
  { name: 'build', check: buildProblems },
  { name: 'size budget', check: sizeProblems },
  { name: 'browser tests', check: browserTests },
];

let failed = false;
for (const [index, { name, check }] of steps.entries()) {
  console.log(`\n[${index + 1}/${steps.length}] ${name}`);
  const problems = await Promise.resolve()
    .then(check)
    .catch((error) => [error instanceof Error ? (error.stack ?? error.message) : String(error)]);
  if (problems.length === 0) continue;
  console.error(`\n${name}: failed\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  failed = true;
  break;
}

console.log(`\n${summary([unitCounts(readJson(unitReport)), browserCounts(readJson(browserReport))], failed)}`);
process.exit(failed ? 1 : 0);
