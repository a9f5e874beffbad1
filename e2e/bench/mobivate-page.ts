import { chromium, type Page } from '@playwright/test';

import { longestTask, watchLongTasks } from './long-tasks';
import { printTable } from './table';
import { startWorld } from './world';

/** What a person does on the page, and how they see that it is done. */
interface Step {
  readonly what: string;
  /** Presses the button of this name. */
  readonly press?: string;
  /** Types into the search box. */
  readonly type?: string;
  /** What the page then shows: the sorted column and its order, the digits of the first number, all text, parted by bars. */
  readonly until: RegExp;
}

const STEPS: readonly Step[] = [
  { what: 'sort by number, first time', press: 'Mobile', until: /^Mobile ascending/u },
  { what: 'sort by number, the other way', press: 'Mobile', until: /^Mobile descending/u },
  { what: 'sort by time', press: 'Opted out at', until: /^Opted out at/u },
  { what: 'next page', press: 'Next page', until: /51–100 of/u },
  { what: 'find 49', type: '49', until: /\|\d*49\d*\|/u },
  { what: 'find 4917', type: '4917', until: /\|\d*4917\d*\|/u },
];

/** Does it inside the page and looks frame by frame until the page shows it: ms as the person has them. */
async function felt(page: Page, { press, type, until }: Step): Promise<number> {
  return page.evaluate(
    async ([name, text, shown]) => {
      const box = document.querySelector<HTMLInputElement>('input[type=search]');
      const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent.startsWith(name));
      const done = () => {
        const sorted = document.querySelector('th[aria-sort]');
        const order = `${sorted?.querySelector('button')?.textContent ?? ''} ${sorted?.getAttribute('aria-sort') ?? ''}`;
        const main = document.querySelector('main')?.innerText ?? '';
        const first = (document.querySelector('tbody th')?.textContent ?? '').replaceAll(/\D/gu, '');
        const seen = `${order}|${first}|${main}`;
        return document.querySelector('table[aria-busy]') === null && new RegExp(shown, 'u').test(seen);
      };
      const started = performance.now();
      if (text === '') button?.click();
      else if (box !== null) {
        // React listens to the event and compares with what it wrote last: only the element's own setter tells it.
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(box, text);
        box.dispatchEvent(new Event('input', { bubbles: true }));
      }
      do {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        if (performance.now() - started > 60_000) throw new Error(`Not seen in a minute: ${shown}`);
      } while (!done());
      return Math.round(performance.now() - started);
    },
    [press ?? '', type ?? '', until.source] as const,
  );
}

/** The Mobivate page on so many rows: what a press costs until it is seen, and the longest main-thread task behind it. */
export async function benchMobivatePage(size: number, executablePath: string | undefined): Promise<void> {
  const world = await startWorld(size, 0);
  const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, timezoneId: 'UTC' });
  await page.goto(`${world.origin}/mobivate?from=2010-01-01&to=2026-12-31&tz=UTC&size=50`);
  await watchLongTasks(page);
  const rows: (string | number)[][] = [];
  const started = performance.now();
  // Looked for inside the page: Playwright's own waiting works out the names of all elements, which would be measured with the product.
  await page.evaluate(async () => {
    const status = () => document.querySelector('[role=status]')?.textContent ?? '';
    while (!status().startsWith('Complete')) await new Promise((resolve) => setTimeout(resolve, 20));
  });
  rows.push(['read whole (vendor answers at once)', Math.round(performance.now() - started), await longestTask(page)]);
  for (const step of STEPS) rows.push([step.what, await felt(page, step), await longestTask(page)]);
  await page.getByRole('searchbox', { name: 'Find number' }).fill('');
  await page.getByText(/^1–50 of/u).waitFor();
  await longestTask(page);
  const begun = performance.now();
  const downloading = page.waitForEvent('download', { timeout: 300_000 });
  await page.getByRole('button', { name: 'Download CSV' }).click();
  await (await downloading).path();
  rows.push(['CSV of all rows', Math.round(performance.now() - begun), await longestTask(page)]);
  await browser.close();
  await world.close();
  printTable(
    `Mobivate page on ${size.toLocaleString('en-US')} opt-outs, in Chromium`,
    ['what the person does', 'ms until it is seen', 'longest task, ms'],
    rows,
  );
}
