import type { Locator, Page } from '@playwright/test';

import { ask, check, EXAMPLES, expectSummary, paste } from './helpers/check-page';
import * as mobivate from './helpers/mobivate-page';
import { complete } from './helpers/state-kit';
import { expect, test } from './helpers/test';
import * as textus from './helpers/textus-page';

/** Marks the live regions of the page: words that come into one of them later are read, words that come with a new one mostly not. */
const markRegions = (page: Page) =>
  page.locator('[aria-live]').evaluateAll((regions) => {
    for (const region of regions) region.setAttribute('data-stood', '');
  });

/** Words that stand in a live region that was there before them. */
async function expectHeard(words: Locator): Promise<void> {
  await expect(words).toBeVisible();
  expect(await words.evaluate((element) => element.closest('[aria-live]')?.hasAttribute('data-stood'))).toBe(true);
}

/** All that stands in live regions from now on, each time it changes. */
async function listenFromNow(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        if (addedNodes.length > 0 || target instanceof Text) {
          const region = element?.closest('[aria-live], [role=status]');
          if (region?.textContent) heard.push(region.textContent);
        }
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
}

test('Check pressed with an empty box: why nothing is asked is said, and nothing else', async ({ page }) => {
  await page.goto('/');
  const button = page.getByRole('button', { name: 'Check', exact: true });
  await button.focus();
  await markRegions(page);
  const heard = await listenFromNow(page);
  await page.keyboard.press('Enter');
  await expectHeard(page.getByText('Enter at least one phone number.'));
  expect((await heard()).filter((text) => text.includes('Reading'))).toEqual([]);
});

test('what is wrong with a bound of the range is said where one presses Enter', async ({ page }) => {
  await page.goto(mobivate.address('from=2026-03-01&to=2026-03-02&tz=UTC'));
  await complete(page);
  await markRegions(page);
  const from = page.getByRole('textbox', { name: 'From' });
  await from.fill('2026-02-31');
  await from.press('Enter');
  await expectHeard(page.getByText(/^2026-02-31 is on no calendar/u));
  // The other bound may be the one that is wrong now: those who are here have to hear of it.
  await from.fill('2026-03-05');
  await from.press('Enter');
  await expectHeard(page.getByText(/^The end lies before the start/u));
});

test('why Look up asks nothing is said', async ({ page }) => {
  await page.goto(textus.address('q=303'));
  await complete(page);
  await markRegions(page);
  await page.getByRole('button', { name: 'Look up' }).press('Enter');
  await expectHeard(page.getByText('Enter at least one phone number.'));
});

test('that the answers are of another question than the box holds is said', async ({ page }) => {
  await ask(page, EXAMPLES.onBoth);
  await expectSummary(page, /^1 number: /u);
  await markRegions(page);
  await page.getByRole('textbox', { name: 'Phone numbers' }).press('5');
  await expectHeard(page.getByText('The answers below are not for what is in the box now'));
});

test('the calendar says the days that were chosen, not those before', async ({ page }) => {
  await page.goto(mobivate.address('from=2026-03-01&to=2026-03-09&tz=UTC'));
  await complete(page);
  const heard = await listenFromNow(page);
  await page.getByRole('button', { name: 'Open the calendar' }).press('Enter');
  const day = page.getByRole('dialog', { name: 'Calendar' }).locator('[role=button]:focus');
  await expect(day).toHaveAccessibleName(/9 March 2026/u);
  await page.keyboard.press('Enter');
  await expect(day).toHaveAccessibleDescription(/finish selecting/u);
  await page.keyboard.press('ArrowDown');
  await expect(day).toHaveAccessibleName(/17 March 2026/u);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/from=2026-03-09&to=2026-03-17/u);
  const ranges = async () => (await heard()).filter((text) => text.includes('Selected Range'));
  await expect
    .poll(async () => (await ranges()).join('; '))
    .toMatch(/9 to Tuesday 17 March 2026|9 March to .*17 March 2026/u);
  expect((await ranges()).filter((text) => text.includes('1 to'))).toEqual([]);
});

test('each copy is said, also of a second row within a moment', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(mobivate.address('from=2020-03-01&to=2020-03-20&tz=UTC'));
  await complete(page);
  const details = mobivate.optOuts(page).getByRole('button', { name: /^Details of/u });
  const heard = await listenFromNow(page);
  const copies = async () => (await heard()).filter((text) => text === 'Row copied').length;
  for (const [place, times] of [0, 1, 1].entries()) {
    await details.nth(times).press('ControlOrMeta+c');
    await expect.poll(copies).toBe(place + 1);
  }
});

test('a button with only an icon is named once: what the mouse shows on rest is not its description too', async ({
  page,
}) => {
  await page.goto('/');
  for (const name of ['Preferences', 'Keyboard shortcuts']) {
    const button = page.getByRole('button', { name });
    await button.hover();
    await expect(button.locator(`[title="${name}"]`)).toHaveCount(1);
    await expect(button).toHaveAccessibleDescription('');
  }
});

test('the progress that takes the focus has a name of its own, not all that stands in it', async ({
  page,
  sandbox,
}) => {
  await sandbox.set('mobivate', { latencyMs: 60_000 });
  await page.goto(mobivate.address('from=2020-03-01&to=2020-03-20&tz=UTC'));
  await page.getByRole('button', { name: 'Cancel' }).press('Enter');
  await page.getByRole('button', { name: 'Retry' }).press('Enter');
  const progress = page.locator('[data-focus-home="progress"]');
  await expect(progress).toBeFocused();
  await expect(progress).toHaveRole('group');
  await expect(progress).toHaveAccessibleName(/: under way$/u);
});

test('junk alone is answered at once, and the sum is said although it comes with its region', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('textbox', { name: 'Phone numbers' }).fill('hello');
  await page.evaluate(() => {
    const later: string[] = [];
    Object.assign(globalThis, { later });
    new MutationObserver((changes) => {
      for (const { target } of changes)
        if (target instanceof Element && target.role === 'status') later.push(target.textContent);
    }).observe(document.body, { subtree: true, childList: true });
  });
  await check(page);
  await expectSummary(page, '1 number: 0 opted out, 0 not found, 1 could not check');
  await expect
    .poll(() => page.evaluate(() => (globalThis as unknown as { later: string[] }).later))
    .toContain('1 number: 0 opted out, 0 not found, 1 could not check');
});

test('that a long list is held, and the box shows its beginning only, is said', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('textbox', { name: 'Phone numbers' })).toBeVisible();
  await markRegions(page);
  await paste(page, Array.from({ length: 12_001 }, (_, line) => `junk ${line}`).join('\n'));
  await expectHeard(page.getByText(/^12,001 lines are held; the box shows the first/u));
});

test('what was taken from a file is said', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('textbox', { name: 'Phone numbers' })).toBeVisible();
  await markRegions(page);
  const add = (name: string, text: string) =>
    page
      .getByLabel('Add numbers from a file')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') });
  await add('list.csv', `name,mobile\nA,${EXAMPLES.onBoth}\nB,${EXAMPLES.onNeither}\n`);
  const said = page.getByText('Numbers taken from the column mobile of list.csv.');
  await expect(said).toHaveCount(1);
  expect(await said.evaluate((element) => element.hasAttribute('data-stood'))).toBe(true);
  await add('list.txt', `${EXAMPLES.onBoth}\n${EXAMPLES.onNeither}\n`);
  await expectHeard(page.getByText('Numbers taken from list.txt.'));
});

test('the rows on screen are said when the page is turned, not with every key of a search', async ({ page }) => {
  await page.goto(mobivate.address('from=2020-03-01&to=2020-06-20&tz=UTC&size=25'));
  await complete(page);
  const range = page.getByRole('navigation', { name: 'Pagination' }).getByText(/^\d+–\d+ of /u);
  await expect(range).toHaveText(/^1–25 of /u);
  await page.getByRole('searchbox', { name: 'Find number' }).press('5');
  await expect(range).toHaveAttribute('aria-live', 'off');
  await page.getByRole('button', { name: 'Next page' }).focus();
  await expect(range).toHaveAttribute('aria-live', 'polite');
  await page.keyboard.press('Enter');
  await expect(range).toHaveText(/^26–50 of /u);
  await expect(range).toHaveAttribute('aria-live', 'polite');
});

test('the hint of the search is said to those who type in it, not when a lookup empties it', async ({ page }) => {
  await page.goto(textus.address('q=303'));
  await complete(page);
  const hint = page.getByText(/^Searches for numbers that contain|^Any part of a number/u);
  await expect(hint).toHaveAttribute('aria-live', 'off');
  await page.getByRole('searchbox', { name: 'Search numbers' }).focus();
  await expect(hint).toHaveAttribute('aria-live', 'polite');
});

test('a list that was read before is said when one comes back to its page', async ({ page }) => {
  await page.goto(textus.address('q=303'));
  await complete(page);
  await page.keyboard.type('gc');
  await expect(page.getByRole('heading', { level: 1, name: 'Check numbers' })).toBeVisible();
  const heard = await listenFromNow(page);
  await page.goBack();
  await complete(page);
  await expect.poll(async () => (await heard()).filter((text) => text.startsWith('Complete: 7')).length).toBe(1);
});
