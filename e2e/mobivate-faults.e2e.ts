import { test as bare } from '@playwright/test';

import { expectAccessible } from './helpers/axe';
import { address, expectComplete, incomplete, optOuts, rows, today, truthOfDays } from './helpers/mobivate-page';
import { startServer } from './helpers/server';
import { expect, test } from './helpers/test';

const DAYS = ['2026-03-01', '2026-03-20', 'UTC'] as const;

test('a stretch that fails is a named gap, and Retry reads it alone', async ({ page, sandbox }) => {
  const [from, to] = ['2018-01-01', '2026-12-31'];
  const { count } = await truthOfDays(sandbox, from, to, 'UTC');
  // Twice: once alone may meet a re-reading for proof, of which nothing is missing.
  await sandbox.set('mobivate', { fault: { kind: 'wrong-shape', after: 8, times: 2 } });
  await page.goto(address(`from=${from}&to=${to}&tz=UTC`));
  const alert = incomplete(page, 'answer not understood');
  await expect(alert).toBeVisible({ timeout: 60_000 });
  const gaps = await alert.getByRole('listitem').allTextContents();
  expect([1, 2]).toContain(gaps.length);
  for (const gap of gaps) expect(gap).toMatch(/\d{4}, .* to .* UTC: answer not understood/u);
  await expect(rows(page)).toHaveCount(50);
  const before = (await sandbox.requests('mobivate')).length;
  await page.getByRole('button', { name: 'Retry' }).click();
  await expectComplete(page, count);
  expect((await sandbox.requests('mobivate')).length - before).toBeLessThan(before / 2);
});

test('reading says how far it is, and Cancel ends it within a second and keeps what is known', async ({
  page,
  sandbox,
}) => {
  await sandbox.set('mobivate', { fault: { kind: 'no-answer', after: 8 } });
  await page.goto(address('from=2018-01-01&to=2026-12-31&tz=UTC'));
  const bar = page.getByRole('progressbar', { name: 'Reading Mobivate' });
  await expect(bar).toHaveAttribute('value', /^0\.\d+/);
  await expect(page.getByText(/[1-9][\d,]* opt-outs so far · \d+ requests/).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Download CSV' })).toBeDisabled();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(incomplete(page, 'cancelled')).toBeVisible({ timeout: 1000 });
  await expect(bar).toBeHidden();
  await expect(rows(page)).toHaveCount(50);
  await expect(page.getByText(/^Complete:/)).toHaveCount(0);
});

test('after Cancel no request is under way, and none follows', async ({ page, sandbox, server }) => {
  await sandbox.set('mobivate', { latencyMs: 1000 });
  await sandbox.set('textus', { latencyMs: 50 });
  await page.goto(address('from=2018-01-01&to=2026-12-31&tz=UTC'));
  await expect.poll(async () => (await sandbox.requests('mobivate')).length).toBeGreaterThan(6);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(incomplete(page, 'cancelled')).toBeVisible();
  await expect.poll(async () => (await sandbox.requests('mobivate')).filter(({ ms }) => ms === null)).toEqual([]);
  const sent = await sandbox.requests('mobivate');
  expect(sent.some(({ status }) => status === null)).toBe(true);
  // Time goes by for as long as another vendor takes for thirty answers.
  for (let one = 0; one < 30; one += 1) await fetch(`${server.url}/api/textus/my_account/opt_outs?q=303`);
  expect(await sandbox.requests('mobivate')).toHaveLength(sent.length);
});

test('a second reading that is called off leaves the first as good as it was', async ({ page, sandbox }) => {
  const { count } = await truthOfDays(sandbox, today('UTC', -6), today('UTC'), 'UTC');
  await page.goto(address());
  await expectComplete(page, count);
  await sandbox.set('mobivate', { fault: { kind: 'no-answer' } });
  await page.getByRole('button', { name: 'Read again' }).click();
  await expect(page.getByText('The rows below are from an earlier reading.')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expectComplete(page, count);
  await expect(rows(page)).toHaveCount(50);
});

test('what has been read is not read again', async ({ page, sandbox }) => {
  await page.goto(address('from=2026-03-01&to=2026-04-30&tz=UTC'));
  await expectComplete(page, (await truthOfDays(sandbox, '2026-03-01', '2026-04-30', 'UTC')).count);
  const before = (await sandbox.requests('mobivate')).length;
  const { count } = await truthOfDays(sandbox, ...DAYS);
  await page.getByRole('textbox', { name: 'To' }).fill('2026-03-20');
  await page.getByRole('textbox', { name: 'To' }).press('Enter');
  await expectComplete(page, count);
  expect((await sandbox.requests('mobivate')).length).toBe(before);
});

bare('without a key the page says which setting is missing, and shows no list', async ({ page }) => {
  const server = await startServer({
    TEXTUS_API_URL: 'http://127.0.0.1:9',
    TEXTUS_API_TOKEN: 'a-token',
    TEXTUS_ACCOUNTS: 'my_account',
  });
  await page.goto(`${server.url}${address()}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Mobivate opt-outs' })).toBeVisible();
  await expect(page.getByText('Mobivate is not configured')).toBeVisible();
  await expect(page.getByText('MOBIVATE_API_KEY')).toBeVisible();
  await expect(optOuts(page)).toHaveCount(0);
  await expectAccessible(page);
  await server.stop();
});
