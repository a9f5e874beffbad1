import { chromium, type Page } from '@playwright/test';

import { longestTask, watchLongTasks } from './long-tasks';
import { printTable } from './table';
import { startWorld } from './world';

const SLOW_DOWN = 4;
const ROWS = 100_000;

type Step = readonly [what: string, act: (page: Page) => Promise<void>];

async function complete(page: Page): Promise<void> {
  await page
    .getByRole('status')
    .filter({ hasText: /^Complete/u })
    .waitFor({ timeout: 120_000 });
}

async function open(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1 }).filter({ hasText: name }).waitFor();
}

/** A morning's work, as one person does it: each step ends when the page shows its outcome. */
const JOB: readonly Step[] = [
  ['load Check', async (page) => page.getByRole('textbox', { name: 'Phone numbers' }).waitFor()],
  [
    'type a number',
    async (page) => page.getByRole('textbox', { name: 'Phone numbers' }).pressSequentially('+1 409 555 0004'),
  ],
  [
    'first check (reads the whole history)',
    async (page) => {
      await page.keyboard.press('Enter');
      await page
        .getByRole('status')
        .filter({ hasText: /^1 number:/u })
        .waitFor({ timeout: 120_000 });
    },
  ],
  [
    'second check',
    async (page) => {
      await page.getByRole('textbox', { name: 'Phone numbers' }).fill('+1 951 555 0022');
      await page.keyboard.press('Enter');
      await page
        .getByRole('status')
        .filter({ hasText: /0 opted out, 1 not found/u })
        .waitFor({ timeout: 120_000 });
    },
  ],
  ['open Mobivate', async (page) => open(page, 'Mobivate')],
  [
    'all time',
    async (page) => {
      await page.getByRole('button', { name: 'All time' }).click();
      await complete(page);
      await page.getByText(/^1–50 of 100,/u).waitFor();
    },
  ],
  [
    'type digits to find in 100,000 rows',
    async (page) => {
      await page.getByRole('searchbox', { name: 'Find number' }).pressSequentially('4091', { delay: 80 });
      await page.getByText(/^1–\d+ of \d{1,2},\d{3}$|^1–\d+ of \d{1,3}$/u).waitFor();
    },
  ],
  [
    'sort by number',
    async (page) => {
      await page.getByRole('columnheader', { name: 'Mobile' }).getByRole('button').click();
      await page.locator('th[aria-sort=ascending]').waitFor();
    },
  ],
  [
    'open and close details',
    async (page) => {
      await page
        .getByRole('button', { name: /^Details of/u })
        .first()
        .click();
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    },
  ],
  ['open TextUs', async (page) => open(page, 'TextUs')],
  [
    'search',
    async (page) => {
      await page.getByRole('searchbox', { name: 'Search numbers' }).pressSequentially('303', { delay: 80 });
      await complete(page);
    },
  ],
  ['back to Check', async (page) => open(page, 'Check')],
];

/** The ordinary job with the processor slowed down four times: longest main-thread task and slowest answer to a key or press. */
export async function benchFelt(executablePath: string | undefined): Promise<void> {
  const world = await startWorld(ROWS, 50);
  const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, timezoneId: 'UTC' });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW_DOWN });
  await page.goto(world.origin, { waitUntil: 'commit' });
  await watchLongTasks(page);
  const rows: (string | number)[][] = [];
  for (const [what, act] of JOB) {
    await act(page);
    rows.push([what, await longestTask(page), await slowestInteraction(page)]);
  }
  await browser.close();
  await world.close();
  printTable(
    `The ordinary job, processor slowed down ${SLOW_DOWN} ×, ${ROWS.toLocaleString('en-US')} opt-outs`,
    ['step', 'longest task, ms', 'slowest interaction to the next paint, ms'],
    rows,
  );
}

/** The longest Event Timing entry since it was asked last, ms (the API rounds to 8 and leaves out those under 16). */
async function slowestInteraction(page: Page): Promise<string> {
  const slowest = await page.evaluate(() => {
    const { interactions } = globalThis as unknown as { interactions: number[] };
    return Math.max(0, ...interactions.splice(0));
  });
  return slowest === 0 ? '< 16' : String(slowest);
}
