import type { Page } from '@playwright/test';

/**
 * Begins to note every main-thread task of over 50 ms (Long Tasks API), the buffered ones of the load among them; forgets
 * them when the page is loaded anew.
 */
export async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { longTasks: tasks });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push(entry.duration);
    }).observe({ type: 'longtask', buffered: true });
  });
}

/** The longest since it was asked last, in ms; "≤ 50" when the browser has seen none. */
export async function longestTask(page: Page): Promise<string> {
  const longest = await page.evaluate(async () => {
    // Entries are delivered after the task that they tell of.
    await new Promise((resolve) => setTimeout(resolve, 200));
    const { longTasks } = globalThis as unknown as { longTasks: number[] };
    return Math.max(0, ...longTasks.splice(0));
  });
  return longest === 0 ? '≤ 50' : String(Math.round(longest));
}
