// What a fresh machine must have. Node built-ins only, and syntax an old Node can read: nothing is installed yet.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the project, without a closing slash. */
export const root = join(fileURLToPath(import.meta.url), '..', '..', '..');

/** Ends the command with one sentence. */
export function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Why this Node cannot be used, in one sentence; null when it can: 20.19 or newer. */
export function nodeProblem(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return null;
  return `This needs Node 20.19 or newer, and this is Node ${version}: install a newer one from https://nodejs.org.`;
}

/**
 * Packages of `package-lock.json` that are not in `node_modules` in the locked version. Compared by content, not by age: a
 * checkout touches files. Optional ones are left out, since most of them are for other systems.
 */
export function missingPackages(lock, installed) {
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path !== '' && entry.optional !== true && entry.devOptional !== true)
    .filter(([path, entry]) => installed.packages?.[path]?.version !== entry.version)
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
}

function readJson(...path) {
  const file = join(root, ...path);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** Installs the locked dependencies when any is missing or another version; stops the command when that fails. */
function installDependencies() {
  const missing = missingPackages(readJson('package-lock.json'), readJson('node_modules', '.package-lock.json'));
  if (missing.length === 0) return;
  console.log(`Installing the dependencies (${missing.length} to fetch) …`);
  const npm = process.env.npm_execpath;
  const [file, before] = npm !== undefined && /\.[cm]?js$/.test(npm) ? [process.execPath, [npm]] : ['npm', []];
  const done = spawnSync(file, [...before, 'ci', '--include=dev', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: file === 'npm' && process.platform === 'win32',
  });
  if (done.status !== 0) stop('The dependencies could not be installed: see what npm says above, then try again.');
}

/** Makes sure of Node and the dependencies; afterwards packages may be imported (dynamically). */
export function prepareMachine() {
  const problem = nodeProblem(process.versions.node);
  if (problem !== null) stop(problem);
  installDependencies();
}
