import type { Page } from '@playwright/test';

import { ask, EXAMPLES, expectSummary, resultRow, results } from './helpers/check-page';
import { expectAtRest } from './helpers/fault-cells';
import { LISTS } from './helpers/list-driver';
import { SandboxControl, type VendorControl } from './helpers/sandbox';
import { freePort, startServer } from './helpers/server';
import { column } from './helpers/table';
import { expect, test } from './helpers/test';

const NOT_THERE = 'This page cannot reach its own server';
const NUMBERS = `${EXAMPLES.onMobivate}\n${EXAMPLES.onTextUs}\n${EXAMPLES.onNeither}`;
const WHOLE = '3 numbers: 2 opted out, 1 not found, 0 could not check';
const HOUR = 3_600_000;

/** Mobivate's verdicts: that list is still being read when the interruption comes. */
async function mobivate(page: Page): Promise<readonly string[]> {
  return (await column(results(page), 'Mobivate')).map((text) => text.split('\n')[0]?.trim() ?? '');
}

/** Asks, and waits until TextUs has answered and Mobivate is being read. */
async function askMidway(
  page: Page,
  sandbox: SandboxControl,
  { url = '/', control = { latencyMs: 2000 } }: { readonly url?: string; readonly control?: VendorControl } = {},
): Promise<void> {
  await sandbox.set('mobivate', control);
  await ask(page, NUMBERS, url);
  await expect(page.getByText('TextUs: finished').first()).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'Checking' })).toBeVisible();
}

/** The check is over, and claims nothing about what was not read. */
async function expectNothingClaimed(page: Page): Promise<void> {
  await expect(page.getByRole('status')).toHaveText(/^3 numbers: .* could not check$/u, { timeout: 60_000 });
  await expectAtRest(page);
  for (const words of await mobivate(page)) expect(words).toMatch(/^(Opted out|Could not check: no answer)$/u);
  await expect(resultRow(page, EXAMPLES.onTextUs)).toContainText('Opted out');
  await expect(resultRow(page, EXAMPLES.onNeither)).toContainText('Could not check: no answer');
}

/** Asking again, once all is well, gives the truth. */
async function expectRecovery(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Retry' }).click();
  await expectSummary(page, WHOLE);
  expect(await mobivate(page)).toEqual(['Opted out', 'Not found', 'Not found']);
}

test('offline in mid-check: said at once, nothing claimed, and the rest is read when the network is back', async ({
  page,
  context,
  sandbox,
}) => {
  test.setTimeout(120_000);
  await askMidway(page, sandbox);
  await context.setOffline(true);
  await expect(page.getByText('This computer is offline')).toBeVisible();
  await expectNothingClaimed(page);
  await context.setOffline(false);
  await expect(page.getByText('This computer is offline')).toBeHidden();
  await sandbox.reset();
  await expectRecovery(page);
});

test('the server restarted in mid-check: missed, found again, and nothing of before it passes for whole', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const settings = { SANDBOX: '1', PORT: String(await freePort()) };
  const first = await startServer(settings);
  await askMidway(page, new SandboxControl(first.url), { url: first.url });
  await first.stop();
  await expect(page.getByRole('main').getByText(NOT_THERE, { exact: true })).toBeVisible();
  await expectNothingClaimed(page);
  const second = await startServer(settings);
  await expect(page.getByText(NOT_THERE, { exact: true })).toBeHidden();
  await expectRecovery(page);
  await second.stop();
});

test('a computer that sleeps for an hour in mid-check: what did not come is not waited for for ever', async ({
  page,
  sandbox,
}) => {
  test.setTimeout(120_000);
  await page.clock.install();
  await askMidway(page, sandbox, { control: { fault: { kind: 'no-answer', after: 1 } } });
  // Asleep with a question on its way, as most of the time.
  await expect.poll(() => sandbox.get('/mobivate')).toMatchObject({ fault: { applied: 1 } });
  await page.clock.fastForward(HOUR);
  await expectNothingClaimed(page);
  await expect(resultRow(page, EXAMPLES.onNeither)).toContainText('did not answer in time');
  await sandbox.reset();
  await expectRecovery(page);
});

test('after an hour asleep answers stand with the time they are of, and a new check reads both lists anew', async ({
  page,
  sandbox,
}) => {
  test.setTimeout(120_000);
  await page.clock.install();
  await ask(page, NUMBERS);
  await expectSummary(page, WHOLE);
  const before = await results(page).innerText();
  await page.clock.fastForward(HOUR);
  expect(await results(page).innerText()).toBe(before);
  const asked = (await sandbox.requests('mobivate')).length;
  await sandbox.addOptOut('mobivate', { number: EXAMPLES.onNeither });
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expectSummary(page, '3 numbers: 3 opted out, 0 not found, 0 could not check');
  // What was held is too old to rest a "Not found" on: all of it is read again, not only the newest part.
  expect((await sandbox.requests('mobivate')).length - asked).toBeGreaterThan(5);
});

test('a page frozen by the browser in mid-check goes on where it was', async ({ page, context, sandbox, server }) => {
  test.setTimeout(120_000);
  await sandbox.set('mobivate', { latencyMs: 1500 });
  const browser = await context.newCDPSession(page);
  await browser.send('Debugger.enable');
  await ask(page, NUMBERS);
  await expect(page.getByRole('progressbar', { name: 'Checking' })).toBeVisible();
  // The browser's own freezing does nothing to a page that is seen; its debugger stops one for certain, and says so.
  const frozen = new Promise((resolve) => browser.once('Debugger.paused', resolve));
  await browser.send('Debugger.pause');
  const stoppedHere = page.evaluate(() => 'going on');
  await frozen;
  // Answers to what was under way come while nobody can take them.
  await expect.poll(async () => (await sandbox.requests('mobivate')).every(({ ms }) => ms !== null)).toBe(true);
  const sent = (await sandbox.requests('mobivate')).length;
  // The vendor's own time passes, several answers of it: a page at work would have asked on.
  const own = 2;
  for (let asked = 0; asked < own; asked += 1) {
    await fetch(`${server.url}/api/mobivate/addressbook/optout?startDate=2026-01-01&endDate=2026-01-02`);
  }
  expect(await sandbox.requests('mobivate')).toHaveLength(sent + own);
  await sandbox.set('mobivate', { latencyMs: 0 });
  await browser.send('Debugger.resume');
  expect(await stoppedHere).toBe('going on');
  await expectSummary(page, WHOLE);
  expect(await mobivate(page)).toEqual(['Opted out', 'Not found', 'Not found']);
  expect((await sandbox.requests('mobivate')).length).toBeGreaterThan(sent + own);
});

for (const vendor of ['mobivate', 'textus'] as const) {
  const list = LISTS[vendor];

  test(`${vendor}: our own server gone in mid-list keeps the rows, says whose fault it is, and Retry reads on`, async ({
    page,
    sandbox,
    server,
    front,
  }) => {
    const count = await list.count(sandbox, server.url);
    await page.goto(`${front.url}${list.address}`);
    await list.expectComplete(page, count);
    front.drop('/api/');
    await page.getByRole('button', { name: 'Read again' }).click();
    const alert = page.getByRole('alert');
    await expect(alert).toContainText('Incomplete: no answer', { timeout: 60_000 });
    await expect(alert).toContainText('This page could not reach its own server.');
    await expect(page.getByText('The rows below are from an earlier reading.')).toBeVisible();
    await expect(list.rows(page)).toHaveCount(count);
    front.behave();
    await alert.getByRole('button', { name: 'Retry' }).click();
    await list.expectComplete(page, count);
    await expect(alert).toHaveCount(0);
  });

  test(`${vendor}: a server that takes the question and never answers is not waited for for ever`, async ({
    page,
    front,
  }) => {
    await page.clock.install();
    front.hang(`/api/${vendor}`);
    await page.goto(`${front.url}${list.address}`);
    await expect(page.getByRole('progressbar')).toBeVisible();
    await page.clock.fastForward(41_000);
    await expect(page.getByRole('alert')).toContainText('Incomplete: no answer');
    await expect(page.getByRole('alert')).toContainText('did not answer in time');
    await expectAtRest(page);
  });
}

test('two tabs check at once, and one changes the zone and the theme: neither disturbs the other', async ({
  page,
  context,
  sandbox,
}) => {
  test.setTimeout(120_000);
  await sandbox.set('mobivate', { latencyMs: 300 });
  const other = await context.newPage();
  await Promise.all([ask(page, NUMBERS), ask(other, EXAMPLES.onBoth)]);
  await expect(page.getByRole('progressbar', { name: 'Checking' })).toBeVisible();
  const zone = other.getByRole('combobox', { name: 'Time zone' });
  await zone.fill('Australia/Sydney');
  await zone.press('Enter');
  await other.getByRole('button', { name: 'Preferences' }).click();
  await other.getByRole('dialog').getByText('Dark', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await Promise.all([
    expectSummary(page, WHOLE),
    expectSummary(other, '1 number: 1 opted out, 0 not found, 0 could not check'),
  ]);
  expect(await mobivate(page)).toEqual(['Opted out', 'Not found', 'Not found']);
  // The same instant, on the clock that was chosen in the other tab.
  for (const tab of [page, other]) await expect(results(tab)).toContainText(/AED?T|AEST|UTC\+1[01]/u);
});
