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

test('on a phone the calendar stands beside the second bound, and the name of a zone is not broken', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(mobivate.address('from=2026-03-01&to=2026-03-02&tz=UTC'));
  const middle = (locator: Locator) =>
    locator.evaluate((element) => {
      const { top, height } = element.getBoundingClientRect();
      return Math.round(top + height / 2);
    });
  const to = page.getByRole('textbox', { name: 'To' });
  expect(await middle(page.getByRole('button', { name: 'Open the calendar' }))).toBe(await middle(to));
  await zoneBox(page).fill('sydney');
  const name = page.getByRole('option').getByText('Australia/Sydney', { exact: true });
  const [height, lineHeight] = await name.evaluate((element) => [
    element.getBoundingClientRect().height,
    Number.parseFloat(getComputedStyle(element).lineHeight),
  ]);
  expect(height).toBeLessThan(1.5 * (lineHeight ?? 0));
});

test('what a box of choices holds is cut before its arrow', async ({ page }) => {
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/');
    for (const box of [zoneBox(page), page.getByRole('combobox', { name: 'Default country' })]) {
      const room = await box.evaluate((element) => {
        const { paddingRight, borderRightWidth } = getComputedStyle(element);
        const room = Number.parseFloat(paddingRight) + Number.parseFloat(borderRightWidth);
        const arrow = element.nextElementSibling?.getBoundingClientRect();
        return (arrow?.left ?? 0) - (element.getBoundingClientRect().right - room);
      });
      expect(room, `${width} px`).toBeGreaterThanOrEqual(0);
    }
  }
});
