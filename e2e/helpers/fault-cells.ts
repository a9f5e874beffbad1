import { expect, type Locator, type Page } from '@playwright/test';

import type { Reason } from '../../src/lib/reason';
import { REASON_WORDS } from '../../src/lib/words';
import { FAULT_KINDS, type FaultKind } from '../../src/server/sandbox/faults/kinds';
import { readCsv } from './csv';
import { OUTCOMES, type Outcome, type Told, type VendorId } from './outcomes';
import type { Fault } from './sandbox';

export const LABELS = { mobivate: 'Mobivate', textus: 'TextUs' } as const;

/** The reasons as the contract writes them. */
export const CONTRACT_WORDS: Readonly<Record<Reason, string>> = {
  'not-a-phone-number': 'not a phone number',
  'not-configured': 'not configured',
  refused: 'refused',
  'slowed-down': 'slowed down',
  'vendor-error': 'vendor error',
  'no-answer': 'no answer',
  'not-understood': 'answer not understood',
  incomplete: 'search incomplete',
  'known-number-missing': 'known number missing',
  cancelled: 'cancelled',
};

interface Cell {
  readonly kind: FaultKind;
  readonly outcome: Exclude<Outcome, { kind: 'unknown' }>;
  readonly fault: Fault;
}

/** Every misbehaviour that a vendor knows, with what it must lead to. */
export function cellsOf(vendor: VendorId): readonly Cell[] {
  return FAULT_KINDS.flatMap((kind): Cell[] => {
    const { options, [vendor]: outcome } = OUTCOMES[kind];
    return outcome.kind === 'unknown' ? [] : [{ kind, outcome, fault: { kind, ...options } }];
  });
}

/**
 * The failure shown in a place is this one: the headline, what happened, one next step and no other, and the technical part
 * under "Details", which opens on a press.
 */
export async function expectTold(place: Locator, prefix: string, outcome: Told, vendor: VendorId): Promise<void> {
  const { reason, said, details } = outcome;
  await expect(place.getByText(`${prefix}: ${CONTRACT_WORDS[reason]}`, { exact: true })).toBeVisible();
  await expect(place).toContainText(typeof said === 'string' ? said.replace('{vendor}', LABELS[vendor]) : said);
  const shown = (await place.locator('p').allInnerTexts()).map((text) => text.trim());
  const steps = new Set(Object.values(REASON_WORDS).map(({ next }) => next));
  expect(shown.filter((text) => steps.has(text))).toEqual([REASON_WORDS[reason].next]);

  const summary = place.getByText('Details', { exact: true });
  const raw = place.locator('pre');
  if (REASON_WORDS[reason].next.includes('Details')) expect(details, 'the next step needs Details').not.toBeNull();
  if (details === null) return expect(summary).toHaveCount(0);
  await expect(raw).toBeHidden();
  await summary.click();
  await expect(raw).toBeVisible();
  await expect(raw).toContainText(details);
}

/** The file as the page stands now: `whole` or `PARTIAL` in its name and in every row. */
export async function takeCsv(page: Page, whole: boolean, rows: number) {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const csv = await readCsv(await downloading);
  expect(csv.name.includes('PARTIAL')).toBe(!whole);
  expect(csv.rows).toHaveLength(rows);
  if (csv.columns.includes('complete')) {
    expect(new Set(csv.rows.map((row) => row['complete']))).toEqual(new Set(rows === 0 ? [] : [whole ? 'yes' : 'no']));
  }
  return csv;
}

/** Nothing is under way any more. */
export async function expectAtRest(page: Page): Promise<void> {
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Cancel' })).toHaveCount(0);
}
