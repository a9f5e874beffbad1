import { expectAccessible } from './helpers/axe';
import { ask, EXAMPLES, expectSummary, resultRow, results } from './helpers/check-page';
import { readCsv } from './helpers/csv';
import { column, headers } from './helpers/table';
import { expect, test } from './helpers/test';

const MESSY = [
  'Name;Phone',
  `Ann;${EXAMPLES.onBoth}`,
  '',
  `Bob\ttel:${EXAMPLES.onNeither}`,
  '(555) 303-1234, (409) 555-0004',
  'nobody home',
].join('\n');

test('one number is answered in words, with since when, how, id and scope @zones', async ({ page }) => {
  await ask(page, EXAMPLES.onBoth);
  await expectSummary(page, '1 number: 1 opted out, 0 not found, 0 could not check');
  const card = page.getByRole('region', { name: 'Answer', exact: true });
  await expect(card.getByRole('heading', { level: 2 })).toHaveAccessibleName(/^\+1 409 555 0004 Opted out$/u);
  await expect(card).toContainText('Opted out');
  await expect(card).toContainText('UTC');
  await expect(card).toContainText('as of');
  await expect(card.getByRole('region', { name: 'Mobivate' })).toContainText('Record id');
  await expect(card.getByRole('region', { name: 'TextUs' })).toContainText('Record id');
  await expectAccessible(page);
});

test('a digit too few or too many is named beside the other country’s number that it made', async ({ page }) => {
  await ask(page, '270555187\n20155510270\n270 555 187\n+27 555 187');
  await expectSummary(page, '4 numbers: 0 opted out, 3 not found, 1 could not check');
  expect(await column(results(page), 'Number')).toEqual([
    '+27 555 187',
    '+20 15 5510270',
    '+27 555 187',
    '+27 555 187',
  ]);
  expect(await column(results(page), 'Verdict')).toEqual([
    'Not found\n9 digits: one too few for United States (US), so read as South Africa (ZA).',
    'Not found\n11 digits: one too many for United States (US), so read as Egypt (EG).',
    'Could not check: not a phone number\na digit missing or too many?',
    'Not found',
  ]);
  expect(await column(results(page), 'Line')).toEqual(['1', '2', '3', '4\nsame as line 1']);
  await resultRow(page, '270 555 187').getByRole('button').click();
  await expect(page.getByRole('dialog')).toContainText('a digit may be missing or one too');
  await ask(page, '270555187');
  const card = page.getByRole('region', { name: 'Answer', exact: true });
  await expect(card).toContainText('9 digits: one too few for United States (US), so read as South Africa (ZA).');
  await expectAccessible(page);
});

test('Enter checks one line, Shift+Enter adds a line, Ctrl+Enter checks a list', async ({ page }) => {
  await page.goto('/');
  const box = page.getByRole('textbox', { name: 'Phone numbers' });
  await box.fill(EXAMPLES.onNeither);
  await box.press('Enter');
  await expectSummary(page, '1 number: 0 opted out, 1 not found, 0 could not check');
  await expect(box).toHaveValue(EXAMPLES.onNeither);
  await box.press('Shift+Enter');
  await box.pressSequentially(EXAMPLES.onTextUs);
  await expect(box).toHaveValue(`${EXAMPLES.onNeither}\n${EXAMPLES.onTextUs}`);
  await box.press('Control+Enter');
  await expectSummary(page, '2 numbers: 1 opted out, 1 not found, 0 could not check');
});

test('a messy paste gives one row for each number, in order, text untouched', async ({ page }) => {
  await ask(page, MESSY);
  await expectSummary(page, '5 numbers: 3 opted out, 1 not found, 1 could not check');
  const table = results(page);
  expect((await headers(table)).slice(0, 5)).toEqual(['Input', 'Number', 'Verdict', 'Mobivate', 'TextUs']);
  expect(await column(table, 'Input')).toEqual([
    EXAMPLES.onBoth,
    `tel:${EXAMPLES.onNeither}`,
    '(555) 303-1234',
    '(409) 555-0004',
    'nobody home',
  ]);
  const verdicts = await column(table, 'Verdict');
  expect(verdicts.map((text) => text.split('\n')[0])).toEqual([
    'Opted out',
    'Not found',
    'Opted out',
    'Opted out',
    'Could not check: not a phone number',
  ]);
  await expect(page.getByText('was taken for a header')).toContainText('Name;Phone');
  expect(await column(table, 'Line')).toEqual(['2', '4', '5', '5\nsame as line 2', '6']);
  await expectAccessible(page);
});

test("both vendors' documentation samples are found, and the reading that matched is named", async ({ page }) => {
  await ask(page, `${EXAMPLES.mobivateSample}\n${EXAMPLES.textUsSample}`);
  await expectSummary(page, '2 numbers: 2 opted out, 0 not found, 0 could not check');
  await resultRow(page, EXAMPLES.mobivateSample).getByRole('button').click();
  const panel = page.getByRole('dialog');
  await expect(panel).toContainText('The record was found under');
  await expect(panel).toContainText('1354505990');
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(resultRow(page, EXAMPLES.mobivateSample).getByRole('button')).toBeFocused();
});

test('pressing a count shows only its rows, and the gap between vendors is marked', async ({ page }) => {
  await ask(page, [EXAMPLES.onBoth, EXAMPLES.onMobivate, EXAMPLES.onNeither].join('\n'));
  await expectSummary(page, '3 numbers: 2 opted out, 1 not found, 0 could not check');
  await expect(resultRow(page, EXAMPLES.onMobivate)).toContainText('Gap');
  await expect(resultRow(page, EXAMPLES.onBoth)).not.toContainText('Gap');
  await expect(page.getByText('Gap: one vendor has the opt-out')).toBeVisible();
  await resultRow(page, EXAMPLES.onMobivate).getByRole('button').click();
  await expect(page.getByRole('dialog')).toContainText('Mobivate has this opt-out, TextUs does not.');
  await page.keyboard.press('Escape');
  await page.getByRole('group', { name: 'Show rows' }).getByRole('button', { name: /Gap/ }).click();
  expect(await column(results(page), 'Input')).toEqual([EXAMPLES.onMobivate]);
  await page
    .getByRole('group', { name: 'Show rows' })
    .getByRole('button', { name: /Not found/ })
    .click();
  expect(await column(results(page), 'Input')).toEqual([EXAMPLES.onNeither]);
});

test('CSV holds every row as the table shows it, and is read back whole', async ({ page }) => {
  await ask(page, MESSY);
  await expectSummary(page, '5 numbers: 3 opted out, 1 not found, 1 could not check');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const csv = await readCsv(await downloading);
  expect(csv.bom).toBe(true);
  expect(csv.name).not.toContain('PARTIAL');
  expect(csv.columns.join(',')).toBe(
    'line,input,number,verdict,mobivate,mobivate_reason,mobivate_created_utc,mobivate_note,mobivate_id,textus,textus_reason,' +
      'textus_created_utc,textus_created_via,textus_user,textus_account,textus_id,mobivate_searched_from_utc,mobivate_searched_to_utc,as_of_utc',
  );
  const table = results(page);
  expect(csv.rows.map((row) => row['number'])).toEqual(
    (await column(table, 'Number')).map((text) => (text === 'no number' ? '' : text)),
  );
  expect(csv.rows.map((row) => row['verdict'])).toEqual([
    'Opted out',
    'Not found',
    'Opted out',
    'Opted out',
    'Could not check',
  ]);
  expect(csv.rows[0]?.['input']).toBe(`'${EXAMPLES.onBoth}`);
  expect(csv.rows[1]?.['mobivate_searched_from_utc']).toBe('2010-01-01T00:00:00.000Z');
  for (const row of csv.rows) expect(row['as_of_utc']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});

test('copied evidence stands alone in a ticket', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await ask(page, `${EXAMPLES.onMobivateTwice}\n${EXAMPLES.onNeither}`);
  await expectSummary(page, '2 numbers: 1 opted out, 1 not found, 0 could not check');
  await page.getByRole('button', { name: 'Copy evidence' }).click();
  await expect(page.getByText('Copied').first()).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('SANDBOX DATA');
  expect(text).toContain(`Number as asked: ${EXAMPLES.onMobivateTwice} (line 1)`);
  expect(text.match(/since: /g)?.length).toBe(2);
  expect(text).toContain('Mobivate: Not found');
  expect(text).toMatch(/searched whole: TextUs account my_account, whole list, as of .* UTC/);
});

test('a file fills the box, its phone column found by content and changed by hand', async ({ page }) => {
  await page.goto('/');
  const csv = `id,name,phone\r\n1001,"Doe, Ann","${EXAMPLES.onTextUs}"\r\n1002,"two\r\nlines",${EXAMPLES.onNeither}\r\n`;
  await page.getByLabel('Add numbers from a file').setInputFiles({
    name: 'customers.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\ufeff${csv}`),
  });
  const choice = page.getByLabel('Phone column in customers.csv');
  await expect(choice.locator('option:checked')).toHaveText(/^phone/);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expectSummary(page, '2 numbers: 1 opted out, 1 not found, 0 could not check');
  await choice.selectOption({ index: 0 });
  await expect(page.getByRole('textbox', { name: 'Phone numbers' })).toHaveValue(/1001/);
});

test('the default country decides how a national number is read, and is remembered', async ({ page }) => {
  await ask(page, '07700 900000');
  const country = page.getByRole('combobox', { name: 'Default country' });
  await country.fill('United Kingdom');
  await country.press('Enter');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Answer', exact: true })).toContainText('+44 7700 900000');
  await expectSummary(page, '1 number: 1 opted out, 0 not found, 0 could not check');
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Default country' })).toHaveValue(/United Kingdom/);
});

test('answers stay those of the country they were read in, the page says so, and one press asks anew', async ({
  page,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const typed = '(409) 555-0004';
  await ask(page, typed);
  await expectSummary(page, '1 number: 1 opted out, 0 not found, 0 could not check');
  const note = page.getByText('The answers below are for another default country');
  await expect(note).toBeHidden();
  const country = page.getByRole('combobox', { name: 'Default country' });
  await country.fill('United Kingdom');
  await country.press('Enter');
  await expect(note).toBeVisible();
  await expect(page.locator('main')).toContainText('numbers of United States (US). Now United Kingdom (GB) is chosen.');
  const card = page.getByRole('region', { name: 'Answer', exact: true });
  await expect(card).toContainText(EXAMPLES.onBoth);
  await page.getByRole('button', { name: 'Copy evidence' }).click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toContain('Numbers without a country code were read as numbers of United States (US).');

  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(note).toBeHidden();
  await expectSummary(page, /^1 number: /);
  await expect(card).toContainText('+44');
  await page.getByRole('button', { name: 'Copy evidence' }).click();
  await expect.poll(copied).toContain('Numbers without a country code were read as numbers of United Kingdom (GB).');
});

test('Cancel keeps what was found and claims nothing about the rest; asking again answers', async ({
  page,
  sandbox,
}) => {
  await sandbox.set('mobivate', { latencyMs: 1_000 });
  await ask(page, [EXAMPLES.onTextUs, EXAMPLES.onNeither].join('\n'));
  await expect(resultRow(page, EXAMPLES.onTextUs)).toContainText('Opted out');
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expectSummary(page, '2 numbers: 1 opted out, 0 not found, 1 could not check');
  await expect(resultRow(page, EXAMPLES.onNeither)).toContainText('Could not check: cancelled');
  await expect(page.getByRole('progressbar')).toBeHidden();
  await sandbox.reset();
  await page.getByRole('button', { name: 'Retry' }).click();
  await expectSummary(page, '2 numbers: 1 opted out, 1 not found, 0 could not check');
});

test('nothing typed is nothing asked', async ({ page, sandbox }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Phone numbers' })).toHaveAccessibleDescription(/at least one/);
  expect(await sandbox.requests('mobivate')).toEqual([]);
});

test('numbers never reach the address bar, the title or storage', async ({ page }) => {
  await ask(page, EXAMPLES.onBoth);
  await expectSummary(page, '1 number: 1 opted out, 0 not found, 0 could not check');
  const kept = await page.evaluate(() =>
    JSON.stringify([location.href, document.title, Object.entries(localStorage), Object.entries(sessionStorage)]),
  );
  expect(kept.replace(/\D/g, '')).not.toContain('4095550004');
});

test('while lists are read, the requests so far are told, and the time left once it means something', async ({
  page,
  sandbox,
}) => {
  test.setTimeout(120_000);
  await sandbox.set('mobivate', { latencyMs: 600 });
  await ask(page, EXAMPLES.onNeither);
  const told = page.getByRole('progressbar', { name: 'Checking' });
  await expect(told).toHaveAttribute('aria-valuetext', / · \d+ requests?( · |$)/u);
  await expect(told).toHaveAttribute('aria-valuetext', /(seconds|minutes?) left$/u, { timeout: 60_000 });
  await expectSummary(page, '1 number: 0 opted out, 1 not found, 0 could not check');
});
