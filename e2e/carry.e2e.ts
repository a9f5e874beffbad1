import { ask, EXAMPLES, expectSummary, results } from './helpers/check-page';
import * as mobivate from './helpers/mobivate-page';
import { expectPage } from './helpers/shell';
import { expect, test } from './helpers/test';
import * as textus from './helpers/textus-page';

const DIGITS = EXAMPLES.onBoth.replaceAll(/\D/gu, '');

test("a record's panel carries its number to Check, which asks it; the address never holds it", async ({
  page,
  context,
}) => {
  const addresses: string[] = [];
  page.on('framenavigated', (frame) => addresses.push(frame.url()));
  context.on('request', (request) => addresses.push(request.url()));
  await page.goto(mobivate.address('from=2020-03-01&to=2020-03-20&tz=UTC&size=25'));
  await expect(page.getByRole('status')).toHaveText(/^Complete: /u);
  const number = (await mobivate.rows(page).first().innerText()).trim();
  await mobivate
    .optOuts(page)
    .getByRole('button', { name: /^Details of/u })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Check this number' }).click();
  await expectPage(page, 'Check numbers');
  await expect(page.getByRole('textbox', { name: 'Phone numbers' })).toHaveValue(number);
  await expectSummary(page, '1 number: 1 opted out, 0 not found, 0 could not check');
  expect(new URL(page.url()).search).toBe('');
  const digits = number.replaceAll(/\D/gu, '');
  const pages = addresses.filter((address) => !address.includes('/api/'));
  expect(pages.filter((address) => decodeURIComponent(address).replaceAll(/\D/gu, '').includes(digits))).toEqual([]);
  expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain(digits);

  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Phone numbers' })).toHaveValue('');
});

test('a list that stood in the box of Check is kept when a number is brought along', async ({ page }) => {
  const list = `${EXAMPLES.onNeither}\n${EXAMPLES.onMobivate}`;
  await page.goto('/');
  await page.getByRole('textbox', { name: 'Phone numbers' }).fill(list);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'TextUs' }).click();
  await page.getByRole('textbox', { name: 'Exact numbers' }).fill(EXAMPLES.textUsSample);
  await page.getByRole('button', { name: 'Look up' }).click();
  await textus
    .optOuts(page)
    .getByRole('button', { name: /^Details of/u })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Check this number' }).click();
  await expectSummary(page, '1 number: 1 opted out, 0 not found, 0 could not check');
  await page.getByRole('button', { name: 'Put it back' }).click();
  await expect(page.getByRole('textbox', { name: 'Phone numbers' })).toHaveValue(list);
  await expect(page.getByRole('button', { name: 'Put it back' })).toBeHidden();
  // Decided once and for all: going on with the list does not ask again.
  await page.getByRole('textbox', { name: 'Phone numbers' }).fill(`${list}\n${EXAMPLES.onTextUs}`);
  await expect(page.getByText('The answers below are not for what is in the box now')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Put it back' })).toBeHidden();
});

test("Check's details lead to the day of the record at Mobivate, with the number in the box, not yet in the address", async ({
  page,
}) => {
  await ask(page, EXAMPLES.onBoth);
  await expectSummary(page, '1 number: 1 opted out, 0 not found, 0 could not check');
  await results(page)
    .getByRole('button', { name: /^Details of/u })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Open Mobivate with this number' }).click();
  await expectPage(page, 'Mobivate opt-outs');
  const box = page.getByRole('searchbox', { name: 'Find number' });
  await expect(box).toHaveValue(EXAMPLES.onBoth);
  await expect(box).toBeFocused();
  await expect(box).toHaveAccessibleDescription(/^Enter finds this number/u);
  await expect(page.getByRole('status')).toHaveText(/^Complete: /u);
  const { searchParams } = new URL(page.url());
  expect([...searchParams.keys()].toSorted()).toEqual(['from', 'to', 'tz']);
  expect(searchParams.get('from')).toBe(searchParams.get('to'));

  await page.keyboard.press('Enter');
  await expect(mobivate.rows(page)).toHaveCount(1);
  await expect(mobivate.rows(page)).toContainText(EXAMPLES.onBoth);
  expect(new URL(page.url()).searchParams.get('find')).toBe(DIGITS);
});

test("Check's details lead to the record's account at TextUs, where Look up finds it", async ({ page }) => {
  await ask(page, EXAMPLES.onBoth);
  await expectSummary(page, '1 number: 1 opted out, 0 not found, 0 could not check');
  await results(page)
    .getByRole('button', { name: /^Details of/u })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Open TextUs with this number' }).click();
  await expectPage(page, 'TextUs opt-outs');
  const box = page.getByRole('textbox', { name: 'Exact numbers' });
  await expect(box).toHaveValue(EXAMPLES.onBoth);
  await expect(box).toBeFocused();
  expect(decodeURIComponent(page.url())).not.toContain('4095550004');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('status')).toHaveText('Complete: 1 opt-out');
  expect(new URL(page.url()).searchParams.get('exact')).toContain('409');

  // Carried once: a later visit begins with an empty box.
  await page.keyboard.press('Tab');
  await page.goto('/textus');
  await expect(box).toHaveValue('');
});
