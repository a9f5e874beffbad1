import { expect, type Locator, type Page } from '@playwright/test';

/** What the sandbox says of its own examples: numbers and where they are. */
export const EXAMPLES = {
  onBoth: '+1 409 555 0004',
  onMobivate: '+1 861 555 0010',
  onMobivateTwice: '+1 274 555 0013',
  onTextUs: '+1 510 555 0016',
  onNeither: '+1 951 555 0022',
  mobivateSample: '4400111222',
  textUsSample: '5553031234',
} as const;

/** Opens the Check page, fills the box and presses Check; the answers may still be on their way. */
export async function ask(page: Page, text: string, url = '/'): Promise<void> {
  await page.goto(url);
  await page.getByRole('textbox', { name: 'Phone numbers' }).fill(text);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
}

/** Waits for the summary, which is said only when every vendor has answered. */
export async function expectSummary(page: Page, text: string | RegExp): Promise<void> {
  await expect(page.getByRole('status')).toHaveText(text, { timeout: 30_000 });
}

export function results(page: Page): Locator {
  return page.getByRole('table', { name: 'Results' });
}

/** The body row whose input cell holds exactly this text. */
export function resultRow(page: Page, input: string): Locator {
  return results(page)
    .getByRole('row')
    .filter({ has: page.getByRole('cell', { name: input, exact: true }) });
}
