import type { Page } from '@playwright/test';

import { ask, check, EXAMPLES, expectSummary, results } from './helpers/check-page';
import { column } from './helpers/table';
import { expect, test } from './helpers/test';

const MARK = 'Earlier reading';

/** Which cells of a vendor carry the mark. */
async function marked(page: Page, vendor: string): Promise<readonly boolean[]> {
  return (await column(results(page), vendor)).map((text) => text.includes(MARK));
}

test('answers that Retry did not ask for again are marked, in table, details, evidence and print', async ({
  page,
  sandbox,
}) => {
  test.setTimeout(120_000);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await sandbox.set('mobivate', { fault: { kind: '401' } });
  await ask(page, [EXAMPLES.onTextUs, EXAMPLES.onNeither].join('\n'));
  await expectSummary(page, '2 numbers: 1 opted out, 0 not found, 1 could not check');
  expect(await marked(page, 'TextUs')).toEqual([false, false]);

  await sandbox.reset();
  await page.getByRole('button', { name: 'Retry' }).click();
  await expectSummary(page, '2 numbers: 1 opted out, 1 not found, 0 could not check');
  expect(await marked(page, 'TextUs')).toEqual([true, true]);
  expect(await marked(page, 'Mobivate')).toEqual([false, false]);

  await page.getByRole('button', { name: 'Copy evidence' }).click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toContain('What could not be checked was asked again');
  expect((await copied()).match(/Earlier reading: It was read before the last asking, .* UTC/gu)).toHaveLength(2);

  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('main')).toContainText('Rows with answers of an earlier reading, not asked for again: 2.');
  await expect(page.locator('main')).toContainText('What could not be checked was asked again');
  await page.emulateMedia({ media: 'screen' });

  await results(page)
    .getByRole('button', { name: /^Details of/u })
    .last()
    .click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('region', { name: 'TextUs' })).toContainText(/Earlier reading\s*It was read before/u);
  await expect(panel.getByRole('region', { name: 'Mobivate' })).not.toContainText(MARK);
  await page.keyboard.press('Escape');

  await check(page);
  await expectSummary(page, '2 numbers: 1 opted out, 1 not found, 0 could not check');
  await expect(page.getByText(MARK)).toHaveCount(0);
});

test('a list held since an earlier check says how old it is beside its instant', async ({ page }) => {
  await page.clock.install();
  await ask(page, EXAMPLES.onNeither);
  await expectSummary(page, '1 number: 0 opted out, 1 not found, 0 could not check');
  const card = page.getByRole('region', { name: 'Answer', exact: true }).getByRole('region', { name: 'Mobivate' });
  await expect(card).not.toContainText('before this check');
  await page.clock.fastForward('16:00');
  await check(page);
  await expect(card).toContainText(/as of .* UTC \(1\d minutes before this check\), newest part read again .* UTC/u);
});
