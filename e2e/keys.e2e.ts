import { type Locator, type Page } from '@playwright/test';

import { EXAMPLES } from './helpers/check-page';
import { expectPage, mainLink, PAGES } from './helpers/shell';
import { expect, test } from './helpers/test';

const keysDialog = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' });

/** The box that `/` leads to on each page. */
const MAIN_BOXES: Readonly<Record<string, (page: Page) => Locator>> = {
  '/': (page) => page.getByRole('textbox', { name: 'Phone numbers' }),
  '/mobivate': (page) => page.getByRole('searchbox', { name: 'Find number' }),
  '/textus': (page) => page.getByRole('searchbox', { name: 'Search numbers' }),
};

for (const { heading, path } of PAGES) {
  test(`on ${path} the key / leads to the main box, and nothing is typed into it`, async ({ page }) => {
    await page.goto(path);
    await expectPage(page, heading);
    const box = MAIN_BOXES[path]?.(page);
    if (box === undefined) throw new Error(`No main box known for ${path}`);
    await page.keyboard.press('/');
    await expect(box).toBeFocused();
    await expect(box).toHaveValue('');
    await page.keyboard.type('/?gt');
    await expect(box).toHaveValue('/?gt');
    await expectPage(page, heading);
    await expect(page.getByRole('dialog')).toBeHidden();
  });
}

test('g and a letter go from page to page, and the heading takes the focus', async ({ page }) => {
  await page.goto('/');
  await expectPage(page, 'Check numbers');
  for (const [keys, heading] of [
    ['gm', 'Mobivate opt-outs'],
    ['gt', 'TextUs opt-outs'],
    ['gc', 'Check numbers'],
  ] as const) {
    await page.keyboard.type(keys);
    await expectPage(page, heading);
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  }
  await page.goBack();
  await expectPage(page, 'TextUs opt-outs');
});

test('? lists the keys; Escape closes the list and gives the focus back', async ({ page }) => {
  await page.goto('/');
  const link = mainLink(page, 'TextUs');
  await link.focus();
  await page.keyboard.press('?');
  await expect(keysDialog(page)).toContainText('Go to Mobivate');
  // Nothing below a dialog is worked by accident.
  await page.keyboard.type('gm/');
  await expectPage(page, 'Check numbers');
  await page.keyboard.press('Escape');
  await expect(keysDialog(page)).toBeHidden();
  await expect(link).toBeFocused();

  const button = page.getByRole('button', { name: 'Keyboard shortcuts' });
  await button.click();
  await expect(keysDialog(page)).toBeVisible();
  await keysDialog(page).getByRole('button', { name: 'Close' }).click();
  await expect(button).toBeFocused();
});

test('keys with Ctrl, Alt or Meta belong to the browser', async ({ page }) => {
  await page.goto('/textus');
  await expectPage(page, 'TextUs opt-outs');
  for (const modifier of ['Control', 'Alt', 'Meta']) {
    await page.keyboard.press('g');
    await page.keyboard.press(`${modifier}+m`);
    await page.keyboard.press(`${modifier}+?`);
  }
  await expectPage(page, 'TextUs opt-outs');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('single keys can be turned off, which is remembered, and on again', async ({ page }) => {
  await page.goto('/');
  await expectPage(page, 'Check numbers');
  await page.keyboard.press('?');
  await keysDialog(page).getByRole('button', { name: 'Turn single keys off' }).click();
  await expect(keysDialog(page)).toContainText('Single keys are off');
  await page.keyboard.press('Escape');
  await page.reload();
  await expectPage(page, 'Check numbers');
  await page.keyboard.type('/?gm');
  await expectPage(page, 'Check numbers');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('textbox', { name: 'Phone numbers' })).not.toBeFocused();

  await page.getByRole('button', { name: 'Preferences' }).click();
  await page.getByRole('group', { name: 'Single-key shortcuts' }).getByText('On', { exact: true }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.type('gm');
  await expectPage(page, 'Mobivate opt-outs');
});

for (const way of ['hover', 'focus'] as const) {
  test(`to ${way} a link of the navigation loads the code of its page, and asks no vendor`, async ({
    page,
    sandbox,
  }) => {
    await page.goto('/');
    await expectPage(page, 'Check numbers');
    const scripts = () =>
      page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => new URL(name).pathname)
          .filter((path) => path.endsWith('.js')),
      );
    const before = new Set(await scripts());
    await mainLink(page, 'TextUs')[way]();
    await expect.poll(async () => (await scripts()).filter((path) => !before.has(path)).length).toBeGreaterThan(0);
    const loaded = (await scripts()).length;
    expect(await sandbox.requests('textus')).toEqual([]);
    expect(page.url()).not.toContain('textus');
    await mainLink(page, 'TextUs').click();
    await expectPage(page, 'TextUs opt-outs');
    expect((await scripts()).filter((path) => /\/Page-/u.test(path)).length).toBeLessThanOrEqual(loaded);
  });
}

test('the box of Check asks with the keyboard alone, and shortcuts do not get in the way of numbers', async ({
  page,
}) => {
  await page.goto('/');
  await expectPage(page, 'Check numbers');
  await page.keyboard.press('/');
  await page.keyboard.type(EXAMPLES.onBoth);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText('1 number: 1 opted out, 0 not found, 0 could not check');
});
