import { chromium, type Page } from '@playwright/test';

import { startServer } from '../helpers/server';
import { SandboxControl } from '../helpers/sandbox';
import { longestTask, watchLongTasks } from './long-tasks';
import { printTable, seconds } from './table';

const LATENCY_MS = 50;

async function checkOnce(page: Page, count: number): Promise<number> {
  const started = performance.now();
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.getByRole('progressbar').waitFor({ state: 'attached' });
  const head = `${count.toLocaleString('en-US')} numbers:`;
  await page.getByRole('status').filter({ hasText: head }).waitFor({ timeout: 300_000 });
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
    const second = await checkOnce(page, count);
    rows.push([count, pasting, seconds(first), seconds(second), await longestTask(page)]);
    await page.close();
  }
  await browser.close();
  await server.stop();
  const columns = [
    'numbers',
    'longest task of pasting, ms',
    'first time, s',
    'second time, s',
    'longest task of both, ms',
  ];
  printTable(`Check, 25,000 + 3,000 opt-outs, ${LATENCY_MS} ms a request`, columns, rows);
}
