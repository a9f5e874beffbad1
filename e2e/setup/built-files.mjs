// Builds the app as `npm start` does and looks at what came out.
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { BUDGET_KB, firstLoadFiles, gzippedKb } from './first-load.mjs';
import { root } from './machine.mjs';

const dist = join(root, 'dist');
const SECRET_SETTINGS = ['MOBIVATE_API_KEY', 'TEXTUS_API_TOKEN', 'TEXTUS_ACCOUNTS', 'MOBIVATE_CANARY', 'TEXTUS_CANARY'];

/** Values of settings that must not be found in any built file: planted ones, and the real ones of this machine. */
function plantSettings(loadEnv) {
  const own = loadEnv('', root, '');
  const real = SECRET_SETTINGS.map((name) => own[name] ?? '').filter((value) => value.length >= 6);
  const planted = SECRET_SETTINGS.map((name) => [name, `planted-${randomBytes(8).toString('hex')}`]);
  Object.assign(process.env, Object.fromEntries(planted));
  return [...real, ...planted.map(([, value]) => value)];
}

function filesOf(folder) {
  const paths = readdirSync(folder, { recursive: true }).map((name) => join(folder, name));
  return paths.filter((path) => statSync(path).isFile());
}

/** Builds, and returns sentences about what is in the built files that must not be: settings, the server, the sandbox, tests. */
export async function buildProblems() {
  const { build, loadEnv } = await import('vite');
  const before = { ...process.env };
  const forbidden = plantSettings(loadEnv);
  process.env.NODE_ENV = 'production';
  const { output } = await build({ root, logLevel: 'warn' }).finally(() => {
    for (const name of [...SECRET_SETTINGS, 'NODE_ENV']) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  });
  const modules = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
  const foreign = modules.filter((id) => /[\\/](src[\\/]server|e2e|__fixtures__)[\\/]|[\\/]proxy\.ts$/.test(id));
  const leaks = filesOf(dist).filter((file) => {
    const text = readFileSync(file, 'latin1');
    return forbidden.some((value) => text.includes(value));
  });
  return [
    ...foreign.map((id) => `${id} belongs to the server and must not be built`),
    ...leaks.map((file) => `${file} holds the value of a setting`),
  ];
}

/** Sentences about the size of the first load, of the files as built; prints the figure. */
export function sizeProblems() {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8'));
  const files = firstLoadFiles(manifest, (key) => /^src\/check\/.*Page\.tsx$/.test(key));
  const size = gzippedKb(files, (file) => readFileSync(join(dist, file)));
  console.log(`First load of "/": ${size.toFixed(1)} kB of JavaScript, gzipped, of at most ${BUDGET_KB} kB`);
  return size <= BUDGET_KB
    ? []
    : ['The first load of "/" is over its budget: load more of it with the page that needs it.'];
}
