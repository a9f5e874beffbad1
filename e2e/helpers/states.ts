import { expect, type Page } from '@playwright/test';

import { EXAMPLES } from './check-page';
import type { Front } from './front';
import type { SandboxControl, VendorControl } from './sandbox';
import { openSandboxPanel, zoneBox } from './shell';

/** One state that a page can be in, and the way there. */
export interface PageState {
  readonly name: string;
  readonly path: string;
  /** How the embedded vendors behave. */
  readonly vendors?: Readonly<Record<string, VendorControl>>;
  /** What goes wrong between the browser and our own server. */
  readonly between?: (front: Front) => void;
  /** What a person does; resolves when the state is there. */
  readonly reach: (page: Page) => Promise<void>;
}

const LIST = [EXAMPLES.onBoth, EXAMPLES.onNeither, EXAMPLES.onMobivate, 'Ann; (555) 303-1234', 'nobody'].join('\n');
const SEARCH = '/textus?account=my_account&q=303';
const DAYS = '/mobivate?from=2020-03-01&to=2020-03-20&tz=UTC&size=25';

async function check(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Phone numbers' }).fill(text);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
}

const checked = (text: string) => async (page: Page) => {
  await check(page, text);
  await expect(page.getByRole('status')).toHaveText(/^\d+ numbers?: /u, { timeout: 60_000 });
};
const complete = (page: Page) => expect(page.getByRole('status')).toHaveText(/^Complete: /u, { timeout: 60_000 });
const incomplete = (page: Page) =>
  expect(page.getByRole('alert').filter({ hasText: 'Incomplete' })).toBeVisible({ timeout: 60_000 });
const reading = (page: Page) => expect(page.getByRole('progressbar')).toBeVisible();
const seen = (text: string) => (page: Page) => expect(page.getByText(text).first()).toBeVisible();

/** Opens the panel of the first row of the table on screen. */
async function openDetails(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Details of/u })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

const opened = (first: (page: Page) => Promise<unknown>, then: (page: Page) => Promise<unknown>) => async (p: Page) => {
  await first(p);
  await then(p);
};

/** The main states of every page. */
export const STATES: readonly PageState[] = [
  { name: 'Check, not asked', path: '/', reach: seen('on neither list') },
  { name: 'Check, nothing to check', path: '/', reach: opened((page) => check(page, ''), seen('at least one')) },
  { name: 'Check, one number', path: '/', reach: checked(EXAMPLES.onBoth) },
  { name: 'Check, a list', path: '/', reach: checked(LIST) },
  { name: 'Check, failed', path: '/', vendors: { mobivate: { fault: { kind: '401' } } }, reach: checked(LIST) },
  {
    name: 'Check, one number failed',
    path: '/',
    vendors: { textus: { fault: { kind: '500' } } },
    reach: checked(EXAMPLES.onNeither),
  },
  {
    name: 'Check, reading',
    path: '/',
    vendors: { mobivate: { latencyMs: 60_000 } },
    reach: opened((page) => check(page, LIST), opened(reading, seen('Checking…'))),
  },
  { name: 'Check, details', path: '/', reach: opened(checked(LIST), openDetails) },
  { name: 'Check, sandbox panel', path: '/', reach: openSandboxPanel },
  { name: 'Mobivate, whole', path: DAYS, reach: complete },
  { name: 'Mobivate, no match', path: `${DAYS}&find=99999999`, reach: complete },
  {
    name: 'Mobivate, partial',
    path: '/mobivate?from=2019-01-01&to=2022-12-31&tz=UTC&size=25',
    vendors: { mobivate: { fault: { kind: '500', after: 3 } } },
    reach: incomplete,
  },
  { name: 'Mobivate, failed', path: DAYS, vendors: { mobivate: { fault: { kind: '403' } } }, reach: incomplete },
  { name: 'Mobivate, reading', path: DAYS, vendors: { mobivate: { latencyMs: 60_000 } }, reach: reading },
  { name: 'Mobivate, a bad date', path: '/mobivate?from=2026-02-31&to=2026-03-01', reach: seen('Nothing is asked') },
  { name: 'Mobivate, details', path: DAYS, reach: opened(complete, openDetails) },
  {
    name: 'Mobivate, calendar',
    path: DAYS,
    reach: opened(complete, async (page) => {
      await page.getByRole('button', { name: 'Open the calendar' }).click();
      await expect(page.getByRole('grid')).toBeVisible();
    }),
  },
  { name: 'TextUs, whole', path: SEARCH, reach: complete },
  { name: 'TextUs, too short', path: '/textus?account=my_account&q=30', reach: seen('Nothing has been asked yet') },
  {
    name: 'TextUs, exact numbers',
    path: `/textus?account=my_account&exact=5553031234,(555)%20222-1234,nobody`,
    reach: opened(complete, (page) => page.locator('summary', { hasText: 'How each' }).click()),
  },
  { name: 'TextUs, failed', path: SEARCH, vendors: { textus: { fault: { kind: '401' } } }, reach: incomplete },
  {
    name: 'TextUs, partial',
    path: '/textus?account=my_account&q=555&size=25',
    vendors: { textus: { fault: { kind: 'looping-next', after: 1 } } },
    reach: incomplete,
  },
  { name: 'TextUs, unknown account', path: '/textus?account=nobody', reach: seen('is not set up here') },
  { name: 'TextUs, details', path: SEARCH, reach: opened(complete, openDetails) },
  {
    name: 'TextUs, columns',
    path: SEARCH,
    reach: opened(complete, (page) => page.getByRole('button', { name: 'Columns' }).click()),
  },
  { name: 'No such page', path: '/nowhere', reach: seen('leads nowhere') },
  {
    name: 'Not connected',
    path: '/',
    between: (front) => front.drop('/api/config'),
    reach: seen('cannot reach its own server'),
  },
  {
    name: 'Preferences',
    path: '/nowhere',
    reach: (page) => page.getByRole('button', { name: 'Preferences' }).click(),
  },
  {
    name: 'Zones',
    path: '/nowhere',
    reach: async (page) => {
      await zoneBox(page).fill('america');
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
];

/** Opens a page, through the front where something goes wrong there, and brings it into a state. */
export async function enter(page: Page, sandbox: SandboxControl, front: Front, state: PageState): Promise<void> {
  for (const [vendor, control] of Object.entries(state.vendors ?? {})) await sandbox.set(vendor, control);
  state.between?.(front);
  await page.goto(state.between === undefined ? state.path : `${front.url}${state.path}`);
  await state.reach(page);
}
