import { accessibilityFaults } from './helpers/axe';
import { layoutFaults } from './helpers/layout';
import { lengthenWords } from './helpers/long-words';
import { overlapFaults } from './helpers/overlap';
import { enter, STATES } from './helpers/states';
import { expect, test } from './helpers/test';

/** Windows in CSS px: a desk, a phone, and the reflow of WCAG 1.4.10. */
const WINDOWS = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
  { width: 320, height: 640 },
] as const;
/** The desk at 200 % zoom (WCAG 1.4.4), which looks like the phone but has even less height. */
const ZOOMED = { width: 640, height: 400 };
/** All that another theme can change. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

for (const state of STATES) {
  test(`${state.name}: axe finds nothing, nothing is cut off or too small, in any window and theme`, async ({
    page,
    sandbox,
    front,
  }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
    await enter(page, sandbox, front, state);
    await page.setViewportSize(ZOOMED);
    expect.soft(await layoutFaults(page), `${state.name}, 200 %`).toEqual([]);
    for (const size of WINDOWS) {
      const where = `${state.name}, ${size.width} px`;
      await page.setViewportSize(size);
      expect.soft(await layoutFaults(page), where).toEqual([]);
      expect.soft(await accessibilityFaults(page), where).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect.soft(await accessibilityFaults(page, COLOURS), `${where}, dark`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
      expect.soft(await overlapFaults(page), where).toEqual([]);
    }
    await lengthenWords(page);
    expect.soft(await layoutFaults(page), `${state.name}, 320 px, long words`).toEqual([]);
    expect.soft(await overlapFaults(page), `${state.name}, 320 px, long words`).toEqual([]);
  });
}
