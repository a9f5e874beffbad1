import type { Page } from '@playwright/test';

/** One shift of the layout that no key or press asked for. */
interface Shift {
  readonly value: number;
  /** The beginnings of the texts that moved. */
  readonly what: string;
}

/** Notes every shift of the layout that no key or press has asked for, from the first paint on (Layout Instability API). */
export async function watchShifts(page: Page): Promise<void> {
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

/** How much of it there was in all, in the API's own measure (a tenth is what the web calls good), and what moved. */
export async function shiftSum(page: Page): Promise<{ readonly sum: number; readonly moved: readonly string[] }> {
  const all = await page.evaluate(async () => {
    // What moves with the last paint is reported a frame later.
    for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    return (globalThis as unknown as { shifts: Shift[] }).shifts;
  });
  return {
    sum: all.reduce((sum, { value }) => sum + value, 0),
    moved: all.map(({ value, what }) => `${value.toFixed(4)} ${what}`),
  };
}
