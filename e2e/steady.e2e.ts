import type { Page } from '@playwright/test';

import { EXAMPLES } from './helpers/check-page';
import type { VendorControl } from './helpers/sandbox';
import { shiftSum, watchShifts } from './helpers/shifts';
import { expect, test } from './helpers/test';

/** All that may move in sum from the first paint to the last, of a list that is read to its end: a tenth of what the web calls good. */
const NEARLY_NOTHING = 0.008;
/** A failure stands above the rows, where nobody misses it, and pushes those read so far. */
const A_MESSAGE = 0.05;

const whole = (page: Page) => expect(page.getByRole('status')).toHaveText(/^Complete: /u, { timeout: 60_000 });
const notWhole = (page: Page) =>
  expect(page.getByRole('alert').filter({ hasText: 'Incomplete' })).toBeVisible({ timeout: 60_000 });
const rows = (page: Page) => expect(page.getByRole('rowheader').first()).toBeVisible();

const YEARS = '/mobivate?from=2018-01-01&to=2026-11-01&tz=UTC';
const SEARCH = '/textus?account=my_account&q=555';

/** What has moved in sum stays under the limit; what moved is named. */
async function expectSteady(page: Page, limit: number): Promise<void> {
  const { sum, moved } = await shiftSum(page);
  expect(sum, moved.join('\n')).toBeLessThan(limit);
}

/** Opens Check, watched from its first paint, and types a number into it. */
async function type(page: Page, number: string): Promise<void> {
  await watchShifts(page);
  await page.goto('/');
  await page.getByRole('textbox', { name: 'Phone numbers' }).pressSequentially(number);
}

/** How a list comes about: the vendor's behaviour, the address, what stands there at the end. */
const READINGS: readonly (readonly [
  name: string,
  path: string,
  control: VendorControl,
  end: readonly ((page: Page) => Promise<void>)[],
  limit?: number,
])[] = [
  ['Mobivate, read whole', YEARS, { latencyMs: 150 }, [whole, rows]],
  ['Mobivate, one short range', '/mobivate?from=2020-03-01&to=2020-03-20&tz=UTC', { latencyMs: 800 }, [whole, rows]],
  ['Mobivate, nothing in the range', '/mobivate?from=2010-01-01&to=2010-01-02&tz=UTC', { latencyMs: 800 }, [whole]],
  ['Mobivate, nothing matches', `${YEARS}&find=99999999`, { latencyMs: 150 }, [whole]],
  [
    'Mobivate, slowed down',
    YEARS,
    { fault: { kind: '429-retry-after', after: 3, times: 1, seconds: 2 } },
    [whole, rows],
  ],
  [
    'Mobivate, read in part',
    YEARS,
    // Twice: once alone may meet a re-reading for proof, of which nothing is missing.
    { latencyMs: 150, fault: { kind: 'wrong-shape', after: 8, times: 2 } },
    [notWhole, rows],
  ],
  ['Mobivate, refused', YEARS, { latencyMs: 600, fault: { kind: '403' } }, [notWhole]],
  ['TextUs, read whole', SEARCH, { latencyMs: 150 }, [whole, rows]],
  ['TextUs, one page', '/textus?account=my_account&q=303', { latencyMs: 800 }, [whole, rows]],
  ['TextUs, nothing matches', '/textus?account=my_account&q=99999999', { latencyMs: 800 }, [whole]],
  [
    'TextUs, exact numbers',
    '/textus?account=my_account&exact=5553031234,9515550022',
    { latencyMs: 800 },
    [whole, rows],
  ],
  [
    'TextUs, slowed down',
    SEARCH,
    { fault: { kind: '429-retry-after', after: 2, times: 1, seconds: 2 } },
    [whole, rows],
  ],
  [
    'TextUs, read in part',
    SEARCH,
    { latencyMs: 300, fault: { kind: 'looping-next', after: 2 } },
    [notWhole, rows],
    A_MESSAGE,
  ],
  ['TextUs, refused', SEARCH, { latencyMs: 600, fault: { kind: '401' } }, [notWhole]],
];

for (const [name, path, control, end, limit = NEARLY_NOTHING] of READINGS)
  for (const width of [1280, 390]) {
    test(`${name}, ${width} px wide: nothing on the page jumps while it loads and reads`, async ({ page, sandbox }) => {
      await page.setViewportSize({ width, height: 800 });
      await sandbox.set(name.startsWith('TextUs') ? 'textus' : 'mobivate', control);
      await watchShifts(page);
      await page.goto(path);
      for (const there of end) await there(page);
      await expectSteady(page, limit);
    });
  }

/** On a phone every line of words that comes or goes is a larger part of the window. */
const PHONE = 0.02;
/** How a check of two numbers comes about. */
const CHECKS: readonly (readonly [name: string, control: VendorControl])[] = [
  ['answered later than half a second', { latencyMs: 150 }],
  ['slowed down', { fault: { kind: '429-retry-after', after: 3, times: 1, seconds: 2 } }],
  ['read in part', { latencyMs: 150, fault: { kind: 'wrong-shape', after: 8, times: 1 } }],
  ['refused', { latencyMs: 900, fault: { kind: '401' } }],
];

for (const [name, control] of CHECKS) {
  for (const [width, limit] of [
    [1280, NEARLY_NOTHING],
    [390, PHONE],
  ] as const) {
    test(`Check, ${name}, ${width} px wide: nothing jumps while the page loads, nor when answers come in`, async ({
      page,
      sandbox,
    }) => {
      await page.setViewportSize({ width, height: 800 });
      await sandbox.set('mobivate', control);
      await type(page, EXAMPLES.onBoth);
      await page.keyboard.press('Shift+Enter');
      await page.keyboard.type(EXAMPLES.onNeither);
      await page.keyboard.press('Control+Enter');
      await expect(page.getByRole('status')).toHaveText(/^2 numbers: /u, { timeout: 60_000 });
      await expectSteady(page, limit);
    });
  }
}

/** How the answer to one number comes about, which grows vendor by vendor. */
const ANSWERS: readonly (readonly [name: string, number: string, control: VendorControl])[] = [
  ['on both lists', EXAMPLES.onBoth, { latencyMs: 150 }],
  ['on one list twice', EXAMPLES.onMobivateTwice, { latencyMs: 150 }],
  ['on the other list', EXAMPLES.onTextUs, { latencyMs: 150 }],
  ['on neither list', EXAMPLES.onNeither, { latencyMs: 150 }],
  ['of two readings', EXAMPLES.mobivateSample, { latencyMs: 150 }],
  ['slowed down', EXAMPLES.onBoth, { fault: { kind: '429-retry-after', after: 3, times: 1, seconds: 2 } }],
  ['read in part', EXAMPLES.onNeither, { latencyMs: 150, fault: { kind: 'wrong-shape', after: 8, times: 1 } }],
  ['refused', EXAMPLES.onTextUs, { latencyMs: 900, fault: { kind: '401' } }],
];

for (const [name, number, control] of ANSWERS)
  for (const [width, limit] of [
    [1280, NEARLY_NOTHING],
    [390, PHONE],
  ] as const) {
    test(`Check of one number ${name}, ${width} px wide: the answer grows without moving what is there`, async ({
      page,
      sandbox,
    }) => {
      await page.setViewportSize({ width, height: 800 });
      await sandbox.set('mobivate', control);
      await type(page, number);
      await page.keyboard.press('Control+Enter');
      await expect(page.getByRole('status')).toHaveText(/^1 number: /u, { timeout: 60_000 });
      await expectSteady(page, limit);
    });
  }
