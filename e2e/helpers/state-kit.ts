import { expect, type Page } from '@playwright/test';

import type { Front } from './front';
import type { VendorControl } from './sandbox';

/** One state that a page can be in, and the way there. */
export interface PageState {
  readonly name: string;
  readonly path: string;
  /** How the embedded vendors behave. */
  readonly vendors?: Readonly<Record<string, VendorControl>>;
  /** What goes wrong between the browser and our own server. */
  readonly between?: (front: Front) => void;
  /** What a person does; resolves when the state is there. */
  readonly reach: (page: Page, does: Hands) => Promise<unknown>;
}

/** What else can be moved on the way to a state. */
export interface Hands {
  readonly vendor: (vendor: string, control: VendorControl) => Promise<void>;
  readonly front: Front;
}

type Step = PageState['reach'];

/** One step after the other. */
export const steps =
  (...all: readonly Step[]): Step =>
  async (page, does) => {
    for (const step of all) await step(page, does);
  };

/** The vendor behaves so from here on. */
export const afterwards =
  (vendor: string, control: VendorControl): Step =>
  (_, does) =>
    does.vendor(vendor, control);

export const complete = (page: Page) =>
  expect(page.getByRole('status')).toHaveText(/^Complete: /u, { timeout: 60_000 });
export const incomplete: Step = (page) =>
  expect(page.getByRole('alert').filter({ hasText: 'Incomplete' })).toBeVisible({ timeout: 60_000 });
export const reading: Step = (page) => expect(page.getByRole('progressbar')).toBeVisible();
/** Said once, with the name of the vendor. */
export const countdown: Step = (page) =>
  expect(page.getByText(/^(Mobivate|TextUs) asked us to slow down\. Going on in \d+ seconds?\.$/u)).toBeVisible();
export const onPaper: Step = (page) => page.emulateMedia({ media: 'print' });

/** A text is on the page. */
export const seen =
  (text: string | RegExp): Step =>
  (page) =>
    expect(page.getByText(text).first()).toBeVisible();

/** Presses a button. */
export const press =
  (name: string | RegExp): Step =>
  (page) =>
    page.getByRole('button', { name, exact: true }).first().click();

/** Opens the panel of the first row of the table on screen. */
export async function openDetails(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Details of/u })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

/** How a vendor asks us to wait: long enough to be looked at, and no longer than the pages wait. */
export const SLOW_DOWN: VendorControl = { fault: { kind: '429-retry-after', seconds: 55 } };
/** A vendor that does not come back while anybody looks. */
export const SILENT: VendorControl = { latencyMs: 60_000 };

/** The settings as our own server would send them with one vendor left out. */
export function withoutVendor(front: Front, vendor: 'mobivate' | 'textus'): void {
  const known = { configured: true, canary: null };
  const vendors = {
    mobivate: { ...known, since: '2010-01-01' },
    textus: { ...known, accounts: ['my_account'] },
    [vendor]: { configured: false, canary: null },
  };
  const body = { sandbox: false, defaultCountry: 'US', defaultTimeZone: 'UTC', ...vendors };
  front.answer('/api/config', { status: 200, type: 'application/json', body: JSON.stringify(body) });
}
