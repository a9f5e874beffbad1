import { expectAccessible } from './helpers/axe';
import { column, headers } from './helpers/table';
import { expect, test } from './helpers/test';
import { address, asked, expectComplete, incomplete, optOuts, SEARCH, trueCount, trueIds } from './helpers/textus-page';

test('an account is read to its end, page by page of the vendor', async ({ page, sandbox }) => {
  await page.goto('/textus');
  await expect(page.getByRole('heading', { level: 1, name: 'TextUs opt-outs' })).toBeVisible();
  const truth = await trueIds(sandbox, 'my_account');
  await expectComplete(page, truth.length);
  expect(await headers(optOuts(page))).toEqual([
    'Phone number',
    'Opted out at',
    'Created via',
    'User',
    'Originating account',
  ]);
  expect((await asked(sandbox)).length).toBe(Math.ceil(truth.length / 25));
  await expect(optOuts(page).getByRole('rowheader')).toHaveCount(50);
  await expectAccessible(page);
});

test('every account has its own list, chosen by name', async ({ page, sandbox }) => {
  for (const account of ['north_branch', 'south_branch']) {
    await page.goto('/textus');
    await page.getByLabel('Account', { exact: true }).selectOption(account);
    await expectComplete(page, (await trueIds(sandbox, account)).length);
    await expect(page).toHaveURL(new RegExp(`account=${account}`));
  }
});

test('rows show while the list is still being read', async ({ page, sandbox }) => {
  await sandbox.set('textus', { latencyMs: 400 });
  await page.goto(address());
  await expect(page.getByRole('progressbar', { name: 'Reading TextUs opt-outs' })).toBeVisible();
  await expect(optOuts(page).getByRole('rowheader')).not.toHaveCount(0);
  await expect(page.getByText(/^\d+ of 1,\d{3} opt-outs read/).first()).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Pagination' })).toContainText(/ of 1,\d{3}/);
  await expect(page.getByRole('status')).toHaveText('');
  await expectAccessible(page);
});

test("times are on the clock of the page's zone, UTC one focus away @zones", async ({ page }, testInfo) => {
  const texts: Readonly<Record<string, string>> = {
    utc: '30 Jul 2020, 15:18:52',
    auckland: '31 Jul 2020, 03:18:52',
    'new-york': '30 Jul 2020, 11:18:52',
  };
  await page.goto(address('q=15553031234'));
  await expectComplete(page, 1);
  const time = page.getByText(texts[testInfo.project.name] ?? 'no such project', { exact: true });
  await expect(time).toHaveAttribute('datetime', '2020-07-30T15:18:52.133Z');
  await time.focus();
  await expect(page.getByRole('tooltip')).toHaveText('30 Jul 2020, 15:18:52 UTC');
  await page.getByRole('button', { name: 'Details of +1 555 303 1234' }).click();
  const panel = page.getByRole('dialog', { name: '+1 555 303 1234' });
  await expect(panel).toContainText('30 Jul 2020, 15:18:52 UTC');
  await expect(panel).toContainText('/textus/opt_outs/+15553031234');
});

test('a search says what it asks for, and asks once the typing rests', async ({ page, sandbox, server }) => {
  await page.goto(address('q=30'));
  const box = page.getByRole('searchbox', { name: 'Search numbers' });
  await expect(box).toHaveValue('30');
  await expect(box).toHaveAccessibleDescription(/at least 3 digits/);
  await expect(page.getByText('Nothing has been asked yet')).toBeVisible();
  expect(await asked(sandbox)).toEqual([]);
  await expectAccessible(page);

  await box.fill('');
  await box.pressSequentially('(303) 1', { delay: 20 });
  await expect(box).toHaveAccessibleDescription('Searches for numbers that contain 3031.');
  await expectComplete(page, await trueCount(server.url, '?q=3031'));
  const searches = new Set((await asked(sandbox)).map((query) => query.get('q')));
  expect([...searches].filter((q) => q !== null)).toEqual(['3031']);
  for (const number of await column(optOuts(page), 'Phone number')) {
    expect(number.replace(/\D/g, '')).toContain('3031');
  }
  await expect(page).toHaveURL(/q=\(303\)\+1|q=%28303%29(\+|%20)1/);
});

test('a newer search cancels the one before', async ({ page, sandbox, server }) => {
  await page.goto(address('q=30'));
  await sandbox.set('textus', { latencyMs: 1_000 });
  const box = page.getByRole('searchbox', { name: 'Search numbers' });
  await box.fill('555');
  await expect.poll(async () => (await asked(sandbox)).length).toBe(1);
  await box.fill('5553031');
  await sandbox.set('textus', { latencyMs: 0 });
  await expectComplete(page, await trueCount(server.url, '?q=5553031'));
  const of = (q: string) => asked(sandbox).then((all) => all.filter((query) => query.get('q') === q).length);
  expect(await of('555')).toBe(1);
});

test('nothing matches is not nothing there, and not a failure', async ({ page }) => {
  await page.goto(address('q=987654'));
  await expectComplete(page, 0);
  await expect(page.getByText('No number contains 987654')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expectAccessible(page);
});

test('Cancel stops within a second and keeps the rows; Retry goes on where it stopped', async ({ page, sandbox }) => {
  const { length } = await trueIds(sandbox, 'my_account');
  await sandbox.set('textus', { latencyMs: 300 });
  await page.goto(address());
  await expect(optOuts(page).getByRole('rowheader')).toHaveCount(50);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(incomplete(page, 'cancelled')).toBeVisible({ timeout: 1_000 });
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await expect(optOuts(page).getByRole('rowheader')).toHaveCount(50);
  await expectAccessible(page);
  await sandbox.set('textus', { latencyMs: 0 });
  const before = (await asked(sandbox)).length;
  await page.getByRole('button', { name: 'Retry' }).click();
  await expectComplete(page, length);
  // One request was cut off; nothing that had been read was asked again.
  expect((await asked(sandbox)).length).toBeLessThanOrEqual(Math.ceil(length / 25) + 1);
  expect(before).toBeLessThan(Math.ceil(length / 25));
});

test('being slowed down is shown with a countdown, and gone through', async ({ page, sandbox, server }) => {
  await sandbox.set('textus', { fault: { kind: '429-retry-after', after: 2, times: 1, seconds: 3 } });
  await page.goto(address(`q=${SEARCH}`));
  await expect(page.getByText(/^TextUs asked us to slow down\. Going on in [1-4] seconds?\.$/u)).toBeVisible();
  await expectComplete(page, await trueCount(server.url, `?q=${SEARCH}`));
});

test('an account of the address that is not set up is said so, and nothing is asked', async ({ page, sandbox }) => {
  await page.goto(address('', 'elsewhere'));
  await expect(page.getByText('Account elsewhere is not set up here')).toBeVisible();
  await expectAccessible(page);
  expect(await asked(sandbox)).toEqual([]);
  await page.getByRole('button', { name: 'Show north_branch' }).click();
  await expectComplete(page, (await trueIds(sandbox, 'north_branch')).length);
});

test('a record opens in a panel, with evidence that stands alone', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(address('q=19408503220'));
  await expectComplete(page, 1);
  const details = page.getByRole('button', { name: 'Details of +1 940 850 3220' });
  await details.click();
  const panel = page.getByRole('dialog', { name: '+1 940 850 3220' });
  await expect(panel).toContainText('Sample User');
  await panel.getByText('The record as TextUs sent it').click();
  await expect(panel).toContainText('"formattedPhoneNumber": "(940) 850-3220"');
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Copy evidence' }).click();
  await expect(page.getByText('Copied')).toBeAttached();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('SANDBOX DATA');
  expect(text).toContain('Number: +1 940 850 3220');
  expect(text).toContain('since: 4 Mar 2021, 17:05:09 UTC');
  expect(text).toContain('Record id: /textus/opt_outs/735');
  expect(text).toMatch(/Account asked: my_account, .*; list read whole, as of .* UTC/);
  await page.keyboard.press('Escape');
  await expect(details).toBeFocused();
});
