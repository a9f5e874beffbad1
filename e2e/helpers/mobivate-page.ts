import { expect, type Locator, type Page } from '@playwright/test';
import { Temporal } from 'temporal-polyfill';

import type { SandboxControl } from './sandbox';
import { expectDrawn } from './table';

/** What the sandbox says of one interval: the ids of its rows, sorted as text. */
export interface Truth {
  readonly count: number;
  readonly ids: readonly string[];
}

/** The first instant of a day on a zone's calendar, ms UTC; found with Temporal, so not by our own reckoning. */
export function startOf(day: string, zone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;
}

/** The day it is in a zone, moved by some days: `YYYY-MM-DD`. */
export function today(zone: string, moved = 0): string {
  return Temporal.Now.plainDateISO(zone).add({ days: moved }).toString();
}

/** The rows of an interval (ms UTC, end exclusive) as the sandbox has them. */
export async function truthBetween(sandbox: SandboxControl, from: number, to: number): Promise<Truth> {
  const { lists } = (await sandbox.get(`/mobivate/truth?from=${from}&to=${to}`)) as { lists: readonly [Truth] };
  return lists[0];
}

/** The rows of whole days on a zone's calendar, both ends included. */
export async function truthOfDays(sandbox: SandboxControl, from: string, to: string, zone: string): Promise<Truth> {
  const dayAfter = Temporal.PlainDate.from(to).add({ days: 1 }).toString();
  return truthBetween(sandbox, startOf(from, zone), startOf(dayAfter, zone));
}

/** The page's address; `query` as in the contract. */
export function address(query = ''): string {
  return query === '' ? '/mobivate' : `/mobivate?${query}`;
}

export function optOuts(page: Page): Locator {
  return page.getByRole('table', { name: 'Mobivate opt-outs' });
}

export function rows(page: Page): Locator {
  return optOuts(page).getByRole('rowheader');
}

/** Waits until the list has been read whole, and says how many there are. */
export async function expectComplete(page: Page, count: number): Promise<void> {
  const words = `Complete: ${count.toLocaleString('en-US')} ${count === 1 ? 'opt-out' : 'opt-outs'}`;
  await expect(page.getByRole('status')).toHaveText(words, { timeout: 60_000 });
}

/** The alert of a list that is not whole, with the reason after the colon. */
export function incomplete(page: Page, reason = ''): Locator {
  return page.getByRole('alert').filter({ hasText: `Incomplete: ${reason}` });
}

/** Types both bounds and presses Enter. */
export async function chooseRange(page: Page, from: string, to: string): Promise<void> {
  const range = page.getByRole('group', { name: 'Date range' });
  await range.getByRole('textbox', { name: 'From' }).fill(from);
  await range.getByRole('textbox', { name: 'To' }).fill(to);
  await range.getByRole('textbox', { name: 'To' }).press('Enter');
}

/** Instants of the rows on screen, in their order, ISO 8601 in UTC. */
export async function instants(page: Page): Promise<readonly string[]> {
  await expectDrawn(optOuts(page));
  return optOuts(page)
    .locator('tbody time')
    .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
}
