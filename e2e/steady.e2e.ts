import type { Page } from '@playwright/test';

import { EXAMPLES } from './helpers/check-page';
import { expect, test } from './helpers/test';

interface Shift {
  readonly value: number;
  readonly what: string;
}

/** Notes every shift of the layout that no key or press has asked for, from the first paint on (Layout Instability API). */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: Shift[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput, sources } = entry as PerformanceEntry & {
          readonly value: number;
          readonly hadRecentInput: boolean;
          readonly sources: readonly { readonly node: Node | null }[];
        };
        if (hadRecentInput) continue;
        shifts.push({ value, what: sources.map(({ node }) => node?.textContent?.slice(0, 40) ?? '').join(' | ') });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

async function shifts(page: Page): Promise<readonly Shift[]> {
  const all = await page.evaluate(() => (globalThis as unknown as { shifts: Shift[] }).shifts);
  return all.filter(({ value }) => value > 0.02);
}

const LISTS = [
  ['Mobivate', '/mobivate?from=2018-01-01&to=2026-11-01&tz=UTC'],
  ['TextUs', '/textus?account=my_account&q=555'],
] as const;

for (const [vendor, path] of LISTS) {
  test(`${vendor}: nothing on the page jumps while it loads and reads`, async ({ page, sandbox }) => {
    await sandbox.set(vendor.toLowerCase(), { latencyMs: 150 });
    await watchShifts(page);
    await page.goto(path);
    await expect(page.getByRole('status')).toHaveText(/^Complete: /u, { timeout: 60_000 });
    await expect(page.getByRole('rowheader').first()).toBeVisible();
    expect(await shifts(page)).toEqual([]);
  });
}

test('Check: nothing jumps while the page loads, nor when answers come in later than half a second', async ({
  page,
  sandbox,
}) => {
  await sandbox.set('mobivate', { latencyMs: 150 });
  await watchShifts(page);
  await page.goto('/');
  await page.getByRole('textbox', { name: 'Phone numbers' }).pressSequentially(EXAMPLES.onBoth);
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type(EXAMPLES.onNeither);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('status')).toHaveText(/^2 numbers: /u, { timeout: 60_000 });
  expect(await shifts(page)).toEqual([]);
});

test('those who listen hear the start, then a word every five seconds, then the end', async ({ page, sandbox }) => {
  await sandbox.set('mobivate', { latencyMs: 900 });
  await page.addInitScript(() => {
    const spoken: { readonly at: number; readonly text: string }[] = [];
    Object.assign(globalThis, { spoken });
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest('[aria-live=polite]') ?? null;
        // What screen readers alone get, of a reading under way.
        if (region?.classList.contains('visually-hidden') !== true || !/request/u.test(region.textContent)) continue;
        spoken.push({ at: performance.now(), text: region.textContent });
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await page.goto('/mobivate?from=2018-01-01&to=2026-11-01&tz=UTC');
  await expect(page.getByRole('status')).toHaveText(/^Complete: /u, { timeout: 60_000 });
  const spoken = await page.evaluate(
    () => (globalThis as unknown as { spoken: { at: number; text: string }[] }).spoken,
  );
  expect(spoken.length).toBeGreaterThan(0);
  for (const [index, { at }] of spoken.entries()) {
    if (index > 0) expect(at - (spoken[index - 1]?.at ?? 0)).toBeGreaterThan(4500);
  }
});
