import { expectAccessible } from './helpers/axe';
import { expect, test } from './helpers/test';
import { address, incomplete, optOuts } from './helpers/textus-page';

test('a vendor that is down from the start shows no list at all, least of all an empty one', async ({
  page,
  sandbox,
}) => {
  await sandbox.set('textus', { fault: { kind: '403' } });
  await page.goto(address());
  await expect(incomplete(page, 'refused')).toBeVisible();
  await expect(optOuts(page)).toHaveCount(0);
  await expect(page.getByText(/No opt-outs in|No number contains|Complete:/)).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole('alert').getByText('Details').click();
  await expect(page.getByRole('alert')).toContainText('HTTP 403');
});
