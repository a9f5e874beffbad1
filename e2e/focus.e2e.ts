import { type Page } from '@playwright/test';

import { EXAMPLES, expectSummary, results } from './helpers/check-page';
import * as mobivate from './helpers/mobivate-page';
import { expect, test } from './helpers/test';
import * as textus from './helpers/textus-page';

/** Presses a button by keyboard. */
async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
}

const focusedRole = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('role') ?? document.activeElement?.tagName);

/** The progress of a reading, which stands around its bar. */
const expectFocusOnProgress = (page: Page) => expect(page.locator('[data-focus-home="progress"]')).toBeFocused();

test('Mobivate: after Cancel the focus is on the alert, after Retry on the progress, at the end on the status', async ({
  page,
  sandbox,
}) => {
  await sandbox.set('mobivate', { latencyMs: 60_000 });
  await page.goto(mobivate.address('from=2020-03-01&to=2020-03-20&tz=UTC'));
  await press(page, 'Cancel');
  await expect(mobivate.incomplete(page, 'cancelled')).toBeFocused();

  await press(page, 'Retry');
  await expectFocusOnProgress(page);
  await press(page, 'Cancel');
  await expect(mobivate.incomplete(page, 'cancelled')).toBeFocused();
  await sandbox.set('mobivate', { latencyMs: 0 });
  await press(page, 'Retry');
  await expect(page.getByRole('status')).toHaveText(/^Complete: /u);
  await expect(page.getByRole('status')).toBeFocused();
});

test('TextUs: after Cancel and Retry the focus stays with the list', async ({ page, sandbox }) => {
  await sandbox.set('textus', { latencyMs: 60_000 });
  await page.goto(textus.address('q=303'));
  await press(page, 'Cancel');
  await expect(textus.incomplete(page, 'cancelled')).toBeFocused();
  await sandbox.set('textus', { latencyMs: 0 });
  await press(page, 'Retry');
  await expect(page.getByRole('status')).toBeFocused();
});

test('Check: after Cancel the focus is on the summary, after Retry there again', async ({ page, sandbox }) => {
  await sandbox.set('mobivate', { latencyMs: 60_000 });
  await page.goto('/');
  await page.getByRole('textbox', { name: 'Phone numbers' }).fill(`${EXAMPLES.onBoth}\n${EXAMPLES.onNeither}`);
  await press(page, 'Check');
  // The way out of the reading of the box stands elsewhere, and goes.
  await expect(results(page)).toBeVisible();
  await press(page, 'Cancel');
  await expectSummary(page, /^2 numbers: /u);
  await expect(page.getByRole('status')).toBeFocused();
  await sandbox.set('mobivate', { latencyMs: 0 });
  await press(page, 'Retry');
  await expectSummary(page, '2 numbers: 1 opted out, 1 not found, 0 could not check');
  await expect(page.getByRole('status')).toBeFocused();
});

test('TextUs: clearing the exact numbers leads back to their box', async ({ page }) => {
  await page.goto(textus.address('exact=5553031234'));
  await expect(page.getByRole('status')).toHaveText('Complete: 1 opt-out');
  await press(page, 'Clear exact numbers');
  await expect(page.getByRole('textbox', { name: 'Exact numbers' })).toBeFocused();
});

test('a press beside everything lets go of the focus, and nothing takes it back', async ({ page, sandbox }) => {
  await sandbox.set('mobivate', { latencyMs: 60_000 });
  await page.goto(mobivate.address('from=2020-03-01&to=2020-03-20&tz=UTC'));
  await page.getByRole('button', { name: 'Cancel' }).focus();
  await page.locator('main').click({ position: { x: 2, y: 2 } });
  const role = await focusedRole(page);
  await sandbox.set('mobivate', { latencyMs: 0 });
  await page.getByRole('button', { name: 'Last 7 days' }).evaluate((button: HTMLElement) => button.click());
  await expect(page.getByRole('status')).toHaveText(/^Complete: /u);
  expect(await focusedRole(page)).toBe(role);
});

test('tabbing backwards through a long table, no row hides under its header', async ({ page }) => {
  await page.goto(mobivate.address('from=2020-03-01&to=2020-06-20&tz=UTC&size=100'));
  await expect(page.getByRole('status')).toHaveText(/^Complete: /u);
  const details = mobivate.optOuts(page).getByRole('button', { name: /^Details of/u });
  // Rows are drawn a few at a time.
  await expect(details).toHaveCount(100);
  await details.last().focus();
  for (let stops = 0; stops < 60; stops += 1) {
    await page.keyboard.press('Shift+Tab');
    const covered = await page.evaluate(() => {
      const head = document.querySelector('thead')?.getBoundingClientRect();
      const focus = document.activeElement?.getBoundingClientRect();
      return focus !== undefined && head !== undefined && focus.top < head.bottom - 1;
    });
    expect(covered).toBe(false);
  }
  await expect(results(page)).toHaveCount(0);
});
