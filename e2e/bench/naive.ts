import type { MobivateRow } from '../../src/providers/mobivate/schema';

interface Window {
  readonly from: number;
  readonly to: number;
  readonly page?: number;
}

/** One answer of the vendor; all the naive ways look at is its rows. */
type FetchWindow = (window: Window) => Promise<{ readonly rows: readonly MobivateRow[] }>;

/** A way of reading an interval (ms UTC, whole seconds) that people write first; it gives the number of distinct rows. */
export type NaiveReading = (
  interval: { readonly from: number; readonly to: number },
  fetchWindow: FetchWindow,
  concurrency: number,
) => Promise<{ readonly rows: number }>;

const FULL = 1000;

/** Page 1, 2, 3 … of the whole interval until a page is not full. Silently 1,000 rows where the vendor ignores `page`. */
export const pageWalk: NaiveReading = async (interval, fetchWindow) => {
  const ids = new Set<string>();
  for (let page = 1; ; page += 1) {
    const before = ids.size;
    const { rows } = await fetchWindow({ ...interval, page });
    for (const { id } of rows) ids.add(id);
    if (rows.length < FULL || ids.size === before) return { rows: ids.size };
  }
};

/** Every full window is split in two, down to a second; `concurrency` windows at a time. */
export const halving: NaiveReading = async (interval, fetchWindow, concurrency) => {
  const ids = new Set<string>();
  const open: Window[] = [interval];
  const ask = async (): Promise<void> => {
    for (let window = open.pop(); window !== undefined; window = open.pop()) {
      const { from, to } = window;
      const { rows } = await fetchWindow(window);
      for (const { id } of rows) ids.add(id);
      if (rows.length < FULL || to - from <= 1000) continue;
      const middle = from + Math.floor((to - from) / 2000) * 1000;
      open.push({ from, to: middle }, { from: middle, to });
      // Whoever is idle takes the second half.
      if (running.size < concurrency) start();
    }
  };
  const running = new Set<Promise<void>>();
  const start = () => {
    const worker: Promise<void> = ask().finally(() => running.delete(worker));
    running.add(worker);
  };
  start();
  while (running.size > 0) await Promise.race(running);
  return { rows: ids.size };
};
