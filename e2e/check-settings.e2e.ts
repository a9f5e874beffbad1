import { test as bare, expect } from '@playwright/test';

import { ask, check, expectSummary, results } from './helpers/check-page';
import { SandboxControl } from './helpers/sandbox';
import { startServer } from './helpers/server';
import { column } from './helpers/table';

/** How much time a request to Mobivate asks for, ms. */
function lengthOf(target: string): number {
  const { searchParams } = new URL(target, 'http://vendor');
  const instant = (name: string) => Date.parse((searchParams.get(name) ?? '').replace(/\+0000$/u, 'Z'));
  return instant('endDate') - instant('startDate');
}

/** Products started with other settings than the plain sandbox. */
bare.describe('other settings', () => {
  bare('a known number that is missing takes back every "Not found" of that vendor', async ({ page }) => {
    const server = await startServer({
      SANDBOX: '1',
      MOBIVATE_CANARY: '+1 951 555 0022',
      TEXTUS_CANARY: '+15553031234',
    });
    await ask(page, '+1 351 555 0025\n+1 861 555 0010', server.url);
    await expectSummary(page, '2 numbers: 1 opted out, 0 not found, 1 could not check');
    const firstLines = async (name: string) =>
      (await column(results(page), name)).map((text) => text.split('\n')[0]?.trim());
    expect(await firstLines('Mobivate')).toEqual(['Could not check: known number missing', 'Opted out']);
    expect(await firstLines('TextUs')).toEqual(['Not found', 'Not found']);
    await server.stop();
  });

  bare('a known number stands for its own vendor, and is asked for with every check', async ({ page }) => {
    const server = await startServer({
      SANDBOX: '1',
      MOBIVATE_CANARY: '+1 861 555 0010',
      TEXTUS_CANARY: '+1 951 555 0022',
    });
    const sandbox = new SandboxControl(server.url);
    const firstLines = async (name: string) =>
      (await column(results(page), name)).map((text) => text.split('\n')[0]?.trim());
    const expectTruth = async () => {
      await expectSummary(page, '2 numbers: 1 opted out, 0 not found, 1 could not check');
      expect(await firstLines('Mobivate')).toEqual(['Not found', 'Not found']);
      expect(await firstLines('TextUs')).toEqual(['Could not check: known number missing', 'Opted out']);
    };
    await ask(page, '+1 351 555 0025\n+1 510 555 0016', server.url);
    await expectTruth();

    // Mobivate's list is held by now: its newest part is read again, and the second in which the known number is.
    const before = (await sandbox.requests('mobivate')).length;
    await check(page);
    const asked = async () => (await sandbox.requests('mobivate')).slice(before).map(({ target }) => lengthOf(target));
    const seconds = async () => (await asked()).filter((ms) => ms <= 2000).length;
    await expect.poll(seconds).toBeGreaterThan(0);
    await expectTruth();
    expect(await seconds()).toBeLessThanOrEqual(2);
    expect((await asked()).length).toBeLessThanOrEqual(4);
    await server.stop();
  });

  bare('a vendor without a key is named beside the answer and left out of the word', async ({ page }) => {
    const sandbox = await startServer({ SANDBOX: '1' });
    const server = await startServer({
      TEXTUS_API_URL: sandbox.url,
      TEXTUS_API_TOKEN: 'a-token',
      TEXTUS_ACCOUNTS: 'my_account',
    });
    await ask(page, '+1 351 555 0025', server.url);
    await expectSummary(page, '1 number: 0 opted out, 0 not found, 1 could not check');
    expect((await column(results(page), 'Mobivate'))[0]).toContain('Could not check: not configured');
    await expect(page.getByText('MOBIVATE_API_KEY')).toBeVisible();
    await page.goto(`${server.url}/mobivate`);
    await expect(page.getByText('MOBIVATE_API_KEY')).toBeVisible();
    await expect(page.getByText('Sandbox data')).toHaveCount(0);
    await server.stop();
    await sandbox.stop();
  });

  bare('a vendor that cannot be reached is "no answer", not an empty list', async ({ page }) => {
    bare.setTimeout(90_000);
    const server = await startServer({
      MOBIVATE_API_URL: 'http://127.0.0.1:9',
      MOBIVATE_API_KEY: 'a-key',
      TEXTUS_API_URL: 'http://127.0.0.1:9',
      TEXTUS_API_TOKEN: 'a-token',
      TEXTUS_ACCOUNTS: 'my_account',
    });
    await ask(page, '+1 351 555 0025', server.url);
    await expect(page.getByRole('status')).toHaveText('1 number: 0 opted out, 0 not found, 1 could not check', {
      timeout: 60_000,
    });
    expect((await column(results(page), 'Mobivate'))[0]).toContain('Could not check: no answer');
    expect((await column(results(page), 'TextUs'))[0]).toContain('Could not check: no answer');
    expect(server.output()).not.toMatch(/a-key|a-token/);
    await server.stop();
  });
});
