import { expect, type Page } from '@playwright/test';

import {
  afterwards,
  complete,
  countdown,
  incomplete,
  onPaper,
  openDetails,
  press,
  reading,
  seen,
  SILENT,
  SLOW_DOWN,
  steps,
  withoutVendor,
  type PageState,
} from './state-kit';

const SEARCH = '/textus?account=my_account&q=303';
const EXACT = '/textus?account=my_account&exact=5553031234,(555)%20222-1234,nobody';

/** The states of the TextUs page. */
export const TEXTUS_STATES: readonly PageState[] = [
  { name: 'TextUs, not asked', path: '/textus?account=my_account&q=30', reach: seen('Nothing has been asked yet') },
  { name: 'TextUs, whole', path: SEARCH, reach: complete },
  {
    name: 'TextUs, no match',
    path: '/textus?account=my_account&q=99999999',
    reach: steps(complete, seen('No number')),
  },
  {
    name: 'TextUs, exact numbers',
    path: EXACT,
    reach: steps(complete, (page: Page) => page.locator('summary', { hasText: 'How each' }).click()),
  },
  {
    name: 'TextUs, none of the exact numbers',
    path: '/textus?account=my_account&exact=9515550022',
    reach: steps(complete, seen('None of these numbers')),
  },
  {
    name: 'TextUs, nothing to look up',
    path: SEARCH,
    reach: steps(complete, press('Look up'), seen('Enter at least one phone number')),
  },
  { name: 'TextUs, refused', path: SEARCH, vendors: { textus: { fault: { kind: '401' } } }, reach: incomplete },
  {
    name: 'TextUs, partial',
    path: '/textus?account=my_account&q=555&size=25',
    vendors: { textus: { fault: { kind: 'looping-next', after: 1 } } },
    reach: incomplete,
  },
  {
    name: 'TextUs, rows of an earlier reading',
    path: SEARCH,
    reach: steps(complete, afterwards('textus', { fault: { kind: '401' } }), press('Read again'), incomplete),
  },
  { name: 'TextUs, reading', path: SEARCH, vendors: { textus: SILENT }, reach: reading },
  {
    name: 'TextUs, slowed down',
    path: '/textus?account=my_account&q=555&size=25',
    vendors: { textus: { fault: { kind: '429-retry-after', after: 2, seconds: 55 } } },
    reach: countdown,
  },
  { name: 'TextUs, slowed down at once', path: SEARCH, vendors: { textus: SLOW_DOWN }, reach: countdown },
  {
    name: 'TextUs, paused',
    path: '/textus?account=my_account',
    vendors: { textus: { behaviour: { pageSize: 1 } } },
    // After 400 requests.
    reach: (page) => expect(page.getByText('reading paused').first()).toBeVisible({ timeout: 100_000 }),
  },
  {
    name: 'TextUs, offline',
    path: SEARCH,
    reach: steps(complete, (page) => page.context().setOffline(true), seen('This computer is offline')),
  },
  {
    name: 'TextUs, not configured',
    path: SEARCH,
    between: (front) => withoutVendor(front, 'textus'),
    reach: seen('TextUs is not configured'),
  },
  { name: 'TextUs, unknown account', path: '/textus?account=nobody', reach: seen('is not set up here') },
  { name: 'TextUs, details', path: SEARCH, reach: steps(complete, openDetails) },
  { name: 'TextUs, columns', path: SEARCH, reach: steps(complete, press('Columns')) },
  { name: 'TextUs, on paper', path: EXACT, reach: steps(complete, onPaper) },
];
