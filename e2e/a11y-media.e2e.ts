import { ask, EXAMPLES, expectSummary, results } from './helpers/check-page';
import { enter, STATES } from './helpers/states';
import { expect, test } from './helpers/test';

const LIST = [EXAMPLES.onBoth, EXAMPLES.onNeither, 'nobody'].join('\n');

test('with forced colours each verdict keeps its own shape, in a colour that is seen', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await ask(page, LIST);
  await expectSummary(page, '3 numbers: 1 opted out, 1 not found, 1 could not check');
  const shapes = await results(page)
    .locator('tbody tr td:nth-of-type(2) svg:first-child')
    .evaluateAll((icons) =>
      icons.map((icon) => {
        const { color, width } = getComputedStyle(icon);
        return { shape: icon.innerHTML, seen: color !== getComputedStyle(document.body).backgroundColor, width };
      }),
    );
  expect(shapes).toHaveLength(3);
  expect(new Set(shapes.map(({ shape }) => shape)).size).toBe(3);
  for (const { seen, width } of shapes) {
    expect(seen).toBe(true);
    expect(Number.parseFloat(width)).toBeGreaterThanOrEqual(14);
  }
  // What is pressed, and where one is, is told by more than colour.
  const borders = await page
    .getByRole('group', { name: 'Show rows' })
    .getByRole('button')
    .evaluateAll((buttons) => buttons.map((button) => getComputedStyle(button).borderTopWidth));
  expect(borders[0]).not.toBe(borders[1]);
});

const MOVING = ['Check, reading', 'Check, details', 'Mobivate, reading', 'Mobivate, calendar'];

for (const state of STATES.filter(({ name }) => MOVING.includes(name))) {
  test(`${state.name}: nothing moves for those who want it so`, async ({ page, sandbox, front }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await enter(page, sandbox, front, state);
    const moving = () =>
      page.evaluate(() =>
        document
          .getAnimations()
          .filter(
            ({ playState, effect }) => playState === 'running' && Number(effect?.getComputedTiming().duration) > 10,
          )
          .map((animation) => (animation as CSSAnimation).animationName),
      );
    expect(await moving()).toEqual([]);
  });
}

test('on a phone, where rows are blocks, the table is still a table to those who listen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await ask(page, LIST);
  await expectSummary(page, '3 numbers: 1 opted out, 1 not found, 1 could not check');
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const count = (role: string) => nodes.filter((node) => !node.ignored && node.role?.value === role).length;
  expect(count('table')).toBe(1);
  expect(count('columnheader')).toBe(6);
  expect(count('row')).toBe(4);
  expect(count('rowheader')).toBe(3);
  expect(count('cell')).toBe(15);
  // Each cell shows its column's name, which is not read twice.
  const cell = nodes.find((node) => node.role?.value === 'cell');
  expect(cell?.name?.value).toBe(EXAMPLES.onBoth);
});
