import type { Locator, Page } from '@playwright/test';

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
  /** Rows on screen then. */
  readonly rowsAfter: number;
  /** Asked past the page. */
  readonly count: (sandbox: SandboxControl, serverUrl: string) => Promise<number>;
  readonly rows: (page: Page) => Locator;
  readonly expectComplete: (page: Page, count: number) => Promise<void>;
}

const AFTER = 2;

/** The lists of both vendors, for tests that are the same for each. */
export const LISTS: Readonly<Record<VendorId, ListDriver>> = {
  mobivate: {
    address: mobivate.address('from=2026-03-01&to=2026-03-20&tz=UTC&size=250'),
    // One answer holds it all.
    after: 0,
    rowsAfter: 0,
    count: async (sandbox) => (await mobivate.truthOfDays(sandbox, '2026-03-01', '2026-03-20', 'UTC')).count,
    rows: mobivate.rows,
    expectComplete: mobivate.expectComplete,
  },
  textus: {
    address: textus.address(`q=${textus.SEARCH}&size=250`),
    after: AFTER,
    rowsAfter: AFTER * textus.VENDOR_PAGE,
    count: (_sandbox, serverUrl) => textus.trueCount(serverUrl, `?q=${textus.SEARCH}`),
    rows: (page) => textus.optOuts(page).getByRole('rowheader'),
    expectComplete: textus.expectComplete,
  },
};
