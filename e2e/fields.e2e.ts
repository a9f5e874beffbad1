import type { Locator } from '@playwright/test';

import { ask, EXAMPLES, expectSummary, results } from './helpers/check-page';
import * as mobivate from './helpers/mobivate-page';
import { zoneBox } from './helpers/shell';
import { expect, test } from './helpers/test';
import * as textus from './helpers/textus-page';

/** The field says that it holds something wrong, and what, in words tied to it. */
async function expectError(field: Locator, words: RegExp): Promise<void> {
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(words);
}

test('errors of the date range are tied to the bound they are about, and go with it', async ({ page }) => {
  await page.goto(mobivate.address('from=2026-03-01&to=2026-03-02&tz=UTC'));
  const [from, to] = [page.getByRole('textbox', { name: 'From' }), page.getByRole('textbox', { name: 'To' })];
  await from.fill('2026-02-31');
  await from.press('Enter');
  await expectError(from, /2026-02-31|day/u);
  await expect(to).not.toHaveAttribute('aria-invalid', 'true');
  await from.fill('2026-03-01');
  await expect(from).not.toHaveAttribute('aria-invalid', 'true');
});

test('errors of the exact numbers and of the box of Check are tied to their boxes', async ({ page }) => {
  await page.goto(textus.address('q=303'));
  await page.getByRole('button', { name: 'Look up' }).click();
  await expectError(page.getByRole('textbox', { name: 'Exact numbers' }), /Enter at least one phone number/u);
  await ask(page, '');
  await expectError(page.getByRole('textbox', { name: 'Phone numbers' }), /Enter at least one phone number/u);
});

test('a time zone that is none never becomes the page’s: the box goes back to the one in use', async ({ page }) => {
  await page.goto('/textus');
  await zoneBox(page).fill('Mars/Olympus');
  await expect(page.getByText(/no .*(match|found)|nothing/iu).first()).toBeVisible();
  await zoneBox(page).press('Enter');
  await zoneBox(page).blur();
  await expect(zoneBox(page)).toHaveValue('UTC');
});

test('numbers stand in figures of one width, so that they are compared by eye', async ({ page }) => {
  const figures = (table: Locator) =>
    table
      .locator('tbody :is(th, td)')
      .evaluateAll((cells) => [...new Set(cells.map((cell) => getComputedStyle(cell).fontVariantNumeric))]);
  await ask(page, EXAMPLES.onBoth);
  await expectSummary(page, /^1 number: /u);
  expect(await figures(results(page))).toEqual(['tabular-nums']);
  for (const address of [mobivate.address('from=2020-03-01&to=2020-03-20&tz=UTC'), textus.address('q=303')]) {
    await page.goto(address);
    await expect(page.getByRole('status')).toHaveText(/^Complete: /u);
    expect(await figures(page.getByRole('table', { name: /opt-outs$/u }))).toEqual(['tabular-nums']);
  }
});

test('in a record’s panel each value is copied by its own button, as it stands there', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  for (const [address, labels] of [
    [mobivate.address('from=2020-03-01&to=2020-03-20&tz=UTC'), ['Opted out at', 'How', 'Number at Mobivate', 'ID']],
    [textus.address('q=303'), ['Opted out at', 'How', 'Created via', 'Record id']],
  ] as const) {
    await page.goto(address);
    await expect(page.getByRole('status')).toHaveText(/^Complete: /u);
    await page
      .getByRole('button', { name: /^Details of/u })
      .first()
      .click();
    const panel = page.getByRole('dialog');
    for (const label of labels) {
      const button = panel.getByRole('button', { name: `Copy ${label}`, exact: true });
      await button.focus();
      await page.keyboard.press('Enter');
      const value = panel
        .locator('dt', { hasText: new RegExp(`^${label}$`, 'u') })
        .locator('xpath=following-sibling::dd');
      await expect(value.getByText('Copied')).toBeAttached();
      await expect(button).toBeFocused();
      const shown = await value.locator('> span').first().innerText();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown.trim());
    }
  }
});

test('hidden columns and the density are remembered when the page is loaded again', async ({ page }) => {
  await page.goto(textus.address('q=303'));
  const table = textus.optOuts(page);
  await expect(table).toBeVisible();
  const height = async () => (await table.locator('tbody tr').first().boundingBox())?.height ?? 0;
  const comfortable = await height();
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'User' }).uncheck();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Preferences' }).click();
  await page.getByRole('dialog').getByText('Compact', { exact: true }).click();
  await page.reload();
  await expect(table).toBeVisible();
  await expect(table.getByRole('columnheader', { name: 'User' })).toHaveCount(0);
  await expect(table.getByRole('columnheader', { name: 'Phone number' })).toHaveCount(1);
  await expect.poll(height).toBeLessThan(comfortable);
});

test('where nothing is asked yet, the sandbox has an example to press on every page', async ({ page }) => {
  await page.goto('/mobivate?from=2026-02-31&to=2026-03-01&tz=UTC');
  await page.getByRole('button', { name: 'Read the last 30 days of the sandbox' }).click();
  await expect(page.getByRole('status')).toHaveText(/^Complete: [1-9]/u);
  await page.goto('/textus?account=my_account&q=30');
  await page.getByRole('button', { name: 'Search the sandbox for 303' }).click();
  await expect(page.getByRole('status')).toHaveText(/^Complete: [1-9]/u);
  await expect(page).toHaveURL(/q=303/u);
  await page.goto('/');
  await page.getByRole('button', { name: EXAMPLES.onBoth }).click();
  await expect(page.getByRole('textbox', { name: 'Phone numbers' })).toHaveValue(EXAMPLES.onBoth);
});
