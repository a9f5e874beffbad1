import type { Page } from '@playwright/test';

import { ask, check, EXAMPLES, expectSummary, resultRow, results } from './helpers/check-page';
import { expect, test } from './helpers/test';

const card = (page: Page) => page.getByRole('region', { name: 'Answer', exact: true });

/** A digit short, and no number of any country. */
const NO_NUMBER = '951 555 002';
/** On the lists of TextUs twice: one opt-out of north_branch, seen from all three accounts, and one of my_account. */
const SEEN_FROM_ALL = '+1 732 555 0019';

test('what is wrong with the number itself is said once, not once for each vendor', async ({ page }) => {
  await ask(page, NO_NUMBER);
  await expectSummary(page, '1 number: 0 opted out, 0 not found, 1 could not check');
  await expect(card(page).getByText('a digit may be missing or one too')).toHaveCount(1);
  await expect(card(page).getByRole('region')).toHaveCount(0);
  await resultRow(page, NO_NUMBER).getByRole('button').click();
  await expect(page.getByRole('dialog').getByText('a digit may be missing or one too')).toHaveCount(1);
});

test("one number's failure has Retry beside it, and a list's above its table", async ({ page, sandbox }) => {
  await sandbox.set('textus', { fault: { kind: '401' } });
  await ask(page, EXAMPLES.onNeither);
  await expectSummary(page, '1 number: 0 opted out, 0 not found, 1 could not check');
  const retry = page.getByRole('button', { name: 'Retry' });
  await expect(retry).toHaveCount(1);
  await expect(card(page).getByRole('region', { name: 'TextUs' }).getByRole('button', { name: 'Retry' })).toBeVisible();
  await sandbox.reset();
  await retry.click();
  await expectSummary(page, '1 number: 0 opted out, 1 not found, 0 could not check');
  await expect(page.getByRole('status')).toBeFocused();
  await sandbox.set('textus', { fault: { kind: '401' } });
  await ask(page, `${EXAMPLES.onNeither}\n${EXAMPLES.onMobivate}`);
  await expectSummary(page, /^2 numbers: /);
  await expect(retry).toHaveCount(1);
});

test('an opt-out that several accounts show is told once, with all of them', async ({ page }) => {
  await ask(page, SEEN_FROM_ALL);
  await expectSummary(page, '1 number: 1 opted out, 0 not found, 0 could not check');
  const textus = card(page).getByRole('region', { name: 'TextUs' });
  await expect(textus.getByRole('term').filter({ hasText: /^Record id$/ })).toHaveCount(2);
  await expect(
    textus.getByRole('definition').filter({ hasText: 'my_account, north_branch, south_branch' }),
  ).toHaveCount(1);
  await expect(results(page)).toContainText('and 1 more');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy evidence' }).click();
  await expect(page.getByText('Copied', { exact: true })).toBeAttached();
  const evidence = await page.evaluate(() => navigator.clipboard.readText());
  expect(evidence.match(/record id: /g)).toHaveLength(2);
  expect(evidence).toContain('; accounts: my_account, north_branch, south_branch\n');
});

test('who asks sees the answer: it is brought into a window that would not show it', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await ask(page, EXAMPLES.onMobivate);
  await expectSummary(page, /^1 number: /);
  await expect(
    card(page)
      .getByRole('heading', { name: /Opted out$/ })
      .first(),
  ).toBeInViewport({ ratio: 1 });
  const lines = Array.from({ length: 300 }, (_, index) => `+1951556${1000 + index}`);
  for (const size of [
    { width: 320, height: 640 },
    { width: 1280, height: 800 },
  ]) {
    await page.setViewportSize(size);
    await page.goto('/');
    await page.getByRole('textbox', { name: 'Phone numbers' }).fill(lines.join('\n'));
    await check(page);
    await expectSummary(page, /^300 numbers: /);
    await expect(page.getByRole('status')).toBeInViewport({ ratio: 1 });
    if (size.width > 320) await expect(results(page).getByRole('rowheader').first()).toBeInViewport();
  }
});

test('nothing scrolls where the answer is in sight anyway', async ({ page }) => {
  await ask(page, EXAMPLES.onMobivate);
  await expectSummary(page, /^1 number: /);
  expect(await page.evaluate(() => globalThis.scrollY)).toBe(0);
});
