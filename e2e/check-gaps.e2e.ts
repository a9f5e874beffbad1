import { ask, EXAMPLES, expectSummary, results } from './helpers/check-page';
import { expect, test } from './helpers/test';

test.use({ timezoneId: 'Australia/Brisbane' });

/** A stretch with its reason, on the clock of the page's zone. */
const STRETCH = /\d+ \w+ \d{4}, [\d:]+ to \d+ \w+ \d{4}, [\d:]+ AEST \(UTC\+10:00\): vendor error/u;

test('the stretches that could not be read are named alike in card, details, evidence and print', async ({
  page,
  sandbox,
}) => {
  test.setTimeout(120_000);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await sandbox.set('mobivate', { fault: { kind: '500', after: 8 } });
  await ask(page, EXAMPLES.onNeither);
  await expect(page.getByRole('status')).toHaveText('1 number: 0 opted out, 0 not found, 1 could not check', {
    timeout: 90_000,
  });
  const card = page.getByRole('region', { name: 'Answer', exact: true }).getByRole('region', { name: 'Mobivate' });
  const said = await card.getByText(/^Not read: /u).allInnerTexts();
  const stretches = said.map((text) => text.replace('Not read: ', '')).filter((text) => STRETCH.test(text));
  expect(stretches.length).toBeGreaterThan(0);

  await page.getByRole('button', { name: 'Copy evidence' }).click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  for (const stretch of stretches) await expect.poll(copied).toContain(`not read: ${stretch}`);

  await page.emulateMedia({ media: 'print' });
  for (const stretch of stretches) await expect(page.locator('main')).toContainText(`Mobivate, not read: ${stretch}`);
  await page.emulateMedia({ media: 'screen' });

  await results(page).getByRole('button').last().click();
  for (const stretch of stretches) {
    await expect(page.getByRole('dialog').getByText(`Not read: ${stretch}`)).toBeVisible();
  }
  await page.keyboard.press('Escape');

  await sandbox.reset();
  await page.getByRole('button', { name: 'Retry' }).click();
  await expectSummary(page, '1 number: 0 opted out, 1 not found, 0 could not check');
  await expect(page.getByText(/^Not read: /u)).toHaveCount(0);
});
