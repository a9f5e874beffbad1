import type { Download, Locator, Page } from '@playwright/test';

import { HOSTILE_TEXTS } from '../src/server/sandbox/data/hostile-text';
import { ask, EXAMPLES, results } from './helpers/check-page';
import { readCsv } from './helpers/csv';
import { LISTS } from './helpers/list-driver';
import { expectDrawn } from './helpers/table';
import { expect, test } from './helpers/test';

const MEGABYTE = 'x'.repeat(1024 * 1024);
/** Longer ones are cut in a cell; the panel and the file have them whole. */
const SHORT = HOSTILE_TEXTS.filter((text) => text.length <= 100);
/** All that could break out of a line, or turn it round. */
const NOT_ON_A_LINE = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Surrogate}]/u;

/** Half a character cannot travel from the browser to here. */
function whole(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\uFFFD');
}

/** A text as the contract wants it in a file: no formula, no half character, no NUL (readers end a cell there). */
function inFile(text: string): string {
  const clean = whole(text.replaceAll('\0', ''));
  return /^[=+\-@\t\r\n]/u.test(clean) ? `'${clean}` : clean;
}

/** Nothing that the vendor sent has become part of the page. */
async function expectOnlyText(page: Page, title: string): Promise<void> {
  await expect(page).toHaveTitle(`${title} · Opt-out lookup`);
  const foreign = page.locator('main').locator('img, script, b, iframe, object, embed, [onerror], a[href*="evil"]');
  await expect(foreign).toHaveCount(0);
}

async function download(page: Page): Promise<Download> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  return downloading;
}

/** What a press on a button that copies has put on the clipboard. */
async function copied(page: Page, button: string): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await page.getByRole('button', { name: button }).first().click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe('');
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Evidence in which no line is the vendor's own. */
function expectPlainLines(text: string): void {
  expect(text.length).toBeLessThan(20_000);
  for (const line of text.split(/\r?\n/u)) {
    expect(line).not.toMatch(NOT_ON_A_LINE);
    expect(line).not.toMatch(/^(?:second|third) line/u);
  }
}

const PAGES = [
  { vendor: 'mobivate', label: 'Mobivate', title: 'Mobivate opt-outs', column: 'note' },
  { vendor: 'textus', label: 'TextUs', title: 'TextUs opt-outs', column: 'created_via' },
] as const;

test.beforeEach(async ({ page, context, sandbox }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  page.on('dialog', () => expect.soft('a dialog of the vendor’s', 'nothing of the vendor’s is run').toBe(''));
  for (const { vendor } of PAGES) await sandbox.set(vendor, { fault: { kind: 'hostile-text' } });
});

for (const { vendor, title, column } of PAGES) {
  const list = LISTS[vendor];

  test(`${vendor}: in the table, as it is and kept apart; a megabyte does not fill the page`, async ({
    page,
    sandbox,
    server,
  }) => {
    const count = await list.count(sandbox, server.url);
    await page.goto(list.address);
    await list.expectComplete(page, count);
    await expectOnlyText(page, title);
    const shown = await page
      .locator('tbody [dir=auto]')
      .evaluateAll((cells) =>
        cells.map((cell) => ({ text: cell.textContent, isolated: getComputedStyle(cell).unicodeBidi })),
      );
    const texts = new Set(shown.map(({ text }) => whole(text ?? '')));
    for (const text of SHORT) expect(texts).toContain(whole(text));
    for (const { isolated } of shown) expect(isolated).toMatch(/isolate|plaintext/u);
    expect(await page.evaluate(() => document.body.textContent?.length ?? 0)).toBeLessThan(500_000);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });

  test(`${vendor}: in the file, whole, quoted, and never a formula`, async ({ page, sandbox, server }) => {
    const count = await list.count(sandbox, server.url);
    await page.goto(list.address);
    await list.expectComplete(page, count);
    const csv = await readCsv(await download(page));
    expect(csv.name).toMatch(/^[a-z0-9_-]+_\d{8}T\d{6}Z\.csv$/u);
    expect(csv.rows).toHaveLength(count);
    const cells = new Set(csv.rows.map((row) => row[column]));
    expect(cells).toEqual(new Set([MEGABYTE, ...HOSTILE_TEXTS].map(inFile)));
    // No cell of any column begins a formula, but for numbers that we write ourselves.
    for (const row of csv.rows) {
      for (const text of Object.values(row)) expect(/^[=@\t\r\n]|^[+-](?![\d ().-]*$)/u.test(text)).toBe(false);
    }
  });

  test(`${vendor}: in the details and on the clipboard`, async ({ page, sandbox, server }) => {
    test.setTimeout(120_000);
    const count = await list.count(sandbox, server.url);
    await page.goto(list.address);
    await list.expectComplete(page, count);
    await expectDrawn(page.getByRole('table'));
    let opened = 0;
    for (const text of HOSTILE_TEXTS) {
      const row = page.locator('tbody tr').filter({ has: page.locator('[dir=auto]').getByText(text.slice(0, 40)) });
      // Texts of white space and half characters cannot be looked for that way.
      if ((await row.count()) === 0) continue;
      await row
        .first()
        .getByRole('button', { name: /^Details of/u })
        .click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectOnlyText(page, title);
      expectPlainLines(await copied(page, 'Copy evidence'));
      await page.keyboard.press('Escape');
      opened += 1;
    }
    expect(opened).toBeGreaterThan(HOSTILE_TEXTS.length / 2);
  });
}

/** The record on screen whose note is a megabyte: its panel stays small, says how long the note is, and one press copies all of it. */
async function expectShortPanel(page: Page, panel: Locator): Promise<void> {
  await expect(panel).toBeVisible();
  await expect(panel).toContainText(/x{500}… \(1,048,576 characters\)/u);
  await panel.locator('summary').last().click();
  await expect(panel.locator('pre').last()).toBeVisible();
  expect(await panel.evaluate((element) => element.textContent?.length ?? 0)).toBeLessThan(20_000);
  await panel.getByRole('button', { name: 'Copy the whole text' }).first().click();
  await expect
    .poll(() => page.evaluate(async () => (await navigator.clipboard.readText()).length))
    .toBe(MEGABYTE.length);
}

for (const { vendor } of PAGES) {
  test(`${vendor}: a note of a megabyte stands in the details with its beginning and its length`, async ({
    page,
    sandbox,
    server,
  }) => {
    test.setTimeout(120_000);
    const list = LISTS[vendor];
    const count = await list.count(sandbox, server.url);
    await page.goto(list.address);
    await list.expectComplete(page, count);
    await expectDrawn(page.getByRole('table'));
    const row = page.locator('tbody tr').filter({ hasText: /x{100}…/u });
    await row
      .first()
      .getByRole('button', { name: /^Details of/u })
      .click();
    await expectShortPanel(page, page.getByRole('dialog'));
  });
}

test('Check: notes of a megabyte stand in the details with their beginning and their length', async ({
  page,
  sandbox,
}) => {
  test.setTimeout(120_000);
  // The newest record of all comes first in its answer, and first is where the sandbox puts the megabyte.
  for (const { vendor } of PAGES) await sandbox.addOptOut(vendor, { number: EXAMPLES.onNeither });
  await ask(page, EXAMPLES.onNeither);
  await expect(page.getByRole('status')).toHaveText('1 number: 1 opted out, 0 not found, 0 could not check', {
    timeout: 90_000,
  });
  await results(page)
    .getByRole('button', { name: /^Details of/u })
    .first()
    .click();
  for (const { label } of PAGES) {
    await expectShortPanel(page, page.getByRole('dialog').getByRole('region', { name: label }));
  }
});

test('in Check: on the card, in the details, in evidence and in the file', async ({ page }) => {
  test.setTimeout(120_000);
  const numbers = [EXAMPLES.onBoth, EXAMPLES.onMobivateTwice, EXAMPLES.textUsSample];
  await ask(page, numbers.join('\n'));
  // A megabyte comes with every one of some sixty answers.
  await expect(page.getByRole('status')).toHaveText('3 numbers: 3 opted out, 0 not found, 0 could not check', {
    timeout: 90_000,
  });
  await expectOnlyText(page, 'Check numbers');
  for (const each of numbers.keys()) {
    await results(page)
      .getByRole('button', { name: /^Details of/u })
      .nth(each)
      .click();
    await expectOnlyText(page, 'Check numbers');
    await page.keyboard.press('Escape');
  }
  expectPlainLines(await copied(page, 'Copy evidence'));
  const csv = await readCsv(await download(page));
  expect(csv.name).toMatch(/^sandbox_opt-out-check_\d{8}T\d{6}Z\.csv$/u);
  const known = new Set(['', MEGABYTE, ...HOSTILE_TEXTS].map(inFile));
  for (const row of csv.rows) {
    for (const name of ['mobivate_note', 'textus_created_via', 'textus_user']) expect(known).toContain(row[name]);
  }
  expect(csv.rows.some((row) => row['mobivate_note'] !== '')).toBe(true);
  expect(csv.rows.some((row) => row['textus_created_via'] !== '')).toBe(true);
});

test('in the name of a file, what came by a link is letters, digits and dashes only', async ({ page }) => {
  const find = encodeURIComponent('../=1\u202E+4\0');
  await page.goto(`${LISTS.mobivate.address}&find=${find}`);
  await expect(page.getByRole('status')).toHaveText(/^Complete: /u);
  expect((await download(page)).suggestedFilename()).toMatch(/^[a-z0-9_-]+_\d{8}T\d{6}Z\.csv$/u);
});
