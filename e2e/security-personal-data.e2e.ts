import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium, expect, test, type BrowserContext, type Page } from '@playwright/test';

import { ask, EXAMPLES, expectSummary, resultRow } from './helpers/check-page';
import { readCsv } from './helpers/csv';
import { startServer } from './helpers/server';

/** Asked on the Check page only: by hand, in a list, in a file. */
const CHECKED = [EXAMPLES.onBoth, EXAMPLES.onNeither, EXAMPLES.onMobivate, '+1 402 555 0173', '(806) 555-0142'];
/** Filters of the list pages, which their addresses hold. */
const FILTERED = { exact: EXAMPLES.onTextUs, find: '0049' };
const CONTROL = 'written-by-the-test';

const digitsOf = (text: string) => text.replaceAll(/\D/g, '').slice(-10);

async function wholeSession(page: Page, url: string): Promise<readonly string[]> {
  const titles: string[] = [];
  await page.goto(url);
  page.on(
    'framenavigated',
    () =>
      void page.title().then(
        (title) => titles.push(title),
        () => undefined,
      ),
  );
  await ask(page, EXAMPLES.onBoth, url);
  await expectSummary(page, '1 number: 1 opted out, 0 not found, 0 could not check');
  titles.push(await page.title());
  await page.getByRole('textbox', { name: 'Phone numbers' }).fill(CHECKED.join('\n'));
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expectSummary(page, /^5 numbers: 2 opted out/);
  await resultRow(page, EXAMPLES.onBoth).getByRole('button').click();
  await page.keyboard.press('Escape');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const csv = await readCsv(await downloading);
  expect(csv.rows).toHaveLength(CHECKED.length);
  for (const number of CHECKED) expect(csv.name).not.toContain(digitsOf(number));
  await page.getByRole('button', { name: 'Copy evidence' }).click();
  await expect(page.getByText('Copied').first()).toBeVisible();
  await page.getByLabel('Add numbers from a file').setInputFiles({
    name: 'numbers.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`name,phone\r\nAnn,${CHECKED[4]}\r\n`),
  });
  await expect(page.getByRole('textbox', { name: 'Phone numbers' })).toHaveValue(/806/);
  titles.push(await page.title());

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'TextUs' }).click();
  await page.getByRole('textbox', { name: 'Exact numbers' }).fill(FILTERED.exact);
  await page.getByRole('button', { name: 'Look up' }).click();
  await expect(page.getByRole('status')).toHaveText('Complete: 1 opt-out');
  titles.push(await page.title());
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Mobivate' }).click();
  await page.getByRole('button', { name: 'Last 30 days' }).click();
  await page.getByRole('searchbox', { name: 'Find number' }).fill(FILTERED.find);
  await expect(page).toHaveURL(/find=0049/);
  titles.push(await page.title());
  await page.goBack();
  await page.reload();
  return titles;
}

/** All that a page can leave behind in a browser, as one text. */
async function keptBy(page: Page, context: BrowserContext): Promise<string> {
  const inPage = await page.evaluate(async () => ({
    local: Object.entries(localStorage),
    session: Object.entries(sessionStorage),
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    name: window.name,
    state: history.state as unknown,
    addresses: (
      globalThis as unknown as { navigation: { entries(): { url: string; getState(): unknown }[] } }
    ).navigation
      .entries()
      .map((entry) => ({ url: entry.url, state: entry.getState() })),
  }));
  expect(inPage).toMatchObject({ session: [], databases: [], caches: [], workers: 0 });
  expect(['', 'opt-out-lookup.preferences']).toContain(inPage.local.map(([name]) => name).join());
  const addresses = inPage.addresses.map(({ url }) => new URL(url));
  expect(addresses.filter(({ pathname }) => pathname === '/').map(({ search, hash }) => search + hash)).not.toEqual([]);
  for (const { pathname, search, hash } of addresses) if (pathname === '/') expect(search + hash).toBe('');
  expect(await context.cookies()).toEqual([]);
  return JSON.stringify(inPage);
}

function filesOf(folder: string): readonly string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  return paths.filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
}

/** Files that hold a text, in either of the encodings browsers write. */
function filesWith(files: readonly string[], text: string): readonly string[] {
  const needles = [Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le')];
  return files.filter((path) => {
    const bytes = readFileSync(path);
    return needles.some((needle) => bytes.includes(needle));
  });
}

test('after a whole session no checked number is left in the browser, on its disk, in a title, an address or the log', async () => {
  const server = await startServer({ SANDBOX: '1' });
  const profile = mkdtempSync(join(tmpdir(), 'opt-out-profile-'));
  const executablePath = process.env['CHROMIUM_PATH'];
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--disable-background-networking', '--disable-component-update', '--no-first-run'],
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const titles = await wholeSession(page, server.url);
  const kept = await keptBy(page, context);
  expect(kept).toContain('find=0049');
  const pages = ['Check numbers', 'TextUs opt-outs', 'Mobivate opt-outs'].map((name) => `${name} · Opt-out lookup`);
  // The name alone is the title of the file, before the page has written its own.
  expect(new Set([...titles, 'Opt-out lookup'])).toEqual(new Set([...pages, 'Opt-out lookup']));
  await page.evaluate((text) => localStorage.setItem('control', text), CONTROL);
  await context.close();
  const log = server.output();
  await server.stop();

  const files = filesOf(profile);
  expect(filesWith(files, CONTROL), 'what is kept is found').not.toEqual([]);
  expect(log).toMatch(/mobivate .* 200 \d+ ms \d+ B/);
  for (const number of [...CHECKED, FILTERED.exact]) expect(log.replaceAll(/\D/g, ' ')).not.toContain(digitsOf(number));
  for (const number of CHECKED) {
    const written = [number, digitsOf(number), number.replaceAll(' ', '+'), encodeURIComponent(number)];
    expect(kept.replaceAll(/[^\d",]/g, '')).not.toContain(digitsOf(number));
    for (const text of written) expect(filesWith(files, text), text).toEqual([]);
  }
  rmSync(profile, { recursive: true, force: true });
});
