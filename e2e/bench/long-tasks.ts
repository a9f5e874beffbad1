/** A page in which a function can be run, whoever drives it. */
interface Page {
  readonly evaluate: <Result>(inPage: () => Result | Promise<Result>) => Promise<Result>;
}

/**
 * Begins to note every main-thread task of over 50 ms (Long Tasks API) and every interaction of over 16 ms (Event Timing), the
 * buffered ones of the load among them; forgets them when the page is loaded anew.
 */
export async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const [longTasks, interactions]: [number[], number[]] = [[], []];
    Object.assign(globalThis, { longTasks, interactions });
    const note = (into: number[]) => (list: PerformanceObserverEntryList) => {
      for (const entry of list.getEntries()) {
        // The pointer passing over things is no interaction: it has no id.
        if ((entry as PerformanceEventTiming).interactionId !== 0) into.push(entry.duration);
      }
    };
    new PerformanceObserver(note(longTasks)).observe({ type: 'longtask', buffered: true });
    // `durationThreshold` (Event Timing API) is not in TypeScript's library yet.
    const events: PerformanceObserverInit & { readonly durationThreshold: number } = {
      type: 'event',
      durationThreshold: 16,
      buffered: true,
    };
    new PerformanceObserver(note(interactions)).observe(events);
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
