import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { expect, test } from 'vitest';

import { installedBrowsers } from './browser.mjs';

test('installed browsers are found on the PATH, Chromium first, only programs', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'opt-out-browsers-'));
  for (const name of ['google-chrome', 'chromium', 'chromium-browser']) await writeFile(join(folder, name), '');
  await chmod(join(folder, 'google-chrome'), 0o755);
  await chmod(join(folder, 'chromium'), 0o755);
  const found = installedBrowsers({ PATH: ['/nowhere', folder].join(delimiter) }, 'linux');
  expect(found).toEqual([join(folder, 'chromium'), join(folder, 'google-chrome')]);
  expect(installedBrowsers({}, 'linux')).toEqual([]);
  expect(installedBrowsers({ PROGRAMFILES: folder }, 'win32')).toEqual([]);
  await rm(folder, { recursive: true });
});
