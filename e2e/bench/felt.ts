import { chromium } from '@playwright/test';

import { openBarePage, type BarePage } from './bare-browser';
import { longestTask, watchLongTasks } from './long-tasks';
import { printTable } from './table';
import { startWorld } from './world';

const SLOW_DOWN = 4;
const ROWS = 100_000;
/** How long a finger stays on a key or button, ms; the hand gets there as long before. */
const HELD = 80;

/** What is pressed with the mouse: the first of these elements whose text, or name, begins so. */
type Place = readonly [selector: string, begins: string];

/** What a person does in one step, and how they see that it is done. */
interface Step {
  readonly what: string;
  readonly press?: Place;
  /** Marks what the field holds, so that it is typed over. */
  readonly over?: boolean;
  /** What is typed then. */
  readonly type?: string;
  /** The key that ends it. */
  readonly key?: string;
  /** What the page then shows: see `seenOn`. */
  readonly until: RegExp;
}

const link = (name: string): Place => ['nav[aria-label=Main] a', name];
const NUMBERS: Place = ['textarea', ''];
const SEARCH: Place = ['input[type=search]', ''];
const DETAILS: Place = ['button', 'Details of'];
const NO_DIALOG = /^(?!.*dialog)/u;

/** A morning's work, as one person does it. */
const JOB: readonly Step[] = [
  { what: 'load Check', until: /^Check numbers/u },
  { what: 'type a number', press: NUMBERS, type: '+1 409 555 0004', until: /^/u },
  { what: 'first check (reads the whole history)', key: 'Enter', until: /\|1 number: / },
  { what: 'type another over it', press: NUMBERS, over: true, type: '+1 951 555 0022', until: /^/u },
  { what: 'second check', key: 'Enter', until: /0 opted out, 1 not found/u },
  { what: 'open Mobivate', press: link('Mobivate'), until: /^Mobivate opt-outs.*\|Complete/u },
  { what: 'all time', press: ['button', 'All time'], until: /Complete: 100,.*1–50 of 100,/u },
  { what: 'open details over 50 rows and 200 bars', press: DETAILS, until: /dialog/u },
  { what: 'close them', key: 'Escape', until: NO_DIALOG },
  {
    what: 'type digits to find in 100,000 rows',
    press: SEARCH,
    type: '4091',
    until: /1–\d+ of \d{1,2},\d{3}\D|1–\d+ of \d{1,3}\D/u,
  },
  { what: 'sort by number', press: ['th button', 'Mobile'], until: /ascending/u },
  { what: 'open details', press: DETAILS, until: /dialog/u },
  { what: 'close details', key: 'Escape', until: NO_DIALOG },
  { what: 'open TextUs', press: link('TextUs'), until: /^TextUs opt-outs.*\d of \d/u },
  { what: 'search', press: SEARCH, type: '303', until: /\|Complete/u },
  { what: 'back to Check', press: link('Check'), until: /^Check numbers.*\|1 number: /u },
];

/** Looks inside the page, a few times a second and at a handful of elements, until it shows what is waited for. */
async function seenOn(page: BarePage, until: RegExp): Promise<void> {
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

/** The middle of what is to be pressed, scrolled into view. */
async function find(page: BarePage, place: Place): Promise<readonly [x: number, y: number]> {
  return page.evaluate(async ([selector, begins]) => {
    const found = [...document.querySelectorAll(selector)].find(
      (each) => each.checkVisibility() && (each.getAttribute('aria-label') ?? each.textContent).startsWith(begins),
    );
    if (found === undefined) throw new Error(`Nothing to press: ${selector} ${begins}`);
    found.scrollIntoView({ block: 'nearest' });
    // The eye finds it before the hand does.
    await new Promise((resolve) => setTimeout(resolve, 500));
    const { left, top, width, height } = found.getBoundingClientRect();
    return [left + width / 2, top + height / 2] as const;
  }, place);
}

async function act(page: BarePage, { press, over = false, type = '', key, until }: Step): Promise<void> {
  if (press !== undefined) {
    const [x, y] = await find(page, press);
    // What it took to find it is not the product's.
    await longestTask(page);
    await page.press(x, y, HELD);
  }
  if (over) await page.selectAll();
  for (const character of type) await page.key(character, HELD);
  if (key !== undefined) await page.key(key, HELD);
  await seenOn(page, until);
}

/** The ordinary job with the processor slowed down four times: longest main-thread task and slowest answer to a key or press. */
export async function benchFelt(executablePath: string | undefined): Promise<void> {
  const world = await startWorld(ROWS, 50, { yields: true });
  const page = await openBarePage(executablePath ?? chromium.executablePath(), SLOW_DOWN);
  await page.goto(world.origin);
  await watchLongTasks(page);
  const rows: (string | number)[][] = [];
  for (const step of JOB) {
    await act(page, step);
    rows.push([step.what, await longestTask(page), await slowestInteraction(page)]);
  }
  await page.close();
  await world.close();
  printTable(
    `The ordinary job, processor slowed down ${SLOW_DOWN} ×, ${ROWS.toLocaleString('en-US')} opt-outs`,
    ['step', 'longest task, ms', 'slowest interaction to the next paint, ms'],
    rows,
  );
}

/** The longest Event Timing entry since it was asked last, ms (the API rounds to 8 and leaves out those under 16). */
async function slowestInteraction(page: BarePage): Promise<string> {
  const slowest = await page.evaluate(() => {
    const { interactions } = globalThis as unknown as { interactions: number[] };
    return Math.max(0, ...interactions.splice(0));
  });
  return slowest === 0 ? '< 16' : String(slowest);
}
