import { chromium, type Page } from '@playwright/test';

import { longestTask, watchLongTasks } from './long-tasks';
import { printTable } from './table';
import { startWorld } from './world';

/** Presses a button (or types) inside the page and waits, frame by frame, until the page shows it: ms as the person has them. */
async function felt(page: Page, action: string, done: string): Promise<number> {
  return page.evaluate(
    async ([act, until]) => {
      const begin = new Function(String(act)) as () => void;
      const isDone = new Function(`return ${String(until)}`) as () => boolean;
      const started = performance.now();
      begin();
      while (!isDone()) await new Promise((resolve) => requestAnimationFrame(resolve));
      return Math.round(performance.now() - started);
    },
    [action, done],
  );
}

const IDLE = `document.querySelector('table[aria-busy]') === null`;
const head = (name: string) =>
  `[...document.querySelectorAll('thead th')].find((th) => th.textContent.startsWith('${name}'))`;
const press = (name: string) => `${head(name)}.querySelector('button').click()`;
const sorted = (name: string, way: string) => `${head(name)}.getAttribute('aria-sort') === '${way}' && ${IDLE}`;
const type = (text: string) =>
  `const box = document.querySelector('input[type=search]');
   Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(box, '${text}');
   box.dispatchEvent(new Event('input', { bubbles: true }))`;
const firstRow = `document.querySelector('tbody th, tbody td').textContent`;
const found = (digits: string) => `${IDLE} && ${firstRow}.replace(/\\D/g, '').includes('${digits}')`;

/** The Mobivate page on so many rows: what a press costs until it is seen, and the longest main-thread task behind it. */
export async function benchMobivatePage(size: number, executablePath: string | undefined): Promise<void> {
  const world = await startWorld(size, 0);
  const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, timezoneId: 'UTC', bypassCSP: true });
  await page.goto(`${world.origin}/mobivate?from=2010-01-01&to=2026-12-31&tz=UTC&size=50`);
  await watchLongTasks(page);
  const rows: (string | number)[][] = [];
  const started = performance.now();
  await page
    .getByRole('status')
    .filter({ hasText: /^Complete/u })
    .waitFor({ timeout: 600_000 });
  rows.push(['read whole (vendor answers at once)', Math.round(performance.now() - started), await longestTask(page)]);
  for (const [what, action, done] of [
    ['sort by number, first time', press('Mobile'), sorted('Mobile', 'ascending')],
    ['sort by number, the other way', press('Mobile'), sorted('Mobile', 'descending')],
    ['sort by time', press('Opted out at'), sorted('Opted out at', 'descending')],
    [
      'next page',
      `document.querySelector('nav[aria-label=Pagination] button:last-of-type').click()`,
      `/51–100/.test(document.body.textContent) && ${IDLE}`,
    ],
    ['find 4917', type('4917'), found('4917')],
    ['find 49170', type('49170'), found('49170')],
  ] as const) {
    rows.push([what, await felt(page, action, done), await longestTask(page)]);
  }
  await page.getByRole('searchbox', { name: 'Find number' }).fill('');
  await page.waitForFunction(IDLE);
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
