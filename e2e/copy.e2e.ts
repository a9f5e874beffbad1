import type { Page } from '@playwright/test';

import { ask, EXAMPLES, expectSummary, results } from './helpers/check-page';
import * as mobivate from './helpers/mobivate-page';
import { complete, openDetails } from './helpers/state-kit';
import { headers } from './helpers/table';
import { expect, test } from './helpers/test';
import * as textus from './helpers/textus-page';

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test('Ctrl+C copies the row of a focused Details button, or the cell of a focused time', async ({ page }) => {
  await page.goto(textus.address('exact=5553031234'));
  const table = textus.optOuts(page);
  await table.getByRole('button', { name: /^Details of/u }).focus();
  await page.keyboard.press('ControlOrMeta+c');
  await expect(page.getByText('Row copied')).toBeVisible();
  const row = (await clipboard(page)).split('\t');
  expect(row[0]).toBe('+1 555 303 1234');
  expect(row).toHaveLength(await table.getByRole('columnheader').count());
  expect(row.join(' ')).not.toContain('\n');

  const time = table.locator('tbody time');
  await time.focus();
  await page.keyboard.press('ControlOrMeta+c');
  await expect(page.getByText('Cell copied')).toBeVisible();
  expect(await clipboard(page)).toBe(await time.innerText());

  // What somebody has selected goes before.
  await page.getByRole('heading', { level: 1 }).selectText();
  await page.keyboard.press('ControlOrMeta+c');
  expect(await clipboard(page)).toBe('TextUs opt-outs');
});

/** The tables, and how each is reached. */
const TABLES = [
  [
    'Check',
    results,
    async (page: Page) => {
      await ask(page, `${EXAMPLES.onBoth}\n${EXAMPLES.onNeither}`);
      await expectSummary(page, /^2 numbers: /u);
    },
  ],
  [
    'Mobivate',
    mobivate.optOuts,
    async (page: Page) => {
      await page.goto(mobivate.address('from=2020-03-01&to=2020-03-20&tz=UTC'));
      await complete(page);
    },
  ],
  [
    'TextUs',
    textus.optOuts,
    async (page: Page) => {
      await page.goto(textus.address('q=303'));
      await complete(page);
    },
  ],
] as const;

for (const [name, table, reach] of TABLES) {
  for (const width of [1280, 390]) {
    test(`${name}, ${width} px: the arrows choose a cell of the row that has the focus, outlined and said, and Ctrl+C copies it`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 700 });
      await reach(page);
      const columns = await headers(table(page));
      const row = table(page).locator('tbody tr[aria-rowindex]').first();
      const cells = row.locator('th, td');
      const details = row.getByRole('button', { name: /^Details of/u });
      const oneLine = (text: string) => text.split(/\s*\n\s*/u).join('; ');
      const outlined = () =>
        cells.evaluateAll((all) =>
          all.flatMap((cell, place) => (getComputedStyle(cell).outlineStyle === 'dashed' ? [place] : [])),
        );
      await details.focus();
      for (let step = 0; step < columns.length; step += 1) await page.keyboard.press('ArrowLeft');
      for (const [place, column] of columns.entries()) {
        expect(await outlined()).toEqual([place]);
        const text = await cells.nth(place).innerText();
        await expect(page.locator('[aria-live]').getByText(`${column}: ${text}`)).toBeAttached();
        await expect(cells.nth(place)).toBeInViewport();
        await page.keyboard.press('ControlOrMeta+c');
        await expect(page.getByText('Cell copied')).toBeVisible();
        await expect.poll(() => clipboard(page)).toBe(oneLine(text));
        await page.keyboard.press('ArrowRight');
      }
      await expect(details).toBeFocused();

      await page.keyboard.press('Escape');
      expect(await outlined()).toEqual([]);
      await page.keyboard.press('ControlOrMeta+c');
      await expect(page.getByText('Row copied')).toBeVisible();
      expect((await clipboard(page)).split('\t')).toHaveLength(columns.length);

      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Tab');
      expect(await outlined()).toEqual([]);
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toContainText('choose one of its cells to copy');
    });
  }
}

test('in a record’s panel each value is copied by its own button, as it stands there', async ({ page }) => {
  for (const [address, labels] of [
    [mobivate.address('from=2020-03-01&to=2020-03-20&tz=UTC'), ['Opted out at', 'How', 'Number at Mobivate', 'ID']],
    [textus.address('q=303'), ['Opted out at', 'How', 'Created via', 'Record id']],
  ] as const) {
    await page.goto(address);
    await complete(page);
    await openDetails(page);
    const panel = page.getByRole('dialog');
    for (const label of labels) {
      const button = panel.getByRole('button', { name: `Copy ${label}`, exact: true });
      await button.focus();
      await page.keyboard.press('Enter');
      const value = panel
        .locator('dt', { hasText: new RegExp(`^${label}$`, 'u') })
        .locator('xpath=following-sibling::dd');
      await expect(value.getByText('Copied')).toBeAttached();
      await expect(button).toBeFocused();
      const shown = await value.locator('> span').first().innerText();
      expect(await clipboard(page)).toBe(shown.trim());
    }
  }
});
