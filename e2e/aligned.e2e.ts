import type { Locator } from '@playwright/test';

import { ask, EXAMPLES, expectSummary } from './helpers/check-page';
import * as mobivate from './helpers/mobivate-page';
import { complete } from './helpers/state-kit';
import { expect, test } from './helpers/test';

/** The left edges of some elements, whole CSS px, each once. */
const leftEdges = (elements: Locator) =>
  elements.evaluateAll((all) => [...new Set(all.map((element) => Math.round(element.getBoundingClientRect().left)))]);

/** Where some elements are and how large, in the document, whole CSS px. */
const boxes = (elements: Locator) =>
  elements.evaluateAll((all) =>
    all.map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return [left, top + scrollY, width, height].map((pixels) => Math.round(pixels));
    }),
  );

/** How many lines the words and marks in each of some elements take. */
const lines = (elements: Locator) =>
  elements.evaluateAll((all) =>
    all.map((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const middles = [...range.getClientRects()].map(({ top, bottom }) => (top + bottom) / 2);
      return Math.max(...middles) - Math.min(...middles) > 12 ? 'several' : 'one';
    }),
  );

test('the progress of a list begins where its heading and its rows do', async ({ page, sandbox }) => {
  for (const [vendor, address] of [
    ['mobivate', mobivate.address('from=2020-03-01&to=2020-03-05&tz=UTC')],
    ['textus', '/textus?q=303'],
  ] as const) {
    await sandbox.set(vendor, { latencyMs: 60_000 });
    await page.goto(address);
    await expect(page.getByRole('progressbar')).toBeVisible();
    const heading = page.getByRole('heading', { level: 1 });
    expect(await leftEdges(heading.or(page.getByRole('progressbar')))).toHaveLength(1);
  }
});

test('pressing a filter of the results moves no filter and nothing below, in a narrow window too', async ({ page }) => {
  await ask(page, [...Object.values(EXAMPLES), 'nobody'].join('\n'));
  await expectSummary(page, /^\d+ numbers: /u);
  const filters = page.getByRole('group', { name: 'Show rows' }).getByRole('button');
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 860 });
    const before = await boxes(filters);
    for (const filter of await filters.all()) {
      await filter.click();
      expect(await boxes(filters)).toEqual(before);
    }
  }
});

test('what is one thing stays on one line: a number to copy, keys pressed together, a zone and its mark', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 860 });
  await page.goto('/');
  const hint = page.locator('form').getByText(/0044 7700 900123/u);
  await expect(hint).toBeVisible();
  expect(await lines(page.locator('form .unbroken'))).toEqual(['one', 'one', 'one', 'one']);
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog').locator('dt > span');
  await expect(keys.first()).toBeVisible();
  expect(new Set(await lines(keys))).toEqual(new Set(['one']));
  await page.keyboard.press('Escape');

  await page.goto(mobivate.address('from=2020-03-01&to=2020-03-05&tz=Europe/London'));
  await complete(page);
  await page.getByRole('combobox', { name: 'Time zone' }).click();
  const option = page.getByRole('option', { name: 'Europe/London', exact: true });
  const middle = ([, top = 0, , height = 0]: readonly number[]) => top + height / 2;
  const [name = [], mark = []] = await boxes(option.locator('span:first-child, svg'));
  expect(Math.abs(middle(name) - middle(mark))).toBeLessThanOrEqual(2);
});

test('the number of a row, with its button, stands on one line with the other cells', async ({ page }) => {
  await page.goto(mobivate.address('from=2020-03-01&to=2020-03-05&tz=UTC'));
  await complete(page);
  const row = mobivate.optOuts(page).getByRole('row').nth(1);
  const tops = await row.locator('th, td').evaluateAll((cells) =>
    cells.map((cell) => {
      const words = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT).nextNode();
      const range = document.createRange();
      range.selectNodeContents(words ?? cell);
      return range.getBoundingClientRect().top;
    }),
  );
  expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(0.1);
});
