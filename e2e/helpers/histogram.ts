import { expect, type Locator, type Page } from '@playwright/test';

/** The list of bars. */
export function bars(page: Page): Locator {
  return page.getByRole('listbox', { name: /^Opt-outs by / });
}

/** The card around them. */
export function picture(page: Page): Locator {
  return page.getByRole('region', { name: 'Opt-outs over time' });
}

/** The number each bar says, in order; what it says when it is no whole number of opt-outs. */
export async function barCounts(page: Page): Promise<readonly (number | string)[]> {
  const names = await bars(page)
    .getByRole('option')
    .evaluateAll((options) => options.map((option) => option.getAttribute('aria-label') ?? ''));
  return names.map((name) => {
    const [, count] = /, ([\d,]+) opt-outs?(?:: |$)/u.exec(name) ?? [];
    return count === undefined ? name : Number(count.replaceAll(',', ''));
  });
}

/** Waits until the bars rest on a list that was read whole. */
export async function expectWholePicture(page: Page): Promise<void> {
  await expect(bars(page)).not.toHaveAttribute('aria-busy');
  await expect(picture(page).getByText(/^(Being read|Incomplete)$/u)).toHaveCount(0);
}

/** The middle of the place of a bar, in the window. */
export async function placeOfBar(page: Page, bar: number): Promise<{ readonly x: number; readonly y: number }> {
  await bars(page).scrollIntoViewIfNeeded();
  return bars(page).evaluate((list, index) => {
    const box = list.getBoundingClientRect();
    const lines = [...list.querySelectorAll('line')].map((line) => line.getBoundingClientRect());
    const [axis = box] = lines;
    const count = list.querySelectorAll('[role=option]').length;
    return { x: axis.left + ((index + 0.5) * axis.width) / count, y: box.top + 60 };
  }, bar);
}
