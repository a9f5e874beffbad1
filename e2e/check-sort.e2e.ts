import type { Page } from '@playwright/test';

import { ask, EXAMPLES, expectSummary, results } from './helpers/check-page';
import { readCsv } from './helpers/csv';
import { strangers } from './helpers/messy-list';
import { column } from './helpers/table';
import { expect, test } from './helpers/test';

const { onBoth, onMobivate, onTextUs, onNeither } = EXAMPLES;
const NUMBERS = [onNeither, onMobivate, onBoth, onTextUs];
const SUMMARY = '4 numbers: 3 opted out, 1 not found, 0 could not check';

const header = (page: Page, name: string) => results(page).getByRole('columnheader', { name });
const sortBy = async (page: Page, name: string) => header(page, name).getByRole('button').click();
const inputs = (page: Page) => expect.poll(async () => column(results(page), 'Input'));

test('a column sorts one way, then the other, then not at all; files and evidence keep the order of the input', async ({
  page,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await ask(page, NUMBERS.join('\n'));
  await expectSummary(page, SUMMARY);
  await expect(results(page).locator('th[aria-sort]')).toHaveCount(0);
  await inputs(page).toEqual(NUMBERS);

  await sortBy(page, 'Number');
  await expect(header(page, 'Number')).toHaveAttribute('aria-sort', 'ascending');
  await inputs(page).toEqual(NUMBERS.toSorted());
  await page.keyboard.press('Enter');
  await expect(header(page, 'Number')).toHaveAttribute('aria-sort', 'descending');
  await inputs(page).toEqual(NUMBERS.toSorted().toReversed());

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  expect((await readCsv(await downloading)).rows.map((row) => row['number'])).toEqual(NUMBERS);
  await page.getByRole('button', { name: 'Copy evidence' }).click();
  await expect
    .poll(async () => [...(await page.evaluate(() => navigator.clipboard.readText())).matchAll(/asked: (.*) \(line/gu)])
    .toEqual(NUMBERS.map((number) => expect.arrayContaining([number])));

  await header(page, 'Number').getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(results(page).locator('th[aria-sort]')).toHaveCount(0);
  await inputs(page).toEqual(NUMBERS);
  await expect(page.getByText('In the order of the input')).toBeAttached();
});

test('sorted rows are filtered by the summary, and open the right details', async ({ page }) => {
  await ask(page, NUMBERS.join('\n'));
  await expectSummary(page, SUMMARY);
  await sortBy(page, 'Mobivate');
  await inputs(page).toEqual([onMobivate, onBoth, onNeither, onTextUs]);
  await page
    .getByRole('group', { name: 'Show rows' })
    .getByRole('button', { name: /Opted out/ })
    .click();
  await inputs(page).toEqual([onMobivate, onBoth, onTextUs]);
  await sortBy(page, 'TextUs');
  await expect(header(page, 'TextUs')).toHaveAttribute('aria-sort', 'ascending');
  await expect(header(page, 'Mobivate')).not.toHaveAttribute('aria-sort');
  await inputs(page).toEqual([onBoth, onTextUs, onMobivate]);
  await results(page)
    .getByRole('button', { name: /^Details of/u })
    .last()
    .click();
  await expect(page.getByRole('dialog')).toContainText(onMobivate);
});

test('a list of which only what is near the window is drawn is sorted as a whole', async ({ page }) => {
  const people = strangers(600);
  await ask(page, people.join('\n'));
  await expectSummary(page, /^600 numbers: /u);
  await sortBy(page, 'Input');
  await sortBy(page, 'Input');
  const largest = people.toSorted((a, b) => Number(b) - Number(a)).slice(0, 5);
  await expect.poll(async () => (await column(results(page), 'Input')).filter(Boolean).slice(0, 5)).toEqual(largest);
  await sortBy(page, 'Input');
  await expect
    .poll(async () => (await column(results(page), 'Input')).filter(Boolean).slice(0, 5))
    .toEqual(people.slice(0, 5));
});
