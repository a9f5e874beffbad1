import { ask, EXAMPLES, expectSummary } from './helpers/check-page';
import { expect, test } from './helpers/test';

test('a second check costs at most two Mobivate requests, and sees an opt-out made in between', async ({
  page,
  sandbox,
}) => {
  await ask(page, EXAMPLES.onNeither);
  await expectSummary(page, '1 number: 0 opted out, 1 not found, 0 could not check');
  const before = (await sandbox.requests('mobivate')).length;
  expect(before).toBeGreaterThan(20);
  await sandbox.addOptOut('mobivate', { number: EXAMPLES.onNeither, note: 'MO' });
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expectSummary(page, '1 number: 1 opted out, 0 not found, 0 could not check');
  expect((await sandbox.requests('mobivate')).length - before).toBeLessThanOrEqual(2);
});

test('the Mobivate page and Check share one history', async ({ page, sandbox }) => {
  await page.goto('/mobivate');
  await page.getByRole('button', { name: 'All time' }).click();
  await expect(page.getByRole('status')).toHaveText(/^Complete: 25,0\d\d opt-outs/, { timeout: 60_000 });
  const before = (await sandbox.requests('mobivate')).length;
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Check' }).click();
  await page.getByRole('textbox', { name: 'Phone numbers' }).fill(EXAMPLES.onMobivate);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expectSummary(page, '1 number: 1 opted out, 0 not found, 0 could not check');
  expect((await sandbox.requests('mobivate')).length - before).toBeLessThanOrEqual(2);
});
