import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import type { Page } from '@playwright/test';

import { ask, check, dropFile, dropFiles, EXAMPLES, expectSummary } from './helpers/check-page';
import { readCsv } from './helpers/csv';
import { expect, test } from './helpers/test';

const box = (page: Page) => page.getByRole('textbox', { name: 'Phone numbers' });
const csv = (...lines: readonly string[]): string => lines.map((line) => `${line}\r\n`).join('');

test('a table dropped on the page: what its phone column leaves out is said, and another column can be chosen', async ({
  page,
}) => {
  await page.goto('/');
  const people = csv(
    'Customer no;Home phone;Work phone',
    `4915551234;${EXAMPLES.onNeither};${EXAMPLES.onBoth}`,
    `4915551235;;${EXAMPLES.onTextUs}`,
  );
  await dropFile(page, 'people.csv', 'text/csv', people);
  const choice = page.getByLabel('Phone column in people.csv');
  await expect(choice.locator('option:checked')).toHaveText(/^Home phone/);
  await expect(box(page)).toHaveValue(`Home phone\n${EXAMPLES.onNeither}\n\n`);
  await expect(choice).toHaveAccessibleDescription(
    'Other numbers stand in Work phone: they are not in the box. Choose that column to check them. 1 of 2 rows has nothing in this column.',
  );

  // It is a choice like the others, not a remark.
  const colour = (element: Element) => getComputedStyle(element).color;
  expect(await choice.evaluate(colour)).toBe(await box(page).evaluate(colour));

  await choice.selectOption({ label: 'Work phone (100 % numbers)' });
  await expect(box(page)).toHaveValue(`Work phone\n${EXAMPLES.onBoth}\n${EXAMPLES.onTextUs}\n`);
  await expect(choice).toHaveAccessibleDescription(/^Other numbers stand in Home phone/);
  await check(page);
  await expectSummary(page, '2 numbers: 2 opted out, 0 not found, 0 could not check');
});

test('a column of country codes is put before the numbers, and said', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Add numbers from a file').setInputFiles({
    name: 'codes.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(csv('Country code;Phone', '44;7700900000', '1;5105550016')),
  });
  await expect(box(page)).toHaveValue('Phone\n+44 7700900000\n5105550016\n');
  await expect(page.getByLabel('Phone column in codes.csv')).toHaveAccessibleDescription(
    'The codes in Country code stand before the numbers.',
  );
  await check(page);
  await expectSummary(page, '2 numbers: 2 opted out, 0 not found, 0 could not check');
});

test('the files that the pages give are taken back with the same numbers, by Check', async ({ page }) => {
  const download = async () => {
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download CSV' }).click();
    return downloading;
  };
  await ask(page, [EXAMPLES.onBoth, '(510) 555-0016', EXAMPLES.mobivateSample].join('\n'));
  await expectSummary(page, /^3 numbers: /);
  const files = [await download()];
  await page.goto('/mobivate');
  await page.getByRole('button', { name: 'Last 30 days' }).click();
  await expect(page.getByRole('status')).toHaveText(/^Complete/);
  files.push(await download());
  await page.goto(`/textus?account=my_account&q=303`);
  await expect(page.getByRole('status')).toHaveText(/^Complete/);
  files.push(await download());

  await page.goto('/');
  for (const file of files) {
    const name = basename(file.suggestedFilename());
    await page
      .getByLabel('Add numbers from a file')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: await readFile(await file.path()) });
    await expect(page.getByLabel(`Phone column in ${name}`).locator('option:checked')).toHaveText(/^number /);
    const { rows } = await readCsv(file);
    expect(rows.length).toBeGreaterThan(2);
    await expect(box(page)).toHaveValue(['number', ...rows.map((row) => row['number']), ''].join('\n'));
  }
});

test('several files at once, and one that is too large, are refused; the box keeps what it holds', async ({ page }) => {
  await page.goto('/');
  await box(page).fill(EXAMPLES.onBoth);
  await dropFiles(page, [
    ['one.csv', 'text/csv', csv('Phone', EXAMPLES.onTextUs)],
    ['two.csv', 'text/csv', csv('Phone', EXAMPLES.onMobivate)],
  ]);
  await expect(page.getByRole('alert')).toContainText('2 files could not be read');
  await expect(page.getByRole('alert')).toContainText('Files are read one at a time.');
  await page
    .getByLabel('Add numbers from a file')
    .setInputFiles({ name: 'all.csv', mimeType: 'text/csv', buffer: Buffer.alloc(45_000_000, '5553031234\n') });
  await expect(page.getByRole('alert')).toContainText('This file has 45 MB; the most is 20 MB.');
  await expect(box(page)).toHaveValue(EXAMPLES.onBoth);
});
