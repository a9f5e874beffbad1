// Finds a Chromium for the browser tests, or gets one. The order is CONTRACT's; each candidate is proved by starting it.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { run } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];
const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
);
const WINDOWS = [String.raw`Google\Chrome\Application\chrome.exe`, String.raw`Microsoft\Edge\Application\msedge.exe`];

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Every installed Chrome or Chromium, by PATH and by the systems' usual places. */
export function installedBrowsers(environment, platform) {
  if (platform === 'darwin') return MAC.filter(isProgram);
  if (platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => environment[name] ?? '');
    return folders.filter(Boolean).flatMap((folder) => WINDOWS.map((path) => join(folder, path)).filter(isProgram));
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)).filter(isProgram));
}

/** True when Playwright can start it and open a page. `path` null: the browser Playwright has of its own. */
async function starts(path) {
  const { chromium } = await import('@playwright/test');
  try {
    const browser = await chromium.launch({ timeout: 30_000, ...(path === null ? {} : { executablePath: path }) });
    try {
      await browser.newPage();
    } finally {
      await browser.close();
    }
    return true;
  } catch {
    return false;
  }
}

/** Playwright's own first, then the installed ones; undefined when none starts. */
async function firstOfThisMachine() {
  for (const path of [null, ...installedBrowsers(process.env, process.platform)]) {
    if (await starts(path)) return path;
  }
  return undefined;
}

async function aptInstall() {
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = () => run('apt-get install -y --no-install-recommends chromium', quiet);
  if ((await install()) !== 0 && (await run('apt-get update', quiet)) === 0) await install();
}

function isRootOnDebian() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && spawnSync('apt-get', ['-v']).status === 0;
}

/** Path of a browser that works, null for Playwright's own, undefined when there is none and none could be had. */
export async function findBrowser() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen !== undefined && chosen !== '') {
    if (await starts(chosen)) return chosen;
    console.log(`CHROMIUM_PATH is ${chosen}, which does not start: looking for another browser.`);
  }
  const found = await firstOfThisMachine();
  if (found !== undefined) return found;
  console.log('No browser found: fetching one …');
  if ((await run('playwright install chromium')) === 0 && (await starts(null))) return null;
  if (isRootOnDebian()) await aptInstall();
  return firstOfThisMachine();
}
