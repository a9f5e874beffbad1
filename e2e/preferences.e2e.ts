import { type Page } from '@playwright/test';

import { ask, EXAMPLES, expectSummary } from './helpers/check-page';
import { headers } from './helpers/table';
import { expectAccessible } from './helpers/axe';
import { expectPage, pageColour, zoneBox } from './helpers/shell';
import { expect, test } from './helpers/test';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Preferences' });

async function open(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Preferences' }).click();
  await expect(dialog(page).getByRole('group', { name: 'Theme' })).toBeVisible();
}

/** Types into one of the dialog's comboboxes and takes what is found. */
async function choose(page: Page, box: string, typed: string): Promise<void> {
  await dialog(page).getByRole('combobox', { name: box }).fill(typed);
  await dialog(page).getByRole('combobox', { name: box }).press('Enter');
}

test('all preferences stand in one dialog, take effect at once and are remembered', async ({ page }) => {
  await page.goto('/');
  await open(page);
  await dialog(page).getByText('Dark', { exact: true }).click();
  await dialog(page).getByText('Compact', { exact: true }).click();
  await choose(page, 'Time zone', 'Sydney');
  await choose(page, 'Default country', 'Australia');
  await dialog(page).getByRole('combobox', { name: 'Rows per page' }).selectOption('100');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByRole('button', { name: 'Preferences' })).toBeFocused();
  await expect(zoneBox(page)).toHaveValue(/Sydney/u);
  await expect(page.getByRole('combobox', { name: 'Default country' })).toHaveValue(/Australia/u);

  await page.goto('/textus');
  await expect(page.getByRole('combobox', { name: 'Rows per page' })).toHaveValue('100');
  await open(page);
  await expect(dialog(page).getByRole('radio', { name: 'Dark' })).toBeChecked();
  await expect(dialog(page).getByRole('radio', { name: 'Compact' })).toBeChecked();
  await expect(dialog(page).getByRole('combobox', { name: 'Time zone' })).toHaveValue(/Sydney/u);
});

test('Escape in a list of the dialog closes the list, and only then the dialog', async ({ page }) => {
  await page.goto('/');
  await open(page);
  const country = dialog(page).getByRole('combobox', { name: 'Default country' });
  await country.fill('aus');
  await expect(dialog(page).getByRole('option', { name: /Australia/u })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog(page).getByRole('option').first()).toBeHidden();
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
});

test('Reset asks nothing and says what it did; nothing is left behind', async ({ page }) => {
  await page.goto('/');
  await open(page);
  const reset = dialog(page).getByRole('button', { name: 'Reset to the defaults' });
  await reset.click();
  await expect(dialog(page)).toContainText('Everything was at its default already.');
  await dialog(page).getByText('Dark', { exact: true }).click();
  await dialog(page).getByRole('combobox', { name: 'Rows per page' }).selectOption('25');
  await choose(page, 'Time zone', 'Sydney');
  await reset.click();
  await expect(dialog(page)).toContainText('Back to the defaults: theme, time zone, rows per page.');
  await expect(dialog(page).getByRole('radio', { name: 'System' })).toBeChecked();
  await expect(zoneBox(page).first()).toHaveValue('UTC');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('hidden columns are named, and shown again from here', async ({ page }) => {
  await page.goto('/textus?account=my_account&q=303');
  const table = page.getByRole('table', { name: 'TextUs opt-outs' });
  await expect(table).toBeVisible();
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'User' }).uncheck();
  await page.keyboard.press('Escape');
  await open(page);
  await expect(dialog(page)).toContainText('TextUs opt-outs: 1 column hidden');
  await dialog(page).getByRole('button', { name: 'Show all columns' }).click();
  await expect(dialog(page)).toContainText('All are shown.');
  await page.keyboard.press('Escape');
  expect(await headers(table)).toContain('User');
});

test('two windows stay in step', async ({ page, context, server }) => {
  await ask(page, EXAMPLES.onBoth);
  await expectSummary(page, '1 number: 1 opted out, 0 not found, 0 could not check');
  const other = await context.newPage();
  await other.goto(`${server.url}/textus`);
  await expectPage(other, 'TextUs opt-outs');
  await open(other);
  const light = await pageColour(page);
  await dialog(other).getByText('Dark', { exact: true }).click();
  await choose(other, 'Time zone', 'Sydney');
  await expect.poll(() => pageColour(page)).not.toBe(light);
  await expect(zoneBox(page)).toHaveValue(/Sydney/u);
  await expect(page.getByRole('region', { name: 'Answer' })).toContainText(/GMT\+1[01]|AE[SD]T|Sydney/u);
  await dialog(other).getByRole('button', { name: 'Reset to the defaults' }).click();
  await expect.poll(() => pageColour(page)).toBe(light);
  await expect(zoneBox(page)).toHaveValue('UTC');
});

test('the dialog fits a narrow window and is accessible in both themes', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto('/');
  await open(page);
  for (const theme of ['Light', 'Dark']) {
    await dialog(page).getByText(theme, { exact: true }).click();
    await expectAccessible(page);
  }
  const overflow = await dialog(page).evaluate((element) =>
    [element, ...element.querySelectorAll('*')].some(
      (each) => each.getBoundingClientRect().right > window.innerWidth + 1 && !each.closest('.visually-hidden'),
    ),
  );
  expect(overflow).toBe(false);
});

test('opened before the settings have come, they are all there, and follow the settings once those have', async ({
  page,
  front,
}) => {
  front.hang('/api/config');
  await page.goto(front.url);
  await open(page);
  const country = dialog(page).getByRole('combobox', { name: 'Default country' });
  await expect(country).toHaveValue('');
  await choose(page, 'Time zone', 'Sydney');
  await page.keyboard.press('Escape');
  front.behave();
  await page.reload();
  await expectPage(page, 'Check numbers');
  await expect(zoneBox(page)).toHaveValue(/Sydney/u);
  await open(page);
  await expect(country).toHaveValue('United States (US)');
});
