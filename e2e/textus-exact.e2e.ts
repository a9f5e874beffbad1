import { EXAMPLES } from './helpers/check-page';
import { expectAccessible } from './helpers/axe';
import { column } from './helpers/table';
import { expect, test } from './helpers/test';
import { address, asked, expectComplete, incomplete, optOuts } from './helpers/textus-page';

/** Three numbers that have an opt-out in my_account, one that has none, one that is none; each in another format. */
const MESSY = [
  'Name;Phone',
  'Ann;(555) 303-1234',
  'tel:+1-940-850-3220, 951.555.0022',
  '００１ ５１０ ５５５ ００１６',
  'nobody home',
].join('\n');

test('numbers in any format are looked up; those without an opt-out are named, with how they were read', async ({
  page,
}) => {
  await page.goto(address());
  await page.getByRole('textbox', { name: 'Exact numbers' }).fill(MESSY);
  await page.getByRole('button', { name: 'Look up' }).click();
  await expectComplete(page, 3);
  const answer = page.getByRole('region', { name: 'Numbers asked' });
  await expect(answer.getByRole('heading')).toHaveText('5 numbers: 3 opted out, 1 not found, 1 could not check');
  await expect(answer).toContainText('Not found: 1 number without an opt-out on this list');
  await expect(answer).toContainText('+1 951 555 0022');
  await expect(answer).toContainText(/Account my_account, 5 exact numbers, as of .* UTC/);
  expect((await column(optOuts(page), 'Phone number')).toSorted()).toEqual([
    '+1 510 555 0016',
    '+1 555 303 1234',
    '+1 940 850 3220',
  ]);
  await answer.locator('summary', { hasText: 'How each number was read' }).click();
  const table = answer.getByRole('table', { name: 'How each number was read' });
  expect(await column(table, 'As typed')).toEqual([
    '(555) 303-1234',
    'tel:+1-940-850-3220',
    '951.555.0022',
    '００１ ５１０ ５５５ ００１６',
    'nobody home',
  ]);
  expect(await column(table, 'Answer')).toEqual([
    'Opted out',
    'Opted out',
    'Not found',
    'Opted out',
    'Could not check: not a phone number',
  ]);
  await expectAccessible(page);
});

test("the contract's own address looks numbers up; reload, Back and Forward give the same view", async ({ page }) => {
  await page.goto('/textus?account=my_account&exact=5553031234,(555)%20222-1234');
  await expectComplete(page, 1);
  const box = page.getByRole('textbox', { name: 'Exact numbers' });
  await expect(box).toHaveValue('5553031234\n(555) 222-1234');
  await box.fill(`${EXAMPLES.onTextUs}\n${EXAMPLES.onNeither}, 5553031234`);
  await page.getByRole('button', { name: 'Look up' }).click();
  await expectComplete(page, 2);
  await page.reload();
  await expectComplete(page, 2);
  await expect(box).toHaveValue(`${EXAMPLES.onTextUs}\n${EXAMPLES.onNeither}\n5553031234`);
  await page.goBack();
  await expectComplete(page, 1);
  await expect(box).toHaveValue('5553031234\n(555) 222-1234');
  await page.goForward();
  await expectComplete(page, 2);
});

test('a search and exact numbers take turns', async ({ page }) => {
  await page.goto(address('exact=5553031234'));
  await expectComplete(page, 1);
  const search = page.getByRole('searchbox', { name: 'Search numbers' });
  const exact = page.getByRole('textbox', { name: 'Exact numbers' });
  await search.fill('850');
  await expect(page).toHaveURL(/[?&]q=850/);
  await expect(page).not.toHaveURL(/exact=/);
  await expect(exact).toHaveValue('');
  await expect(page.getByRole('status')).toHaveText(/^Complete: /);
  await exact.fill('9408503220');
  await page.getByRole('button', { name: 'Look up' }).click();
  await expectComplete(page, 1);
  await expect(search).toHaveValue('');
  await expect(page).not.toHaveURL(/[?&]q=/);
  await page.goBack();
  await expect(search).toHaveValue('850');
  await expect(exact).toHaveValue('');
  await page.goBack();
  await expect(exact).toHaveValue('5553031234');
  await page.getByRole('button', { name: 'Clear exact numbers' }).click();
  await expect(page.getByRole('status')).toHaveText(/^Complete: 1,\d{3} opt-outs$/);
});

test('many numbers go in batches of at most 100, each number asked', async ({ page, sandbox }) => {
  const numbers = Array.from({ length: 250 }, (_, index) => `1951555${String(5000 + index)}`);
  await page.goto(address('q=1'));
  await page.getByRole('textbox', { name: 'Exact numbers' }).fill(numbers.map((number) => `+${number}`).join('\n'));
  await page.getByRole('button', { name: 'Look up' }).click();
  await expect(page.getByRole('status')).toHaveText(/^Complete: /);
  const requests = (await asked(sandbox)).map((query) => query.getAll('exact[]'));
  for (const values of requests) expect(values.length).toBeLessThanOrEqual(100);
  const digits = new Set(requests.flat().map((value) => value.replace(/\D/g, '')));
  for (const number of numbers) expect(digits.has(number)).toBe(true);
  const heading = page.getByRole('region', { name: 'Numbers asked' }).getByRole('heading');
  await expect(heading).toHaveText(/^250 numbers: \d+ opted out, \d+ not found, 0 could not check$/);
  await page.getByRole('button', { name: /^Show all \d+ numbers$/ }).click();
  await page.reload();
  await expect(heading).toHaveText(/^250 numbers: /);
});

test('Enter looks up one number, adds a line to a list; Ctrl+Enter looks up the list', async ({ page }) => {
  await page.goto(address('q=1'));
  const box = page.getByRole('textbox', { name: 'Exact numbers' });
  await box.fill('5553031234');
  await box.press('Enter');
  await expect(page).toHaveURL(/exact=5553031234$/);
  await expectComplete(page, 1);
  await box.fill('5553031234\n9515550022');
  await box.press('Enter');
  await expect(box).toHaveValue('5553031234\n9515550022\n');
  await expect(page).toHaveURL(/exact=5553031234$/);
  await box.press('ControlOrMeta+Enter');
  await expect(page).toHaveURL(/exact=5553031234,9515550022$/);
});

test('nothing to look up, and more than an address can hold, are said at the box', async ({ page, sandbox }) => {
  await page.goto(address('q=1'));
  const box = page.getByRole('textbox', { name: 'Exact numbers' });
  await page.getByRole('button', { name: 'Look up' }).click();
  await expect(box).toHaveAccessibleDescription(/Enter at least one phone number/);
  await box.fill(Array.from({ length: 900 }, (_, index) => `+1951555${String(1000 + index)}`).join('\n'));
  await page.getByRole('button', { name: 'Look up' }).click();
  await expect(box).toHaveAccessibleDescription(/too long for the address of this page/);
  await expectAccessible(page);
  expect(await asked(sandbox)).toEqual([]);
});

test('a lookup that broke names no number as not found; Retry does', async ({ page, sandbox }) => {
  await sandbox.set('textus', { fault: { kind: 'truncated' } });
  await page.goto(address('exact=5553031234,9515550022'));
  await expect(incomplete(page, 'answer not understood')).toBeVisible();
  await expect(page.getByText('Not found')).toHaveCount(0);
  await sandbox.reset();
  await page.getByRole('button', { name: 'Retry' }).click();
  await expectComplete(page, 1);
  await expect(page.getByRole('region', { name: 'Numbers asked' })).toContainText('Not found: 1 number');
});

test('without the network, Look up says that nothing was looked up, and works once it is back', async ({ page }) => {
  await page.goto(address('q=303'));
  await expectComplete(page, 7);
  await page.context().setOffline(true);
  const box = page.getByRole('textbox', { name: 'Exact numbers' });
  await box.fill('5553031234');
  const lookUp = page.getByRole('button', { name: 'Look up' });
  await lookUp.click();
  await expect(box).toHaveAccessibleDescription(/could not reach its own server\. Nothing was looked up/u);
  await page.context().setOffline(false);
  await lookUp.click();
  await expectComplete(page, 1);
});
