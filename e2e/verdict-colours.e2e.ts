import type { Page } from '@playwright/test';

import { ask, EXAMPLES, expectSummary, resultRow } from './helpers/check-page';
import { expect, test } from './helpers/test';
import { address } from './helpers/textus-page';

const LIST = [EXAMPLES.onBoth, EXAMPLES.onNeither, 'nobody'].join('\n');

/** One colour the browser draws, and where. */
interface Drawn {
  readonly where: string;
  readonly rgb: readonly [number, number, number];
}

/**
 * The colours of everything that stands for "Not found" on the page: the words, the icon's line and fill, the cell and row under
 * them, the button that counts them, the part of the bar. Transparent ones draw nothing.
 */
async function notFoundColours(page: Page): Promise<readonly Drawn[]> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const drawn: { where: string; rgb: [number, number, number] }[] = [];
    const note = (where: string, colour: string) => {
      if (canvas === null || colour === 'none') return;
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
      if (alpha > 0) drawn.push({ where, rgb: [red, green, blue] });
    };
    const noteAll = (where: string, element: Element) => {
      const style = getComputedStyle(element);
      note(`${where}, ground`, style.backgroundColor);
      if (Number.parseFloat(style.borderTopWidth) > 0) note(`${where}, border`, style.borderTopColor);
      if (element.textContent !== '') note(`${where}, text`, style.color);
      if (!(element instanceof SVGElement)) return;
      note(`${where}, line`, style.stroke);
      note(`${where}, fill`, style.fill);
    };
    const texts = document.evaluate('//text()[contains(., "Not found")]', document.body, null, 7);
    for (let place = 0; place < texts.snapshotLength; place += 1) {
      const word = texts.snapshotItem(place)?.parentElement;
      if (word === null || word === undefined || !word.checkVisibility() || word.closest('p') !== null) continue;
      const whole = word.closest('button') ?? word.parentElement?.parentElement ?? word;
      for (const part of [whole, ...whole.querySelectorAll('*')])
        noteAll(`${whole.textContent} <${part.tagName}>`, part);
      for (let box = whole.parentElement; box !== null; box = box.parentElement)
        noteAll(`around, <${box.tagName}>`, box);
    }
    const bar = document.querySelector('[class*="bar"] > [class*="not-found"]');
    if (bar !== null) noteAll('bar', bar);
    return drawn;
  });
}

/** Green to the eye: more of it than of red and blue, by more than a grey's rounding. */
const isGreen = ({ rgb: [red, green, blue] }: Drawn) => green > red + 12 && green > blue + 12;

async function expectNoGreen(page: Page, least: number): Promise<void> {
  for (const [name, media] of [
    ['light', { colorScheme: 'light', forcedColors: 'none' }],
    ['dark', { colorScheme: 'dark', forcedColors: 'none' }],
    ['forced, light', { colorScheme: 'light', forcedColors: 'active' }],
    ['forced, dark', { colorScheme: 'dark', forcedColors: 'active' }],
  ] as const) {
    await page.emulateMedia(media);
    const drawn = await notFoundColours(page);
    expect(drawn.length, name).toBeGreaterThanOrEqual(least);
    expect(drawn.filter(isGreen), name).toEqual([]);
  }
}

test('Check: nothing that is drawn for "Not found" is green, in any theme or with forced colours', async ({ page }) => {
  await ask(page, LIST);
  await expectSummary(page, '3 numbers: 1 opted out, 1 not found, 1 could not check');
  const where = (await notFoundColours(page)).map((drawn) => drawn.where);
  for (const part of ['<SPAN>, text', '<circle>, line', '<BUTTON>, border', 'around, <TD>, text', 'bar, border']) {
    expect(where.filter((one) => one.includes(part)).length, part).toBeGreaterThan(0);
  }
  await expectNoGreen(page, 20);
  await resultRow(page, EXAMPLES.onNeither)
    .getByRole('button', { name: /^Details of/u })
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoGreen(page, 20);

  await ask(page, EXAMPLES.onNeither);
  await expectSummary(page, '1 number: 0 opted out, 1 not found, 0 could not check');
  await expectNoGreen(page, 20);
});

test('TextUs: nor among the exact numbers', async ({ page }) => {
  await page.goto(address('exact=5553031234,9515550022'));
  await expect(page.getByRole('status')).toHaveText('Complete: 1 opt-out');
  await page.locator('summary', { hasText: 'How each' }).click();
  await expectNoGreen(page, 10);
});

test('the three verdicts differ in outline and in words, wherever they stand', async ({ page }) => {
  await ask(page, LIST);
  await expectSummary(page, '3 numbers: 1 opted out, 1 not found, 1 could not check');
  const seen = await page
    .getByRole('table', { name: 'Results' })
    .locator('tbody svg')
    .evaluateAll((icons) =>
      icons.flatMap((icon) => {
        const [word = ''] = /Opted out|Not found|Could not check/u.exec(icon.parentElement?.textContent ?? '') ?? [];
        return word === '' ? [] : [`${word} ${icon.innerHTML}`];
      }),
    );
  const buttons = await page
    .getByRole('group', { name: 'Show rows' })
    .locator('button:has(svg)')
    .evaluateAll((all) =>
      all.map((button) => {
        const [word = ''] = /Opted out|Not found|Could not check/u.exec(button.textContent) ?? [];
        return `${word} ${button.querySelector('svg')?.innerHTML ?? ''}`;
      }),
    );
  const kinds = [...new Set([...seen, ...buttons])];
  // One outline for each word everywhere, and none for two of them.
  expect(kinds).toHaveLength(3);
  expect(new Set(kinds.map((kind) => kind.replace(/^[A-Z][a-z ]+/u, ''))).size).toBe(3);
});
