import { type Page } from '@playwright/test';

import { ask, EXAMPLES, expectSummary, resultRow } from './helpers/check-page';
import { freePort, startServer } from './helpers/server';
import { expectPage, mainLink } from './helpers/shell';
import { expect, test } from './helpers/test';

const NOT_THERE = 'This page cannot reach its own server';
const ANSWERS = [
  ['no answer', null],
  ['an error of its own', { status: 500, body: '{"title":"Broken"}', type: 'application/json' }],
  ['something else', { status: 200, body: '{"hello":"world"}', type: 'application/json' }],
  ['no JSON', { status: 200, body: '<!doctype html>' }],
] as const;

for (const [what, answer] of ANSWERS) {
  test(`${what} where the settings should be is said at once, and Retry mends it`, async ({ page, front }) => {
    if (answer === null) front.drop('/api/config');
    else front.answer('/api/config', answer);
    await page.goto(`${front.url}/textus`);
    await expectPage(page, 'Not connected');
    const alert = page.getByRole('alert');
    await expect(alert).toContainText(NOT_THERE);
    await alert.getByRole('button', { name: 'Retry' }).click();
    await expect(alert).toBeVisible();
    front.behave();
    await alert.getByRole('button', { name: 'Retry' }).click();
    await expectPage(page, 'TextUs opt-outs');
    await expect(alert).toBeHidden();
  });
}

/** Nothing on the page may pass for an answer to this number. */
async function expectNothingClaimed(page: Page): Promise<void> {
  const row = resultRow(page, EXAMPLES.onNeither);
  await expect(row).toContainText('Could not check: no answer');
  await expect(row).not.toContainText('Not found');
}

test('a server stopped in mid-session is missed, nothing is claimed, and it is found again by itself', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const settings = { SANDBOX: '1', PORT: String(await freePort()) };
  const first = await startServer(settings);
  const numbers = `${EXAMPLES.onNeither}\n${EXAMPLES.onBoth}`;
  await ask(page, numbers, first.url);
  await expectSummary(page, '2 numbers: 1 opted out, 1 not found, 0 could not check');

  await first.stop();
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  const notice = page.getByRole('main').getByText(NOT_THERE, { exact: true });
  await expect(notice).toBeVisible();
  await expect(page.getByRole('status')).toHaveText(/1 could not check$/u, { timeout: 60_000 });
  await expectNothingClaimed(page);
  await expect(notice).toBeVisible();

  const second = await startServer(settings);
  await expect(notice).toBeHidden();
  await expectNothingClaimed(page);
  await page.getByRole('button', { name: 'Retry' }).click();
  await expectSummary(page, '2 numbers: 1 opted out, 1 not found, 0 could not check');
  await second.stop();
});

test('a page that cannot be loaded any more says so, and comes when its server is back', async ({ page }) => {
  test.setTimeout(120_000);
  const settings = { SANDBOX: '1', PORT: String(await freePort()) };
  const first = await startServer(settings);
  await page.goto(first.url);
  await expectPage(page, 'Check numbers');
  await first.stop();
  await mainLink(page, 'TextUs').click();
  const alert = page.getByRole('alert').filter({ hasText: 'could not be loaded' });
  await expect(alert).toBeVisible();
  await mainLink(page, 'Check').click();
  await expectPage(page, 'Check numbers');
  const second = await startServer(settings);
  await mainLink(page, 'TextUs').click();
  await page.getByRole('button', { name: 'Load the page again' }).click();
  await expectPage(page, 'TextUs opt-outs');
  await second.stop();
});

test('numbers that cannot be read, because their reader cannot be loaded, are kept and read later', async ({
  page,
  front,
}) => {
  front.drop('/assets/number-list-');
  await ask(page, EXAMPLES.onNeither, front.url);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('nothing was asked');
  await expect(page.getByRole('table')).toHaveCount(0);
  front.behave();
  await expect(page.getByRole('textbox', { name: 'Phone numbers' })).toHaveValue(EXAMPLES.onNeither);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expectSummary(page, '1 number: 0 opted out, 1 not found, 0 could not check');
});

test('offline is said while it lasts; answers stay as they were read, and nothing new is claimed', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  await ask(page, `${EXAMPLES.onBoth}\n${EXAMPLES.onTextUs}`);
  await expectSummary(page, '2 numbers: 2 opted out, 0 not found, 0 could not check');
  await context.setOffline(true);
  const notice = page.getByText('This computer is offline');
  await expect(notice).toBeVisible();
  await expect(page.getByRole('status')).toHaveText('2 numbers: 2 opted out, 0 not found, 0 could not check');
  await page.getByRole('textbox', { name: 'Phone numbers' }).fill(`${EXAMPLES.onNeither}\n${EXAMPLES.onBoth}`);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByRole('status')).toHaveText(/1 could not check$/u, { timeout: 60_000 });
  await expectNothingClaimed(page);

  await context.setOffline(false);
  await expect(notice).toBeHidden();
  await expect(page.getByText(NOT_THERE, { exact: true })).toBeHidden();
  await page.getByRole('button', { name: 'Retry' }).click();
  await expectSummary(page, '2 numbers: 1 opted out, 1 not found, 0 could not check');
});
