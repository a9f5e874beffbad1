import { openSandboxPanel, vendorControls } from './helpers/shell';
import { expect, test } from './helpers/test';

const status = /^Complete: /;

test('a zone in the address that does not exist is named in words, until another is chosen', async ({ page }) => {
  await page.goto('/mobivate?tz=Middle/Earth&find=409');
  const words = page.getByText('The address names the time zone “Middle/Earth”, which is not known');
  await expect(words).toBeVisible();
  await expect(page.getByRole('status')).toHaveText(status);
  await expect(words).toBeVisible();
  const zone = page.getByRole('combobox', { name: 'Time zone' });
  await zone.fill('Asia/Tokyo');
  await zone.press('Enter');
  await expect(words).toHaveCount(0);
  await expect(page).toHaveURL(/tz=Asia(?:\/|%2F)Tokyo/u);
});

test('a view that was chosen gives the same to others: zone and account stand in its address', async ({ page }) => {
  await page.goto('/mobivate');
  await expect(page.getByRole('status')).toHaveText(status);
  expect(new URL(page.url()).search).toBe('');
  await page.goto('/mobivate?find=409');
  await expect(page).toHaveURL(/\?find=409&tz=UTC$/);
  await page.goto('/textus?q=303');
  await expect(page).toHaveURL(/\?q=303&account=my_account$/);
  await expect(page.getByRole('status')).toHaveText(status);
  // Written over the address, not beside it: Back leaves the page.
  await page.goBack();
  await expect(page).toHaveURL(/\/mobivate/);
});

test('days are typed as people write them, and one that can be two days is asked about', async ({ page }) => {
  await page.goto('/mobivate?tz=UTC');
  const range = page.getByRole('group', { name: 'Date range' });
  const from = range.getByRole('textbox', { name: 'From' });
  const to = range.getByRole('textbox', { name: 'To' });
  await from.fill('1 Nov 2026');
  await to.fill('Nov 3, 2026');
  await to.press('Enter');
  await expect(page).toHaveURL(/from=2026-11-01&to=2026-11-03/);
  await from.fill('01/11/2026');
  await from.press('Enter');
  await expect(from).toHaveAccessibleDescription(/can mean different days.*Write 2026-11-21 or 21 Nov 2026/);
  await expect(page).toHaveURL(/from=2026-11-01&to=2026-11-03/);
});

test('text that is no phone number is said to be none, and cannot be retried', async ({ page, sandbox }) => {
  await page.goto('/textus?account=my_account&exact=hello');
  await expect(page.getByRole('alert')).toContainText('Not a phone number, so nothing was asked');
  await expect(page.getByRole('button', { name: 'Retry' })).toHaveCount(0);
  expect(await sandbox.requests('textus')).toEqual([]);
});

test('the next page is read from its top', async ({ page }) => {
  await page.goto('/mobivate?size=100&tz=UTC');
  await expect(page.getByRole('rowheader')).toHaveCount(100);
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(page.getByRole('navigation', { name: 'Pagination' })).toContainText('101–200');
  await expect(page.getByRole('rowheader')).toHaveCount(100);
  await expect(page.getByRole('rowheader').first()).toBeInViewport();
  await expect(page.getByRole('button', { name: 'Next page' })).toBeFocused();
});

test('the banner says which vendor misbehaves, and how', async ({ page, sandbox }) => {
  await sandbox.set('textus', { fault: { kind: '401' } });
  await page.goto('/');
  const banner = page.getByRole('region', { name: 'Sandbox', exact: true });
  const words = banner.getByText('TextUs is misbehaving: Refuses the key (401).');
  await expect(words).toBeVisible();
  await openSandboxPanel(page);
  await vendorControls(page, 'TextUs').getByLabel('Behaviour').selectOption('none');
  await expect(words).toHaveCount(0);
});
