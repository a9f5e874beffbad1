import { expectAccessible } from './helpers/axe';
import { EXAMPLES } from './helpers/check-page';
import { address, expectComplete, instants, optOuts, rows, today, truthOfDays } from './helpers/mobivate-page';
import { column } from './helpers/table';
import { expect, test } from './helpers/test';

/** Two months with several pages of rows. */
const MONTHS = ['2026-03-01', '2026-04-30', 'UTC'] as const;
const VIEW = 'from=2026-03-01&to=2026-04-30&tz=UTC';

const digitsOf = (texts: readonly string[]) => texts.map((text) => text.replaceAll(/\D/g, ''));

test('rows are sorted by time and by number, all of them and not the page', async ({ page, sandbox }) => {
  await page.goto(address(`${VIEW}&page=2`));
  await expectComplete(page, (await truthOfDays(sandbox, ...MONTHS)).count);
  const table = optOuts(page);
  const header = (name: string) => table.getByRole('columnheader', { name });
  await expect(header('Opted out at')).toHaveAttribute('aria-sort', 'descending');
  const newest = await instants(page);
  expect(newest).toEqual(newest.toSorted().toReversed());

  await header('Opted out at').getByRole('button').click();
  await expect(header('Opted out at')).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(async () => (await instants(page))[0]?.slice(0, 8)).toBe('2026-03-');
  const earliest = await instants(page);
  expect(earliest).toEqual(earliest.toSorted());
  await expect(page).not.toHaveURL(/page=/);

  await header('Mobile').getByRole('button').click();
  await expect(header('Mobile')).toHaveAttribute('aria-sort', 'ascending');
  const inOrder = async () => {
    const numbers = digitsOf(await column(table, 'Mobile'));
    return numbers.join(' ') === numbers.toSorted().join(' ');
  };
  await expect.poll(inOrder).toBe(true);
  await page.reload();
  await expect(header('Mobile')).toHaveAttribute('aria-sort', 'ascending');
  await header('Mobile').getByRole('button').click();
  await expect(header('Mobile')).toHaveAttribute('aria-sort', 'descending');
});

test('part of a number is found, in any format, while it is typed', async ({ page, sandbox }) => {
  const { count } = await truthOfDays(sandbox, ...MONTHS);
  await page.goto(address(`${VIEW}&size=250`));
  await expectComplete(page, count);
  const box = page.getByRole('searchbox', { name: 'Find number' });
  await box.pressSequentially('+61 (491) ');
  await expect(page.getByText(/^\d+ match(es)?$/)).toBeVisible();
  await expectComplete(page, count);
  const found = digitsOf(await column(optOuts(page), 'Mobile'));
  expect(found.length).toBeGreaterThan(0);
  for (const number of found) expect(number).toContain('61491');
  await expect(page.getByText(`${found.length} ${found.length === 1 ? 'matches' : 'match'}`)).toBeVisible();
  await expect(box).toHaveValue('+61 (491) ');
  await expect(page).toHaveURL(/find=61491/);

  await box.fill('nobody');
  await expect(box).toHaveAccessibleDescription(/no digit/);
  await expect(page).not.toHaveURL(/find=/);
});

test("the vendor's documented sample is found by the link of the contract", async ({ page }) => {
  await page.goto(address('from=2023-01-01&to=2023-01-31&tz=Australia/Sydney&find=4400111222&size=50'));
  await expect(rows(page)).toHaveCount(1);
  expect(await column(optOuts(page), 'Mobile')).toEqual(['+44 001 112 22']);
  expect((await column(optOuts(page), 'Note'))[0]).toMatch(/^MO\s+the person replied STOP$/);
  expect(await column(optOuts(page), 'ID')).toEqual(['1354505990']);
  await page.getByText('3 Jan 2023, 11:03:23').hover();
  await expect(page.getByRole('tooltip')).toHaveText('3 Jan 2023, 00:03:23 UTC');
});

test('no match is not an empty list, and leads on', async ({ page, sandbox }) => {
  await page.goto(address(`${VIEW}&find=0491570`));
  await expectComplete(page, (await truthOfDays(sandbox, ...MONTHS)).count);
  await expect(page.getByText('No number here contains 0491570')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Find 491570 instead' }).click();
  await expect(page.getByRole('searchbox', { name: 'Find number' })).toHaveValue('491570');
  await expect(rows(page)).not.toHaveCount(0);
});

test('pages lead to each other, say where they are, and are as long as one likes', async ({ page, sandbox }) => {
  const { count } = await truthOfDays(sandbox, ...MONTHS);
  const all = count.toLocaleString('en-US');
  await page.goto(address(VIEW));
  await expectComplete(page, count);
  const pages = page.getByRole('navigation', { name: 'Pagination' });
  await expect(pages).toContainText(`1–50 of ${all}`);
  await expect(pages.getByRole('button', { name: 'Previous page' })).toBeDisabled();
  await pages.getByRole('button', { name: 'Next page' }).click();
  await expect(pages).toContainText(`51–100 of ${all}`);
  await expect(page).toHaveURL(/page=2/);
  await page.goBack();
  await expect(pages).toContainText(`1–50 of ${all}`);
  await page.goForward();
  await pages.getByRole('combobox', { name: 'Rows per page' }).selectOption('25');
  await expect(pages).toContainText(`1–25 of ${all}`);
  await expect(page).toHaveURL(/size=25$/);
  await expect(rows(page)).toHaveCount(25);

  const last = Math.ceil(count / 25);
  await page.goto(address(`${VIEW}&size=25&page=${last + 7}`));
  await expect(pages).toContainText(`${((last - 1) * 25 + 1).toLocaleString('en-US')}–${all} of ${all}`);
  await expect(page.getByText(`There is no page ${last + 7}`)).toBeVisible();
  await expect(pages.getByRole('button', { name: 'Next page' })).toBeDisabled();
  await pages.getByRole('button', { name: 'Previous page' }).click();
  await expect(page).toHaveURL(new RegExp(`page=${last - 1}`));
});

test('the page size is remembered, and a link without one means fifty', async ({ page }) => {
  await page.goto(address(VIEW));
  await page.getByRole('combobox', { name: 'Rows per page' }).selectOption('25');
  await expect(rows(page)).toHaveCount(25);
  await page.goto(address());
  await expect(rows(page)).toHaveCount(25);
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(page).toHaveURL(/page=2&size=25|size=25&page=2/);
  await page.goto(address(`${VIEW}&page=2`));
  await expect(rows(page)).toHaveCount(50);
});

test('details show everything a record says, and are copied as evidence', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(address('from=2023-01-01&to=2023-01-31&tz=Australia/Sydney&find=4400111222'));
  const open = page.getByRole('button', { name: 'Details of +44 001 112 22' });
  await open.click();
  const panel = page.getByRole('dialog', { name: '+44 001 112 22' });
  for (const words of [
    '3 Jan 2023, 11:03:23 AEDT (UTC+11:00)',
    '3 Jan 2023, 00:03:23 UTC',
    'the person replied STOP',
  ]) {
    await expect(panel).toContainText(words);
  }
  await panel.getByText('The record as read from Mobivate').click();
  await expect(panel).toContainText('"created": 1672704203000');
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Copy evidence' }).click();
  await expect(page.getByText('Copied').first()).toBeAttached();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('SANDBOX DATA');
  expect(text).toContain('Number: +44 001 112 22 (at Mobivate: 4400111222)');
  expect(text).toContain('Opted out at: 3 Jan 2023, 00:03:23 UTC (3 Jan 2023, 11:03:23 AEDT (UTC+11:00))');
  expect(text).toMatch(/Searched whole: 31 Dec 2022, 13:00:00 UTC to 31 Jan 2023, 13:00:00 UTC, as of .* UTC/);
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(open).toBeFocused();
});

test('hostile notes are text', async ({ page, sandbox }) => {
  const notes = ['<img src=x onerror="document.title=1">', '</td></tr><script>alert(1)</script>', 'a\u202Egnp.b'];
  for (const note of notes) await sandbox.addOptOut('mobivate', { number: EXAMPLES.onNeither, note });
  await page.goto(address(`find=${EXAMPLES.onNeither.replaceAll(/\D/g, '')}`));
  await expect(rows(page)).toHaveCount(notes.length);
  for (const note of notes) await expect(optOuts(page).getByText(note, { exact: true })).toBeVisible();
  await expect(optOuts(page).locator('img, script')).toHaveCount(0);
  await expect(page).toHaveTitle(/^Mobivate opt-outs/);
});

test('an opt-out of just now is there after Read again', async ({ page, sandbox }) => {
  const { count } = await truthOfDays(sandbox, today('UTC', -6), today('UTC'), 'UTC');
  await page.goto(address());
  await expectComplete(page, count);
  await sandbox.addOptOut('mobivate', { number: EXAMPLES.onNeither });
  await page.getByRole('button', { name: 'Read again' }).click();
  await expectComplete(page, count + 1);
  expect((await column(optOuts(page), 'Mobile'))[0]).toBe(EXAMPLES.onNeither);
  await expect(page.getByText(/to now, read \d\d:\d\d:\d\d UTC, just now/)).toBeVisible();
});
