// `node e2e/setup/screenshots.mjs`: takes the README's pictures from the sandbox, light and dark. Needs a built `dist`.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { chromium } from '@playwright/test';

import { findBrowser } from './browser.mjs';
import { root } from './machine.mjs';

const PORT = process.env.PORT ?? '4187';
const url = `http://127.0.0.1:${PORT}`;
const NUMBERS = ['+1 409 555 0004', '+1 861 555 0010', '(510) 555-0016', '+1 951 555 0022', 'nobody home'];

const PAGES = {
  check: async (page) => {
    await page.goto(url);
    await page.getByRole('textbox', { name: 'Phone numbers' }).fill(NUMBERS.join('\n'));
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await page.getByRole('status').filter({ hasText: 'numbers:' }).waitFor();
  },
  mobivate: async (page) => {
    await page.goto(`${url}/mobivate?tz=Australia/Sydney`);
    await page.getByRole('status').filter({ hasText: 'Complete' }).waitFor();
    await page.getByRole('rowheader').first().waitFor();
  },
  textus: async (page) => {
    await page.goto(`${url}/textus?account=my_account&q=303`);
    await page.getByRole('status').filter({ hasText: 'Complete' }).waitFor();
    await page.getByRole('rowheader').first().waitFor();
  },
};

const server = spawn(process.execPath, ['e2e/setup/start.mjs', '--no-build'], {
  cwd: root,
  env: { ...process.env, PORT, SANDBOX: '1' },
  stdio: 'ignore',
});
for (let answered = false; !answered;) {
  answered = await fetch(`${url}/api/config`).then(
    (answer) => answer.ok,
    () => new Promise((resolve) => setTimeout(resolve, 100, false)),
  );
}
const browser = await chromium.launch({ executablePath: (await findBrowser()) ?? undefined });
const folder = join(root, 'e2e/screenshots');
mkdirSync(folder, { recursive: true });
for (const colorScheme of ['light', 'dark']) {
  for (const [name, open] of Object.entries(PAGES)) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, colorScheme, timezoneId: 'UTC' });
    await open(page);
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) });
    await page.close();
  }
}
await browser.close();
server.kill();
