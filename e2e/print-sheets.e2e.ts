import type { Page } from '@playwright/test';

import { ask, expectSummary } from './helpers/check-page';
import * as mobivate from './helpers/mobivate-page';
import { sheetTexts } from './helpers/pdf-text';
import { expect, test } from './helpers/test';
import * as textus from './helpers/textus-page';

const complete = (page: Page) => expect(page.getByRole('status')).toHaveText(/^Complete: /u, { timeout: 60_000 });

/** Every sheet of the page as it would be printed says what was searched, and as of when. Small paper makes many sheets. */
async function expectOnEverySheet(page: Page, least: number, scope: RegExp): Promise<void> {
  const sheets = sheetTexts(await page.pdf({ format: 'A6' }));
  expect(sheets.length).toBeGreaterThanOrEqual(least);
  for (const [place, text] of sheets.entries()) {
    expect(text, `sheet ${place + 1} of ${sheets.length}`).toMatch(scope);
    expect(text).toContain(`Page${place + 1}of${sheets.length}`);
  }
}

const MOBIVATE = /SANDBOXDATA:notrealpeople\.Mobivate,1Mar2020to20Mar2020\(UTC\),readwhole,asof\d+\w+20\d\d,[\d:]+UTC/u;
const TEXTUS =
  /SANDBOXDATA:notrealpeople\.TextUs,readwhole:Accountmy_account,numbersthatcontain555,asof\d+\w+20\d\d,[\d:]+/u;

test('Mobivate: scope and as-of stand on every sheet of the list, and of an open record', async ({ page }) => {
  await page.goto(mobivate.address('from=2020-03-01&to=2020-03-20&tz=UTC&size=100'));
  await complete(page);
  await expectOnEverySheet(page, 3, MOBIVATE);
  await page
    .getByRole('button', { name: /^Details of/u })
    .first()
    .click();
  await page.locator('summary', { hasText: 'The record as read' }).click();
  await expectOnEverySheet(page, 2, MOBIVATE);
});

test('TextUs: the same', async ({ page }) => {
  await page.goto(textus.address('q=555&size=100'));
  await complete(page);
  await expectOnEverySheet(page, 3, TEXTUS);
  await page
    .getByRole('button', { name: /^Details of/u })
    .first()
    .click();
  await page.locator('summary', { hasText: 'The record as TextUs' }).click();
  await expectOnEverySheet(page, 2, TEXTUS);
});

test('Check: the same on every sheet of a list', async ({ page }) => {
  await ask(page, Array.from({ length: 120 }, (_, index) => `+1 951 555 ${2000 + index}`).join('\n'));
  await expectSummary(page, /^120 numbers: /u);
  await page.emulateMedia({ media: 'print' });
  const sheets = sheetTexts(await page.pdf({ format: 'A4' }));
  expect(sheets.length).toBeGreaterThan(2);
  for (const text of sheets) expect(text).toMatch(/Mobivate,searched:.*asof.*TextUs,searched:.*asof/u);
});
