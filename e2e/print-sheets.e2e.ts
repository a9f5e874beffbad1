import type { Page } from '@playwright/test';

import { ask, EXAMPLES } from './helpers/check-page';
import { expectWholePicture } from './helpers/histogram';
import * as mobivate from './helpers/mobivate-page';
import { sheetTexts } from './helpers/pdf-text';
import { complete, openDetails } from './helpers/state-kit';
import { expect, test } from './helpers/test';
import * as textus from './helpers/textus-page';

/** Every sheet of the page as it would be printed says what was searched, and as of when. Small paper makes many sheets. */
async function expectOnEverySheet(
  page: Page,
  least: number,
  scope: RegExp,
  paper: { readonly format: string; readonly landscape?: boolean } = { format: 'A6' },
): Promise<void> {
  const sheets = sheetTexts(await page.pdf(paper));
  expect(sheets.length).toBeGreaterThanOrEqual(least);
  for (const [place, text] of sheets.entries()) {
    expect(text, `sheet ${place + 1} of ${sheets.length}, ${JSON.stringify(paper)}`).toMatch(scope);
    expect(text).toContain(`Page${place + 1}of${sheets.length}`);
  }
}

const MOBIVATE = /SANDBOXDATA:notrealpeople\.Mobivate,1Mar2020to20Mar2020\(UTC\),readwhole,asof\d+\w+20\d\d,[\d:]+UTC/u;
const TEXTUS =
  /SANDBOXDATA:notrealpeople\.TextUs,readwhole:Accountmy_account,numbersthatcontain555,asof\d+\w+20\d\d,[\d:]+/u;

for (const [name, address, scope, record] of [
  ['Mobivate', mobivate.address('from=2020-03-01&to=2020-03-20&tz=UTC&size=100'), MOBIVATE, 'The record as read'],
  ['TextUs', textus.address('q=555&size=100'), TEXTUS, 'The record as TextUs'],
] as const) {
  test(`${name}: scope and as-of stand on every sheet of the list, and of an open record`, async ({ page }) => {
    await page.goto(address);
    await complete(page);
    await expectOnEverySheet(page, 3, scope);
    await openDetails(page);
    await page.locator('summary', { hasText: record }).click();
    await expectOnEverySheet(page, 2, scope);
  });
}

const CHECK = /Mobivate,(?:notfully)?searched:.*asof.*TextUs,searched:.*asof/u;
const LIST = Array.from({ length: 40 }, (_, index) => `+1 951 555 ${2000 + index}`).join('\n');

for (const [name, text, control, least] of [
  ['a list', LIST, {}, 4],
  ['a list read in part', LIST, { fault: { kind: '500', after: 8 } }, 4],
  ['one number', EXAMPLES.onBoth, {}, 1],
] as const) {
  test(`Check, ${name}: the same on every sheet, whatever the paper`, async ({ page, sandbox }) => {
    await sandbox.set('mobivate', control);
    await ask(page, text);
    await expect(page.getByRole('status')).toHaveText(/^\d+ numbers?: /u, { timeout: 60_000 });
    await page.emulateMedia({ media: 'print' });
    for (const format of ['A4', 'Letter', 'A5']) {
      for (const landscape of [false, true]) await expectOnEverySheet(page, least, CHECK, { format, landscape });
    }
  });
}

test('forced colours stay on the screen: a sheet has the inks that it has without them', async ({ page }) => {
  const inks: (readonly string[])[] = [];
  for (const forcedColors of ['none', 'active'] as const) {
    await page.emulateMedia({ forcedColors, colorScheme: 'dark' });
    await page.goto('/mobivate?from=2020-03-01&to=2020-03-20&tz=UTC');
    await complete(page);
    await expectWholePicture(page);
    await page.evaluate(() => {
      // While a PDF is made; the emulated medium would have its colours forced.
      matchMedia('print').addEventListener('change', ({ matches }) => {
        if (!matches) return;
        const found = new Set<string>();
        for (const element of document.body.querySelectorAll('*')) {
          if (element.getClientRects().length === 0) continue;
          const { color, backgroundColor, fill, stroke } = getComputedStyle(element);
          found.add(`text ${color}`).add(`ground ${backgroundColor}`);
          if (!(element instanceof SVGElement)) continue;
          // A pattern's name is another with each page.
          if (!fill.startsWith('url')) found.add(`fill ${fill}`);
          found.add(`stroke ${stroke}`);
        }
        Object.assign(globalThis, { inks: [...found].toSorted() });
      });
    });
    await page.pdf({ format: 'A4' });
    inks.push(await page.evaluate(() => (globalThis as unknown as { inks: string[] }).inks));
  }
  expect(inks[0]?.length).toBeGreaterThan(4);
  expect(inks[1]).toEqual(inks[0]);
});
