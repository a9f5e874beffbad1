import type { Page } from '@playwright/test';

import { readCsv } from './helpers/csv';
import { column, expectDrawn } from './helpers/table';
import { expect, test } from './helpers/test';
import { address, expectComplete, incomplete, optOuts, SEARCH, trueCount } from './helpers/textus-page';

const header = (page: Page, name: string) => optOuts(page).getByRole('columnheader', { name });
const press = (page: Page, name: string) => header(page, name).getByRole('button').click();

/** Instants of the rows on screen, as the cells carry them. */
async function instants(page: Page): Promise<readonly string[]> {
  await expectDrawn(optOuts(page));
  return optOuts(page)
    .locator('tbody time')
    .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
}

async function csvNumbers(page: Page): Promise<readonly string[]> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const { rows } = await readCsv(await downloading);
  return rows.map((row) => row['msisdn'] ?? '');
}

test('a whole list is sorted by time and by number, all of it, its file too; Back gives the vendor’s order again', async ({
  page,
  server,
}) => {
  const total = await trueCount(server.url, `?q=${SEARCH}`);
  await page.goto(address(`q=${SEARCH}&size=25&page=2`));
  await expectComplete(page, total);
  const given = await csvNumbers(page);
  expect(await optOuts(page).locator('[aria-sort]').count()).toBe(0);

  await press(page, 'Opted out at');
  await expect(header(page, 'Opted out at')).toHaveAttribute('aria-sort', 'descending');
  await expect(page.getByText('Sorted by Opted out at, descending')).toBeAttached();
  await expect(page).toHaveURL(/sort=time-desc/u);
  await expect(page).not.toHaveURL(/page=/u);
  const newest = await instants(page);
  expect(newest).toHaveLength(25);
  expect(newest).toEqual(newest.toSorted().toReversed());
  await press(page, 'Opted out at');
  await expect(header(page, 'Opted out at')).toHaveAttribute('aria-sort', 'ascending');
  const oldest = await instants(page);
  expect(oldest).toEqual(oldest.toSorted());
  // Of all pages, not of the one on screen.
  expect((oldest.at(-1) ?? '') <= (newest.at(-1) ?? '')).toBe(true);

  await press(page, 'Phone number');
  await expect(header(page, 'Phone number')).toHaveAttribute('aria-sort', 'ascending');
  expect(await csvNumbers(page)).toEqual(given.toSorted());
  await page.reload();
  await expectComplete(page, total);
  await expect(header(page, 'Phone number')).toHaveAttribute('aria-sort', 'ascending');
  const shown = await column(optOuts(page), 'Phone number');
  expect(shown.map((text) => text.replaceAll(/\D/gu, ''))).toEqual(given.toSorted().slice(0, 25));

  for (let back = 0; back < 3; back += 1) await page.goBack();
  await expect(optOuts(page).locator('[aria-sort]')).toHaveCount(0);
  expect(await csvNumbers(page)).toEqual(given);
});

test('a list that is not whole keeps the vendor’s order, and its headers say why', async ({
  page,
  sandbox,
  server,
}) => {
  await sandbox.set('textus', { fault: { kind: '401', after: 2 } });
  await page.goto(address(`q=${SEARCH}&size=25&sort=number-desc`));
  await expect(incomplete(page)).toBeVisible();
  const button = header(page, 'Opted out at').getByRole('button');
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await expect(button).toHaveAccessibleDescription(/^Sorting waits until the list has been read whole/u);
  const before = await column(optOuts(page), 'Phone number');
  await button.click({ force: true });
  await expect(page).toHaveURL(/sort=number-desc/u);
  await expect(optOuts(page).locator('[aria-sort]')).toHaveCount(0);
  expect(await column(optOuts(page), 'Phone number')).toEqual(before);

  await sandbox.set('textus', { fault: null });
  await page.getByRole('button', { name: 'Retry' }).click();
  await expectComplete(page, await trueCount(server.url, `?q=${SEARCH}`));
  await expect(header(page, 'Phone number')).toHaveAttribute('aria-sort', 'descending');
  await expect(button).not.toHaveAttribute('aria-disabled');
  const digits = (await column(optOuts(page), 'Phone number')).map((text) => text.replaceAll(/\D/gu, ''));
  expect(digits).toEqual(digits.toSorted().toReversed());
});
