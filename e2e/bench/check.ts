import { chromium, type Page } from '@playwright/test';

import { startServer } from '../helpers/server';
import { SandboxControl } from '../helpers/sandbox';
import { longestTask, watchLongTasks } from './long-tasks';
import { printTable, seconds } from './table';

const LATENCY_MS = 50;

/**
 * Presses the button and looks a few times a second for the summary, inside the page: Playwright's own waiting works out the names of
 * all elements, which would be measured with the product.
 */
async function checkOnce(page: Page, count: number): Promise<number> {
  const check = page.getByRole('button', { name: 'Check', exact: true });
  // The answers of the check before have been brought into the window.
  await check.scrollIntoViewIfNeeded();
  const button = await check.boundingBox();
  if (button === null) throw new Error('Nothing to press');
  await longestTask(page);
  const started = performance.now();
  await page.mouse.click(button.x + button.width / 2, button.y + button.height / 2);
  await page.evaluate(
    async (head) => {
      const status = () => document.querySelector('[role=status]')?.textContent ?? '';
      // The last summary stands until the next check has begun.
      while (status().startsWith(head)) await new Promise((resolve) => setTimeout(resolve, 10));
      while (!status().startsWith(head)) await new Promise((resolve) => setTimeout(resolve, 100));
    },
    `${count.toLocaleString('en-US')} numbers:`,
  );
  return performance.now() - started;
}

/** From pressing Check to the last verdict, the first time (the whole history is read) and the second; and the longest tasks, that of putting the text into its box apart. */
export async function benchCheck(sizes: readonly number[], executablePath: string | undefined): Promise<void> {
  const server = await startServer({ SANDBOX: '1' });
  const sandbox = new SandboxControl(server.url);
  const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
  const rows: (string | number)[][] = [];
  for (const count of sizes) {
    await sandbox.reset();
    for (const vendor of ['mobivate', 'textus']) await sandbox.set(vendor, { latencyMs: LATENCY_MS });
    const page = await browser.newPage();
    await page.goto(server.url);
    await watchLongTasks(page);
    const numbers = Array.from({ length: count }, (_, index) => `+1409555${String(index).padStart(4, '0')}`);
    await page.getByRole('textbox', { name: 'Phone numbers' }).fill(numbers.join('\n'), { timeout: 120_000 });
    const pasting = await longestTask(page);
    const first = await checkOnce(page, count);
    const longest = await longestTask(page);
    const second = await checkOnce(page, count);
    rows.push([count, pasting, seconds(first), longest, seconds(second), await longestTask(page)]);
    await page.close();
  }
  await browser.close();
  await server.stop();
  const columns = [
    'numbers',
    'longest task of pasting, ms',
    'first time, s',
    'longest task, ms',
    'second time, s',
    'longest task, ms',
  ];
  printTable(`Check, 25,000 + 3,000 opt-outs, ${LATENCY_MS} ms a request`, columns, rows);
}
