import type { Page } from '@playwright/test';

import { ask, check, EXAMPLES, expectSummary, resultRow } from './helpers/check-page';
import { startVendor } from './helpers/own-vendor';
import { freePort, startServer } from './helpers/server';
import { expectPage, mainLink } from './helpers/shell';
import { expect, test } from './helpers/test';
import { startTextus } from './helpers/textus-vendor';

const RESTARTED = 'The program behind this page was restarted';

/** A Mobivate whose list is one number, opted out in 2021. */
async function startMobivate(mobile: string) {
  const row = { id: 1, mobile, note: 'MO', created: Date.UTC(2021, 5, 1) };
  return startVendor((request, response) => {
    const query = new URL(request.url ?? '/', 'http://vendor').searchParams;
    const time = (name: string) => Date.parse((query.get(name) ?? '').replace(/\+0000$/u, 'Z'));
    const rows = row.created >= time('startDate') && row.created < time('endDate') ? [row] : [];
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(rows));
  });
}

/** Nothing on the page may say that this number is not on a list. */
async function expectNothingClaimed(page: Page): Promise<void> {
  const row = resultRow(page, EXAMPLES.onNeither);
  await expect(row).toContainText('Could not check: search incomplete');
  await expect(row).toContainText(RESTARTED);
  await expect(row).not.toContainText('Not found');
}

test('restarted with another vendor: no answer of the list before stands, in any tab, and Retry gives the truth', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  const port = String(await freePort());
  const digits = EXAMPLES.onNeither.replaceAll(/\D/gu, '');
  const vendor = await startMobivate(digits);
  const first = await startServer({ SANDBOX: '1', PORT: port });
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await ask(tab, EXAMPLES.onNeither, first.url);
    await expectSummary(tab, '1 number: 0 opted out, 1 not found, 0 could not check');
  }
  await first.stop();

  // Nobody asked while it was away: neither tab has missed it.
  const second = await startServer({ MOBIVATE_API_URL: vendor.url, MOBIVATE_API_KEY: 'key', PORT: port });
  for (const tab of [page, other]) {
    await check(tab);
    await expectNothingClaimed(tab);
    await expect(tab.getByText('Sandbox data')).toHaveCount(0);
    await tab.getByRole('button', { name: 'Retry' }).click();
    await expectSummary(tab, '1 number: 1 opted out, 0 not found, 0 could not check');
  }
  await second.stop();

  // And back: the sandbox knows nothing of what that vendor said.
  const third = await startServer({ SANDBOX: '1', PORT: port });
  await check(page);
  await expectNothingClaimed(page);
  await page.getByRole('button', { name: 'Retry' }).click();
  await expectSummary(page, '1 number: 0 opted out, 1 not found, 0 could not check');
  await third.stop();
  await vendor.stop();
});

test('restarted with another vendor: a list read before is read again when its page is opened', async ({ page }) => {
  test.setTimeout(120_000);
  const settings = { TEXTUS_API_TOKEN: 'token', TEXTUS_ACCOUNTS: 'a', PORT: String(await freePort()) };
  const [long, short] = [await startTextus(5, 100), await startTextus(2, 100)];
  const first = await startServer({ ...settings, TEXTUS_API_URL: long.url });
  await page.goto(`${first.url}/textus`);
  await expect(page.getByRole('status').filter({ hasText: 'Complete' })).toHaveText(/5 opt-outs/u);
  await mainLink(page, 'Check').click();
  await expectPage(page, 'Check numbers');
  await first.stop();
  const second = await startServer({ ...settings, TEXTUS_API_URL: short.url });
  await mainLink(page, 'TextUs').click();
  await expect(page.getByRole('status').filter({ hasText: 'Complete' })).toHaveText(/2 opt-outs/u);
  expect([long.requests(), short.requests()]).toEqual([1, 1]);
  await second.stop();
  await Promise.all([long.stop(), short.stop()]);
});
