import { expect, type Locator, type Page } from '@playwright/test';

import * as mobivate from './mobivate-page';
import type { VendorId } from './outcomes';
import type { SandboxControl } from './sandbox';
import * as textus from './textus-page';

/** How a test opens one vendor's list and knows what must be in it. */
interface ListDriver {
  /** A view small enough to stand on one page, long enough to break in the middle where it comes in pages. */
  readonly address: string;
  /** Requests let through first, so that some rows are there when it breaks. */
  readonly after: number;
  /** The same rows are asked for again, in other questions. */
  readonly readsTwice: boolean;
  /** Waits until the rows of those requests are on screen, of so many in all. */
  readonly expectPart: (page: Page, count: number) => Promise<void>;
  /** Asked past the page. */
  readonly count: (sandbox: SandboxControl, serverUrl: string) => Promise<number>;
  readonly rows: (page: Page) => Locator;
  readonly expectComplete: (page: Page, count: number) => Promise<void>;
}

const AFTER = 2;

const textusRows = (page: Page) => textus.optOuts(page).getByRole('rowheader');

/** All may have come already, unproved: then the list is called incomplete all the same. */
async function expectSome(page: Page, count: number): Promise<void> {
  await expect(mobivate.rows(page)).not.toHaveCount(0);
  expect(await mobivate.rows(page).count()).toBeLessThanOrEqual(count);
}

/** The lists of both vendors, for tests that are the same for each. */
export const LISTS: Readonly<Record<VendorId, ListDriver>> = {
  mobivate: {
    address: mobivate.address('from=2026-03-01&to=2026-03-20&tz=UTC&size=250'),
    // The first short answer is asked for again in parts: one of these is what breaks.
    after: AFTER,
    readsTwice: true,
    expectPart: expectSome,
    count: async (sandbox) => (await mobivate.truthOfDays(sandbox, '2026-03-01', '2026-03-20', 'UTC')).count,
    rows: mobivate.rows,
    expectComplete: mobivate.expectComplete,
  },
  textus: {
    address: textus.address(`q=${textus.SEARCH}&size=250`),
    after: AFTER,
    readsTwice: false,
    expectPart: (page) => expect(textusRows(page)).toHaveCount(AFTER * textus.VENDOR_PAGE),
    count: (_sandbox, serverUrl) => textus.trueCount(serverUrl, `?q=${textus.SEARCH}`),
    rows: textusRows,
    expectComplete: textus.expectComplete,
  },
};
