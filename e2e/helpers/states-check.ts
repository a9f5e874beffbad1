import { expect, type Page } from '@playwright/test';

import { EXAMPLES } from './check-page';
import { openSandboxPanel } from './shell';
import {
  countdown,
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

const LIST = [EXAMPLES.onBoth, EXAMPLES.onNeither, EXAMPLES.onMobivate, 'Ann; (555) 303-1234', 'nobody'].join('\n');
/** More rows than the document holds at once. */
const LONG = Array.from({ length: 600 }, (_, index) => `+1 951 555 ${2000 + index}`).join('\n');

const asked = (text: string) => async (page: Page) => {
  await page.getByRole('textbox', { name: 'Phone numbers' }).fill(text);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
};
const summary = (page: Page) => expect(page.getByRole('status')).toHaveText(/^\d+ numbers?: /u, { timeout: 60_000 });
const checked = (text: string) => steps(asked(text), summary);

/** The states of the Check page. */
export const CHECK_STATES: readonly PageState[] = [
  { name: 'Check, not asked', path: '/', reach: seen('on neither list') },
  { name: 'Check, nothing to check', path: '/', reach: steps(asked(''), seen('at least one')) },
  { name: 'Check, one number', path: '/', reach: checked(EXAMPLES.onBoth) },
  { name: 'Check, one number not found', path: '/', reach: checked(EXAMPLES.onNeither) },
  { name: 'Check, a list', path: '/', reach: checked(LIST) },
  { name: 'Check, a long list', path: '/', reach: checked(LONG) },
  { name: 'Check, some rows shown', path: '/', reach: steps(checked(LIST), press(/Not found$/u)) },
  {
    name: 'Check, another text in the box',
    path: '/',
    reach: steps(
      checked(LIST),
      (page) => page.getByRole('textbox', { name: 'Phone numbers' }).fill('+1 951 555 0022'),
      seen('are not for what is in the box now'),
    ),
  },
  { name: 'Check, refused', path: '/', vendors: { mobivate: { fault: { kind: '401' } } }, reach: checked(LIST) },
  {
    name: 'Check, one number failed',
    path: '/',
    vendors: { textus: { fault: { kind: '500' } } },
    reach: checked(EXAMPLES.onNeither),
  },
  {
    name: 'Check, partial',
    path: '/',
    vendors: { mobivate: { fault: { kind: '500', after: 3 } } },
    reach: checked(LIST),
  },
  {
    name: 'Check, reading',
    path: '/',
    vendors: { mobivate: SILENT },
    reach: steps(asked(LIST), reading, seen('Checking…')),
  },
  { name: 'Check, slowed down', path: '/', vendors: { mobivate: SLOW_DOWN }, reach: steps(asked(LIST), countdown) },
  {
    name: 'Check, cancelled',
    path: '/',
    vendors: { mobivate: SILENT },
    reach: steps(asked(LIST), press('Cancel'), summary),
  },
  {
    name: 'Check, offline',
    path: '/',
    reach: steps(checked(LIST), (page) => page.context().setOffline(true), seen('This computer is offline')),
  },
  {
    name: 'Check, a vendor not configured',
    path: '/',
    between: (front) => {
      withoutVendor(front, 'textus');
      front.answer('/api/mobivate', {
        status: 401,
        type: 'application/json',
        body: '{"code":401,"message":"Unauthorized"}',
      });
    },
    reach: checked(LIST),
  },
  { name: 'Check, details', path: '/', reach: steps(checked(LIST), openDetails) },
  {
    name: 'Check, details of a failure',
    path: '/',
    vendors: { mobivate: { fault: { kind: '401' } } },
    reach: steps(checked(LIST), openDetails),
  },
  { name: 'Check, columns', path: '/', reach: steps(checked(LIST), press('Columns')) },
  {
    name: 'Check, countries',
    path: '/',
    reach: async (page) => {
      await page.getByRole('combobox', { name: 'Default country' }).fill('uni');
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
  { name: 'Check, sandbox panel', path: '/', reach: openSandboxPanel },
  {
    name: 'Check, sandbox misbehaving',
    path: '/',
    vendors: { mobivate: { fault: { kind: '401' } }, textus: { latencyMs: 2500 } },
    reach: seen('TextUs is misbehaving'),
  },
  { name: 'Check, a card on paper', path: '/', reach: steps(checked(EXAMPLES.onBoth), onPaper) },
  { name: 'Check, a list on paper', path: '/', reach: steps(checked(LIST), onPaper) },
  {
    name: 'Check, server gone',
    path: '/',
    between: (front) => front.behave(),
    reach: steps(
      checked(LIST),
      (_, { front }) => Promise.resolve(front.drop('/api')),
      press('Check'),
      seen('cannot reach its own server'),
    ),
  },
];
