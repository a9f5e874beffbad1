import { type Locator, type Page } from '@playwright/test';

import { EXAMPLES, expectSummary, resultRow } from './helpers/check-page';
import { readCsv } from './helpers/csv';
import { enter, STATES } from './helpers/states';
import { expect, test } from './helpers/test';

/** What is wrong with the focus as it stands: nothing has it, nothing shows it, or it is under something else. */
async function focusFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return [];
    const name = `${element.tagName.toLowerCase()} "${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40)}"`;
    // A radio button or a file field out of sight shows its focus on what stands for it.
    const marked = [element, element.parentElement, element.previousElementSibling, element.nextElementSibling].find(
      (each) => {
        if (each === null) return false;
        const { outlineStyle, outlineWidth } = getComputedStyle(each);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      },
    );
    if (marked === undefined || marked === null) return [`does not show its focus: ${name}`];
    const { left, top, width, height } = marked.getBoundingClientRect();
    if (top < 0 || left < 0 || top + Math.min(height, innerHeight) > innerHeight + 1) {
      return [`is out of the window: ${name} at ${Math.round(top)} of ${innerHeight}`];
    }
    const onTop = document.elementFromPoint(left + width / 2, top + height / 2);
    const free = onTop !== null && (marked.contains(onTop) || onTop.contains(marked));
    return free ? [] : [`is covered: ${name}`];
  });
}

/** Presses Tab until the element has the focus, and looks at every stop on the way. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stops = 0; stops < 60; stops += 1) {
    await page.keyboard.press('Tab');
    expect(await focusFaults(page)).toEqual([]);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(target).toBeFocused();
}

test('the whole job of Check, by keyboard alone', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/');
  const box = page.getByRole('textbox', { name: 'Phone numbers' });
  await tabTo(page, box);
  await page.keyboard.type(EXAMPLES.onBoth);
  await page.keyboard.press('Enter');
  await expectSummary(page, '1 number: 1 opted out, 0 not found, 0 could not check');
  await expect(box).toBeFocused();

  await page.keyboard.press('End');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('951 555 0022');
  await tabTo(page, page.getByRole('combobox', { name: 'Default country' }));
  await page.keyboard.type('canada');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Check', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expectSummary(page, '2 numbers: 1 opted out, 1 not found, 0 could not check');
  await expect(page.getByRole('button', { name: 'Check', exact: true })).toBeFocused();

  await tabTo(page, page.getByRole('button', { name: 'Copy evidence' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Copied').first()).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`Number as asked: ${EXAMPLES.onBoth}`);
  const downloading = page.waitForEvent('download');
  await tabTo(page, page.getByRole('button', { name: 'Download CSV' }));
  await page.keyboard.press('Enter');
  expect((await readCsv(await downloading)).rows).toHaveLength(2);

  const details = resultRow(page, EXAMPLES.onBoth).getByRole('button', { name: /^Details of/u });
  await tabTo(page, details);
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog');
  await expect(panel).toBeVisible();
  await tabTo(page, panel.getByRole('button', { name: /evidence/u }));
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(details).toBeFocused();
});

const WALKED = [
  'Check, a list',
  'Check, sandbox panel',
  'Mobivate, whole',
  'Mobivate, partial',
  'TextUs, exact numbers',
];

for (const state of STATES.filter(({ name }) => WALKED.includes(name))) {
  for (const width of [1280, 390]) {
    test(`${state.name}, ${width} px: every stop of the Tab key is seen, and none is a trap`, async ({
      page,
      sandbox,
      front,
    }) => {
      await page.setViewportSize({ width, height: 700 });
      await enter(page, sandbox, front, state);
      // From the top, as somebody who has just come.
      await page.getByRole('link', { name: 'Skip to the page' }).focus();
      let stops = 0;
      do {
        await page.keyboard.press('Tab');
        expect.soft(await focusFaults(page), `stop ${stops}`).toEqual([]);
        stops += 1;
      } while (stops < 300 && !(await page.locator('body').evaluate((body) => body === document.activeElement)));
      expect(stops).toBeGreaterThan(10);
      expect(stops).toBeLessThan(300);
    });
  }
}
