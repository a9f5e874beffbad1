import { readFileSync } from 'node:fs';

import { type Page } from '@playwright/test';

import { ask, EXAMPLES, expectSummary, resultRow, results } from './helpers/check-page';
import * as mobivate from './helpers/mobivate-page';
import { complete, openDetails } from './helpers/state-kit';
import { expect, test } from './helpers/test';
import * as textus from './helpers/textus-page';

/** How many sheets a PDF has: every page of it is an object that says so. */
async function sheets(page: Page, format: string): Promise<number> {
  const path = test.info().outputPath(`${format}.pdf`);
  await page.pdf({ path, format });
  return readFileSync(path, 'latin1').match(/\/Type\s*\/Page\b/gu)?.length ?? 0;
}

/** Controls that would be seen on paper. A button in a table's head is its column's name. */
const controlsOnPaper = (page: Page) =>
  page
    .locator(':is(nav, form, input, textarea, select, progress, button:not(thead th > button))')
    .filter({ visible: true })
    .count();

/** Colours of texts and grounds on paper that are neither black nor white. */
const colours = (page: Page) =>
  page.evaluate(() => {
    const found = new Set<string>();
    for (const element of document.body.querySelectorAll('*')) {
      if (element.getClientRects().length === 0) continue;
      const { color, backgroundColor } = getComputedStyle(element);
      found.add(`text ${color}`).add(`ground ${backgroundColor}`);
    }
    return [...found].toSorted();
  });
const BLACK_ON_WHITE = ['ground rgb(255, 255, 255)', 'ground rgba(0, 0, 0, 0)', 'text rgb(0, 0, 0)'];

test('one number prints as a card in black on white, without controls, with its scope and as-of', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await ask(page, EXAMPLES.onMobivate);
  await expectSummary(page, '1 number: 1 opted out, 0 not found, 0 could not check');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const main = page.locator('main');
  await expect(main).toContainText(/Asked \d+ \w+ 2\d{3}, \d\d:\d\d:\d\d UTC/u);
  await expect(main).toContainText('SANDBOX DATA');
  await expect(main).toContainText(/Mobivate, searched: .* to now, as of .* UTC/u);
  await expect(main).toContainText(/TextUs, searched: accounts .*, as of .* UTC/u);
  await expect(results(page)).toBeHidden();
  expect(await controlsOnPaper(page)).toBe(0);
  expect(await colours(page)).toEqual(BLACK_ON_WHITE);
  expect(await sheets(page, 'A4')).toBe(1);
  await page.emulateMedia({ media: 'screen' });
  await expect(main).not.toContainText('Asked');
  await expect(results(page)).toBeVisible();
});

test('a list of 600 prints every row, its head and its scope on every sheet', async ({ page }) => {
  const numbers = Array.from({ length: 600 }, (_, index) => `+1 951 555 ${2000 + index}`);
  await page.goto('/');
  // Pasted at once, as people do.
  await page.getByRole('textbox', { name: 'Phone numbers' }).evaluate((box: HTMLTextAreaElement, text) => {
    box.focus();
    box.setRangeText(text);
    box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
  }, numbers.join('\n'));
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expectSummary(page, /^600 numbers: /u);
  const drawn = () => results(page).locator('tbody tr[aria-rowindex]').count();
  expect(await drawn()).toBeLessThan(200);
  await page.emulateMedia({ media: 'print' });
  await expect.poll(drawn).toBe(600);
  await expect(results(page)).toContainText(String(numbers.at(-1)));
  const group = (part: string) =>
    results(page)
      .locator(part)
      .evaluate((element) => getComputedStyle(element).display);
  expect([await group('thead'), await group('tfoot')]).toEqual(['table-header-group', 'table-footer-group']);
  await expect(results(page).locator('tfoot')).toContainText(/Mobivate, searched: .*, as of .*TextUs, searched: /u);
  expect(await controlsOnPaper(page)).toBe(0);
  // Far fewer sheets would mean that rows are missing; one for each row, that nothing fits.
  const count = await sheets(page, 'A4');
  expect(count).toBeGreaterThan(15);
  expect(count).toBeLessThan(100);
  await page.emulateMedia({ media: 'screen' });
  await expect.poll(drawn).toBeLessThan(200);
});

test('rows left out and a check not finished are said on the sheet', async ({ page, sandbox }) => {
  await ask(page, `${EXAMPLES.onBoth}\n${EXAMPLES.onNeither}`);
  await expectSummary(page, '2 numbers: 1 opted out, 1 not found, 0 could not check');
  await page.getByRole('button', { name: /Not found$/u }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('main')).toContainText('Only 1 of 2 rows are printed.');
  await page.emulateMedia({ media: 'screen' });

  await sandbox.set('textus', { latencyMs: 60_000 });
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('main')).toContainText('this check is not finished');
  await expect(results(page).locator('tfoot')).toContainText('TextUs: not answered yet');
});

test('what "Not found" promises is said once on a sheet, and what "Gap" means where there is one', async ({ page }) => {
  const promise = page.getByText('“Not found” means').filter({ visible: true });
  const gap = page.getByText(/^Gap: one vendor/u);
  await ask(page, `${EXAMPLES.onBoth}\n${EXAMPLES.onNeither}\n${EXAMPLES.onMobivate}`);
  await expectSummary(page, '3 numbers: 2 opted out, 1 not found, 0 could not check');
  for (const [rows, legends] of [
    [/Not found$/u, 0],
    [/Gap$/u, 1],
    [/All$/u, 1],
  ] as const) {
    await page.getByRole('group', { name: 'Show rows' }).getByRole('button', { name: rows }).click();
    await page.emulateMedia({ media: 'print' });
    await expect(promise).toHaveCount(1);
    await expect(gap.filter({ visible: true })).toHaveCount(legends);
    await page.emulateMedia({ media: 'screen' });
    await expect(gap).toBeVisible();
  }
  await ask(page, EXAMPLES.onNeither);
  await expectSummary(page, /^1 number: /u);
  await page.emulateMedia({ media: 'print' });
  await expect(promise).toHaveCount(1);
});

test("with a row's panel open, the panel is the sheet", async ({ page }) => {
  await ask(page, `${EXAMPLES.onBoth}\n${EXAMPLES.onNeither}`);
  await expectSummary(page, '2 numbers: 1 opted out, 1 not found, 0 could not check');
  await resultRow(page, EXAMPLES.onNeither)
    .getByRole('button', { name: /^Details of/u })
    .click();
  await page.emulateMedia({ media: 'print' });
  const panel = page.getByRole('dialog');
  await expect(panel).toContainText(/Asked .*Searched: .* as of /u);
  await expect(page.getByText(EXAMPLES.onBoth).filter({ visible: true })).toHaveCount(0);
  expect(await panel.evaluate((element) => getComputedStyle(element, '::before').content)).toContain('SANDBOX DATA');
  expect(await controlsOnPaper(page)).toBe(0);
  expect(await sheets(page, 'A4')).toBe(1);
});

test('a list page prints its rows and what they are, without filters', async ({ page }) => {
  await page.goto(mobivate.address('from=2020-03-01&to=2020-03-05&tz=UTC&size=25'));
  await complete(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('status')).toBeVisible();
  await expect(mobivate.optOuts(page)).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Mobile' })).toBeVisible();
  expect(await controlsOnPaper(page)).toBe(0);
});

test("an open record's panel prints with its evidence: scope, as-of, and that it is pretend", async ({ page }) => {
  for (const [address, evidence] of [
    [mobivate.address('from=2020-03-01&to=2020-03-05&tz=UTC&size=25'), /Searched whole: .*, as of .* UTC/u],
    [textus.address('exact=5553031234'), /as of .* UTC/u],
  ] as const) {
    await page.goto(address);
    await complete(page);
    await openDetails(page);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('dialog')).toContainText(evidence);
    await expect(page.getByRole('dialog')).toContainText('SANDBOX DATA');
    await expect(page.getByRole('table')).toBeHidden();
    expect(await controlsOnPaper(page)).toBe(0);
    await page.emulateMedia({ media: 'screen' });
    await expect(page.getByRole('dialog')).not.toContainText('SANDBOX DATA');
  }
});

test('a page of a longer list says on paper which rows it holds, the only page and the screen do not', async ({
  page,
}) => {
  const printed = page.getByText(/^Printed: rows /u);
  const expectOnPaper = async (words: readonly string[]) => {
    await expect(printed).toHaveCount(0);
    await page.emulateMedia({ media: 'print' });
    await expect(printed).toHaveText(words);
    // Before the table, not behind sheets of rows.
    await expect(printed.locator('xpath=following::table')).toHaveCount(words.length);
    await page.emulateMedia({ media: 'screen' });
  };
  await page.goto(mobivate.address('from=2020-03-01&to=2020-03-20&tz=UTC&size=25'));
  await complete(page);
  const count = /\d+/u.exec(await page.getByRole('status').innerText())?.[0];
  await expectOnPaper([`Printed: rows 1–25 of ${count}. Download CSV holds every row.`]);
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(page).toHaveURL(/page=2/u);
  await expectOnPaper([`Printed: rows 26–50 of ${count}. Download CSV holds every row.`]);
  await page.goto(mobivate.address('from=2020-03-01&to=2020-03-20&tz=UTC&size=250'));
  await complete(page);
  await expectOnPaper([]);

  await page.goto(textus.address('q=555&size=25'));
  await complete(page);
  const found = /[\d,]+/u.exec(await page.getByRole('status').innerText())?.[0];
  await expectOnPaper([`Printed: rows 1–25 of ${found}. Download CSV holds every row.`]);
});
