import type { Page } from '@playwright/test';

import { readCsv } from './helpers/csv';
import { address, expectComplete, optOuts, rows, startOf, truthOfDays } from './helpers/mobivate-page';
import { column } from './helpers/table';
import { expect, test } from './helpers/test';

const COLUMNS =
  'number,msisdn,note,created_utc,created_local,time_zone,id,complete,searched_from_utc,searched_to_utc,as_of_utc';
const SYDNEY = 'Australia/Sydney';

async function download(page: Page) {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  return readCsv(await downloading);
}

test('the file holds every row of the range, not the page, and is read back as the truth @zones', async ({
  page,
  sandbox,
}) => {
  const [from, to] = ['2026-03-01', '2026-04-30'];
  const truth = await truthOfDays(sandbox, from, to, SYDNEY);
  await page.goto(address(`from=${from}&to=${to}&tz=${SYDNEY}&size=25&page=2`));
  await expectComplete(page, truth.count);
  const csv = await download(page);
  expect(csv.bom).toBe(true);
  expect(csv.columns.join(',')).toBe(COLUMNS);
  expect(csv.name).toMatch(/^mobivate-opt-outs_2026-03-01_2026-04-30_\d{8}T\d{6}Z\.csv$/);
  expect(csv.rows.map((row) => row['id'] ?? '').toSorted()).toEqual(truth.ids);
  for (const row of csv.rows) {
    expect(row).toMatchObject({
      time_zone: SYDNEY,
      complete: 'yes',
      searched_from_utc: new Date(startOf('2026-03-01', SYDNEY)).toISOString(),
      searched_to_utc: new Date(startOf('2026-05-01', SYDNEY)).toISOString(),
    });
    expect(row['created_local']).toMatch(/\+1[01]:00$/);
    expect(Date.parse(row['created_local'] ?? '')).toBe(Date.parse(row['created_utc'] ?? 'none'));
    expect(row['msisdn']).toBe(row['number']?.replaceAll(/\D/g, ''));
  }
  const onPage = await column(optOuts(page), 'Mobile');
  expect(csv.rows.slice(25, 50).map((row) => row['number'])).toEqual(onPage);
});

test('the file follows what is looked for, in the order on screen', async ({ page }) => {
  await page.goto(address('from=2026-01-01&to=2026-06-30&tz=UTC&sort=number-asc&size=250'));
  await expect(rows(page)).toHaveCount(250);
  // Of a number that is there: the sandbox's people are other ones every day.
  const digits = (await column(optOuts(page), 'Mobile'))[100]?.replaceAll(/\D/g, '').slice(-4) ?? '';
  await page.getByRole('searchbox', { name: 'Find number' }).fill(digits);
  await expect(rows(page)).not.toHaveCount(250);
  const csv = await download(page);
  expect(csv.name).toContain('_found_');
  expect(csv.rows.map((row) => row['number'])).toEqual(await column(optOuts(page), 'Mobile'));
  for (const row of csv.rows) expect(row['msisdn']).toContain(digits);
});

test('all time is written whole, formulas disarmed, and the file is the one a strict reader expects', async ({
  page,
  sandbox,
}) => {
  const truth = await truthOfDays(sandbox, '2010-01-01', '2026-12-31', 'UTC');
  await page.goto(address('from=2010-01-01&to=2026-12-31&tz=UTC'));
  await expectComplete(page, truth.count);
  const csv = await download(page);
  expect(csv.rows.map((row) => row['id'] ?? '').toSorted()).toEqual(truth.ids);
  const notes = csv.rows.map((row) => row['note'] ?? '');
  expect(notes.filter((note) => /^[=+\-@\t\r\n]/.test(note))).toEqual([]);
  for (const guarded of ["'=HYPERLINK(", "'+1+1", "'-2+3", "'@SUM(", "'\t=1+1"]) {
    expect(notes.some((note) => note.startsWith(guarded))).toBe(true);
  }
  expect(notes).toContain('first line\nsecond line\r\nthird line');
});

test('a large file says how far it is, and Cancel saves nothing', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto(address('from=2010-01-01&to=2026-12-31&tz=UTC'));
  await expect(page.getByRole('status')).toHaveText(/^Complete: /);
  // Slow enough to be called off: 25,000 rows are written in a moment.
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 20 });
  const saved: string[] = [];
  page.on('download', (file) => saved.push(file.suggestedFilename()));
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const bar = page.getByRole('progressbar', { name: 'Writing CSV' });
  await expect(bar).toBeInViewport();
  // Looked for and pressed inside the page: on a busy machine the file is written before a test tool gets to the button.
  await page.waitForFunction(() => {
    const cancel = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Cancel');
    const isSaid = /Writing the file: [\d,]+ of 2\d,\d{3} rows/u.test(document.body.innerText);
    if (isSaid) cancel?.click();
    return isSaid && cancel !== undefined;
  });
  await expect(bar).toBeHidden();
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await expect(page.getByText('The file was not saved')).toBeAttached();
  expect(saved).toEqual([]);
  expect((await download(page)).rows.length).toBeGreaterThan(20_000);
});

test('an empty range gives a file with its header alone', async ({ page }) => {
  await page.goto(address('from=2012-05-01&to=2012-05-02&tz=UTC'));
  await expectComplete(page, 0);
  const csv = await download(page);
  expect(csv.columns.join(',')).toBe(COLUMNS);
  expect(csv.rows).toEqual([]);
});
