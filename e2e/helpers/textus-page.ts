import { expect, type Locator, type Page } from '@playwright/test';

import type { SandboxControl, SeenRequest } from './sandbox';

/** A search with a few pages of answers, so that a list can break half-way. */
export const SEARCH = '5551';
/** Rows on a page of the sandbox. */
export const VENDOR_PAGE = 25;

/** The page's address; `query` as in the contract, e.g. `q=303`. */
export function address(query = '', account = 'my_account'): string {
  return `/textus?account=${account}${query === '' ? '' : `&${query}`}`;
}

export function optOuts(page: Page): Locator {
  return page.getByRole('table', { name: 'TextUs opt-outs' });
}

/** Waits until the list has been read to its end, and says how many there are. */
export async function expectComplete(page: Page, count: number): Promise<void> {
  const words = `Complete: ${count.toLocaleString('en-US')} ${count === 1 ? 'opt-out' : 'opt-outs'}`;
  await expect(page.getByRole('status')).toHaveText(words, { timeout: 60_000 });
}

/** The alert of a list that is not whole, with the reason after the colon. */
export function incomplete(page: Page, reason = ''): Locator {
  return page.getByRole('alert').filter({ hasText: `Incomplete: ${reason}` });
}

/** True ids of one account's list, sorted as the sandbox sorts them. */
export async function trueIds(sandbox: SandboxControl, account: string): Promise<readonly string[]> {
  const { lists } = (await sandbox.get('/textus/truth')) as {
    lists: readonly { readonly account: string; readonly ids: readonly string[] }[];
  };
  return lists.find((list) => list.account === account)?.ids ?? [];
}

/** How many opt-outs the vendor has for a query of its own, asked past the page. */
export async function trueCount(serverUrl: string, query: string, account = 'my_account'): Promise<number> {
  const answer = await fetch(`${serverUrl}/api/textus/${account}/opt_outs${query}`);
  return ((await answer.json()) as { totalItems: number }).totalItems;
}

/** The query parameters of every request that TextUs received, in order. */
export async function asked(sandbox: SandboxControl): Promise<readonly URLSearchParams[]> {
  const seen: readonly SeenRequest[] = await sandbox.requests('textus');
  return seen.map(({ target }) => new URL(target, 'http://vendor').searchParams);
}
