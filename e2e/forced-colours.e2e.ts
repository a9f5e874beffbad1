import { enter, STATES } from './helpers/states';
import { expect, test } from './helpers/test';

/** Nothing is worked on paper; nor does Chromium force colours on it (seen while it made a PDF): a sheet stays black on white. */
const PAPER = /paper$/u;

for (const state of STATES.filter(({ name }) => !PAPER.test(name))) {
  test(`${state.name}: with forced colours each control keeps a border that is seen, and the focus its ring`, async ({
    page,
    sandbox,
    front,
  }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ forcedColors: 'active' });
    await enter(page, sandbox, front, state);
    const bare = await page.evaluate(() => {
      const scope = document.querySelector('dialog:modal') ?? document.body;
      const ground = getComputedStyle(document.body).backgroundColor;
      const controls = [
        ...scope.querySelectorAll(
          'button:not(th button), input:not([type=radio], [type=checkbox], [type=file]), select, textarea',
        ),
      ];
      return controls.flatMap((control) => {
        if (!control.checkVisibility({ visibilityProperty: true })) return [];
        const { borderTopWidth, borderTopColor, borderTopStyle } = getComputedStyle(control);
        const seen = Number.parseFloat(borderTopWidth) >= 1 && borderTopStyle !== 'none' && borderTopColor !== ground;
        return seen
          ? []
          : [`${control.tagName} ${control.getAttribute('aria-label') ?? control.textContent.slice(0, 30)}`];
      });
    });
    expect(bare).toEqual([]);
    for (let stop = 0; stop < 12; stop += 1) {
      await page.keyboard.press('Tab');
      const ring = await page.evaluate(() => {
        const focused = document.activeElement;
        if (focused === null || focused === document.body) return 'none needed';
        const marked = [focused, focused.parentElement, focused.nextElementSibling].some((element) => {
          if (element === null) return false;
          const { outlineStyle, outlineWidth } = getComputedStyle(element);
          return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
        });
        return marked ? 'seen' : `not seen on ${focused.outerHTML.slice(0, 80)}`;
      });
      expect(ring).not.toContain('not seen');
    }
  });
}
