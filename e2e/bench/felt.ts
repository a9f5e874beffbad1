import { chromium, type Locator, type Page } from '@playwright/test';

import { longestTask, watchLongTasks } from './long-tasks';
import { printTable } from './table';
import { startWorld } from './world';

const SLOW_DOWN = 4;
const ROWS = 100_000;

/** What a person does in one step, and how they see that it is done. */
interface Step {
  readonly what: string;
  /** What is pressed with the mouse. */
  readonly press?: (page: Page) => Locator;
  /** What is typed then, a key every 80 ms. */
  readonly type?: string;
  /** The key that ends it. */
  readonly key?: string;
  /** What the page then shows: see `seenOn`. */
  readonly until: RegExp;
}

const link = (name: string) => (page: Page) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true });
const button = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true });
const numbers = (page: Page) => page.getByRole('textbox', { name: 'Phone numbers' });

/** A morning's work, as one person does it. */
const JOB: readonly Step[] = [
  { what: 'load Check', until: /^Check numbers/u },
  { what: 'type a number', press: numbers, type: '+1 409 555 0004', until: /^/u },
  { what: 'first check (reads the whole history)', key: 'Enter', until: /\|1 number: / },
  { what: 'type another over it', press: numbers, key: 'Control+a', type: '+1 951 555 0022', until: /^/u },
  { what: 'second check', key: 'Enter', until: /0 opted out, 1 not found/u },
  { what: 'open Mobivate', press: link('Mobivate'), until: /^Mobivate opt-outs.*\|Complete/u },
  { what: 'all time', press: button('All time'), until: /Complete: 100,.*1–50 of 100,/u },
  {
    what: 'type digits to find in 100,000 rows',
    press: (page) => page.getByRole('searchbox', { name: 'Find number' }),
    type: '4091',
    until: /1–\d+ of \d{1,2},\d{3}\D|1–\d+ of \d{1,3}\D/u,
  },
  {
    what: 'sort by number',
    press: (page) => page.getByRole('columnheader', { name: 'Mobile' }).getByRole('button'),
    until: /ascending/u,
  },
  {
    what: 'open details',
    press: (page) => page.getByRole('button', { name: /^Details of/u }).first(),
    until: /dialog/u,
  },
  { what: 'close details', key: 'Escape', until: /^(?!.*dialog)/u },
  { what: 'open TextUs', press: link('TextUs'), until: /^TextUs opt-outs.*\d of \d/u },
  {
    what: 'search',
    press: (page) => page.getByRole('searchbox', { name: 'Search numbers' }),
    type: '303',
    until: /\|Complete/u,
  },
  { what: 'back to Check', press: link('Check'), until: /^Check numbers.*\|1 number: /u },
];

/**
 * Looks inside the page, a few times a second and at a handful of elements, until it shows what is waited for: Playwright's own
 * waiting works out the names of all elements in every frame, which would be measured with the product.
 */
async function seenOn(page: Page, until: RegExp): Promise<void> {
  await page.evaluate(
    async ([source, flags]) => {
      const wanted = new RegExp(source, flags);
      const text = (selector: string) => [...document.querySelectorAll(selector)].map((each) => each.textContent);
      const seen = () =>
        [
          ...text('h1'),
          ...text('[role=status]'),
          ...[...document.querySelectorAll('th[aria-sort]')].map((each) => each.getAttribute('aria-sort')),
          document.querySelector('dialog[open]') === null ? '' : 'dialog',
          ...text('nav[aria-label=Pagination]'),
          '',
        ].join('|');
      const started = performance.now();
      while (!wanted.test(seen())) {
        if (performance.now() - started > 120_000) throw new Error(`Not seen in two minutes: ${source}; but ${seen()}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    [until.source, until.flags] as const,
  );
}

async function act(page: Page, { press, type, key, until }: Step): Promise<void> {
  if (press !== undefined) {
    await press(page).scrollIntoViewIfNeeded();
    const box = await press(page).boundingBox();
    if (box === null) throw new Error('Nothing to press');
    // What Playwright did to find it is not the product's.
    await longestTask(page);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  }
  if (key?.startsWith('Control') === true) await page.keyboard.press(key);
  if (type !== undefined) await page.keyboard.type(type, { delay: 80 });
  if (key?.startsWith('Control') === false) await page.keyboard.press(key);
  await seenOn(page, until);
}

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
  for (const step of JOB) {
    await act(page, step);
    rows.push([step.what, await longestTask(page), await slowestInteraction(page)]);
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
