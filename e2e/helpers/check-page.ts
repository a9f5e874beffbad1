import { expect, type Locator, type Page } from '@playwright/test';

import { column } from './table';

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
  await expect(page.getByRole('status')).toHaveText(text, { timeout: 60_000 });
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

/** Puts a text into the box as people do: from the clipboard. Waits until the page has taken it. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.getByRole('textbox', { name: 'Phone numbers' }).press('ControlOrMeta+V');
}

/** Presses Check. */
export async function check(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Check', exact: true }).click();
}

/** The verdict words of one column, without what is said under them. */
export async function verdictWords(page: Page, header: string): Promise<readonly string[]> {
  return (await column(results(page), header)).map((text) => text.split('\n')[0]?.trim() ?? '');
}

/** Drops a file on the page, as from a folder window. */
export async function dropFile(page: Page, name: string, type: string, text: string): Promise<void> {
  await dropFiles(page, [[name, type, text]]);
}

/** Drops several files (name, media type, text) at once. */
export async function dropFiles(
  page: Page,
  files: readonly (readonly [name: string, type: string, text: string])[],
): Promise<void> {
  const transfer = await page.evaluateHandle((dropped) => {
    const data = new DataTransfer();
    for (const [name, type, text] of dropped) data.items.add(new File([text], name, { type }));
    return data;
  }, files);
  const target = page.getByRole('heading', { name: 'Check numbers' });
  for (const event of ['dragenter', 'dragover', 'drop']) await target.dispatchEvent(event, { dataTransfer: transfer });
}
