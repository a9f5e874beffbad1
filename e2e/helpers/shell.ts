import { expect, type Locator, type Page } from '@playwright/test';
import { Temporal } from 'temporal-polyfill';

/** The pages of the product: the name of the link, the heading, the path. */
export const PAGES = [
  { link: 'Check', heading: 'Check numbers', path: '/' },
  { link: 'Mobivate', heading: 'Mobivate opt-outs', path: '/mobivate' },
  { link: 'TextUs', heading: 'TextUs opt-outs', path: '/textus' },
] as const;

export function mainLink(page: Page, name: string): Locator {
  return page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true });
}

/** Waits until a page has arrived: its heading and its title. */
export async function expectPage(page: Page, heading: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
  await expect(page).toHaveTitle(`${heading} · Opt-out lookup`);
}

export function zoneBox(page: Page): Locator {
  return page.getByRole('combobox', { name: 'Time zone' });
}

/** Types a zone, or enough of its name, and takes it. */
export async function chooseZone(page: Page, typed: string): Promise<void> {
  await zoneBox(page).fill(typed);
  await zoneBox(page).press('Enter');
}

/** The offset of a zone now, as the zone box writes it: `UTC+11:00`. Found with Temporal, so not by our own reckoning. */
export function offsetNow(zone: string): string {
  return `UTC${Temporal.Now.zonedDateTimeISO(zone).offset}`;
}

/** The controls of one vendor in the sandbox's panel, which must be open. */
export function vendorControls(page: Page, vendor: string): Locator {
  return page.getByRole('region', { name: 'Sandbox' }).getByRole('group', { name: vendor });
}

export async function openSandboxPanel(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Make it misbehave' }).click();
  await expect(vendorControls(page, 'TextUs')).toBeVisible();
}

/** Background of the page, as the browser paints it. */
export async function pageColour(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}
