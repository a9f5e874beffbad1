import type { Page } from '@playwright/test';

import { ask, EXAMPLES, expectSummary, results } from './helpers/check-page';
import * as mobivate from './helpers/mobivate-page';
import { zoneBox } from './helpers/shell';
import { complete } from './helpers/state-kit';
import { expect, test } from './helpers/test';

/** Tab, and what has the focus is not under anything else (WCAG 2.4.11). */
async function tabInSight(page: Page): Promise<void> {
  await page.keyboard.press('Tab');
  const covered = await page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return 'nothing has the focus';
    const { left, top, width, height } = element.getBoundingClientRect();
    const onTop = document.elementFromPoint(left + width / 2, top + height / 2);
    return onTop !== null && (element.contains(onTop) || onTop.contains(element)) ? '' : element.textContent;
  });
  expect(covered).toBe('');
}

test('Tab out of the calendar closes it, and what comes next is not under it; half a choice is given up', async ({
  page,
}) => {
  const address = mobivate.address('from=2026-03-01&to=2026-03-09&tz=UTC');
  await page.goto(address);
  await complete(page);
  const calendar = page.getByRole('dialog', { name: 'Calendar' });
  const day = calendar.locator('[role=button]:focus');
  await page.getByRole('button', { name: 'Open the calendar' }).press('Enter');
  await expect(day).toHaveAccessibleName(/9 March 2026/u);
  await page.keyboard.press('Enter');
  await expect(day).toHaveAccessibleDescription(/finish selecting/u);
  await tabInSight(page);
  await expect(calendar).toBeHidden();
  await expect(page.getByRole('button', { name: 'Today', exact: true })).toBeFocused();
  for (let presets = 0; presets < 6; presets += 1) await tabInSight(page);
  await expect(page.getByRole('button', { name: 'All time' })).toBeFocused();
  await expect(page).toHaveURL(address);
});

test('Tab out of the chooser of columns closes it', async ({ page }) => {
  await ask(page, `${EXAMPLES.onBoth}\n${EXAMPLES.onNeither}`);
  await expectSummary(page, /^2 numbers: /u);
  await page.getByRole('button', { name: 'Columns' }).press('Enter');
  const chooser = page.getByRole('dialog', { name: 'Columns' });
  await chooser.getByRole('checkbox', { name: 'Line' }).focus();
  await tabInSight(page);
  await expect(chooser).toBeHidden();
  await expect(page.getByRole('button', { name: 'Copy evidence' })).toBeFocused();
});

test('Tab from a box of choices with its list open leads to the next control, not into the list', async ({ page }) => {
  await page.goto('/');
  for (const [box, next] of [
    [zoneBox(page), 'Keyboard shortcuts'],
    [page.getByRole('combobox', { name: 'Default country' }), 'Put all of them into the box'],
  ] as const) {
    await box.focus();
    await page.keyboard.press('ArrowDown');
    await expect(box).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: next })).toBeFocused();
  }
});

test('a box of choices that has nothing to choose from does not say that a list is open', async ({ page }) => {
  await page.goto('/');
  await zoneBox(page).fill('Mars/Olympus');
  await expect(page.getByText('Nothing matches “Mars/Olympus”.')).toBeVisible();
  await expect(zoneBox(page)).toHaveAttribute('aria-expanded', 'false');
});

test('from the Details button of a row, ↑ ↓ Home End lead to other rows', async ({ page }) => {
  await page.goto(mobivate.address('from=2020-03-01&to=2020-03-20&tz=UTC&size=25'));
  await complete(page);
  const details = mobivate.optOuts(page).getByRole('button', { name: /^Details of/u });
  await expect(details).toHaveCount(25);
  const last = 24;
  await details.first().focus();
  for (const [key, place] of [
    ['ArrowUp', 0],
    ['ArrowDown', 1],
    ['ArrowDown', 2],
    ['ArrowUp', 1],
    ['End', last],
    ['ArrowDown', last],
    ['Home', 0],
  ] as const) {
    await page.keyboard.press(key);
    await expect(details.nth(place)).toBeFocused();
  }
});

test('in a list too long to be drawn whole, ↓ goes on from row to row', async ({ page }) => {
  await ask(page, Array.from({ length: 600 }, (_, row) => `junk ${row}`).join('\n'));
  await expectSummary(page, /^600 numbers: /u);
  // What draws long lists has come.
  await results(page).locator('tr[data-index="0"] th button').focus();
  for (let row = 0; row < 40; row += 1) {
    await page.keyboard.press('ArrowDown');
    await expect(results(page).locator(`tr[data-index="${row + 1}"] th button`)).toBeFocused();
  }
});

test('with text twice as large, no page is wider than a window of 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const address of ['/', mobivate.address('from=2026-03-01&to=2026-03-09&tz=UTC'), '/textus']) {
    await page.goto(address);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    await expect(
      page.locator('main').getByRole('button', { name: /^(?:\+1 409 555 0004|Details of .*)$/u }),
    ).not.toHaveCount(0);
    await expect(page.locator('table[aria-busy]')).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(320);
  }
});
