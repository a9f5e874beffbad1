import { test as bare, expect, type Page } from '@playwright/test';

import { expectAccessible } from './helpers/axe';
import { readCsv } from './helpers/csv';
import { startServer } from './helpers/server';
import { expectComplete, incomplete } from './helpers/textus-page';
import { startTextus, type TextusVendor } from './helpers/textus-vendor';

/** More pages than are read before the page asks whether to go on. */
const LONG = 402;

/** The product on a TextUs of our own. */
async function withVendor(vendor: TextusVendor, job: (url: string) => Promise<void>): Promise<void> {
  const server = await startServer({
    TEXTUS_API_URL: vendor.url,
    TEXTUS_API_TOKEN: 'a-token',
    TEXTUS_ACCOUNTS: 'long_account',
  });
  await job(server.url);
  await server.stop();
  await vendor.stop();
}

async function expectPaused(page: Page): Promise<void> {
  await expect(incomplete(page, 'reading paused, 400 of 402 opt-outs read so far')).toBeVisible({ timeout: 120_000 });
}

bare.describe('TextUs with other settings', () => {
  bare('without token and accounts the page says which settings are missing', async ({ page }) => {
    const server = await startServer({ MOBIVATE_API_KEY: 'a-key' });
    await page.goto(`${server.url}/textus?account=my_account&q=303`);
    await expect(page.getByText('TextUs is not configured')).toBeVisible();
    await expect(page.getByText('TEXTUS_API_TOKEN')).toBeVisible();
    await expect(page.getByText('TEXTUS_ACCOUNTS')).toBeVisible();
    await expect(page.getByRole('table')).toHaveCount(0);
    await expectAccessible(page);
    await server.stop();
  });

  bare('an account without an opt-out is empty, which is an answer and no failure', async ({ page }) => {
    await withVendor(await startTextus(0, 25), async (url) => {
      await page.goto(`${url}/textus`);
      await expectComplete(page, 0);
      await expect(page.getByText('No opt-outs in long_account')).toBeVisible();
      await expect(page.getByRole('alert')).toHaveCount(0);
      await expectAccessible(page);
    });
  });

  bare('a long list pauses to leave requests to Check; leafing on, like the button, reads on', async ({ page }) => {
    bare.setTimeout(180_000);
    const vendor = await startTextus(LONG, 1);
    await withVendor(vendor, async (url) => {
      await page.goto(`${url}/textus?size=100&page=4`);
      await expectPaused(page);
      expect(vendor.requests()).toBe(400);
      await expect(page.getByRole('button', { name: 'Read on' })).toBeVisible();
      const pager = page.getByRole('navigation', { name: 'Pagination' });
      await expect(pager).toContainText('301–400 of 402');
      // At once: after ten seconds one page more is read, to see whether rows have moved meanwhile.
      await pager.getByRole('button', { name: 'Next page' }).click();
      await expectComplete(page, LONG);
      await expect(pager).toContainText('401–402 of 402');
      expect(vendor.requests()).toBe(LONG);
    });
  });

  bare('Download CSV reads a paused list on to its end', async ({ page }) => {
    bare.setTimeout(180_000);
    await withVendor(await startTextus(LONG, 1), async (url) => {
      await page.goto(`${url}/textus`);
      await expectPaused(page);
      await expectAccessible(page);
      const downloading = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Download CSV' }).click();
      const csv = await readCsv(await downloading);
      expect(csv.name).not.toContain('PARTIAL');
      expect(csv.rows.length).toBe(LONG);
      await expectComplete(page, LONG);
    });
  });
});
