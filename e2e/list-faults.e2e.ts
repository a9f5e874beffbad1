import type { Page } from '@playwright/test';

import { cellsOf, CONTRACT_WORDS, expectAtRest, expectTold, takeCsv } from './helpers/fault-cells';
import { LISTS } from './helpers/list-driver';
import type { Told, VendorId } from './helpers/outcomes';
import { expectDrawn } from './helpers/table';
import { expect, test } from './helpers/test';

const OLD_ROWS = 'The rows below are from an earlier reading.';
/** Without Retry-After a vendor that has just answered is waited for a minute; broken from the start, it is given up sooner. */
const PATIENT = '429';

/** The list says that it is not whole, and why, and nothing else. */
async function expectIncomplete(page: Page, vendor: VendorId, outcome: Told | null): Promise<void> {
  const alert = page.getByRole('alert');
  const word = CONTRACT_WORDS[outcome?.reason ?? 'cancelled'];
  await expect(alert.getByText(`Incomplete: ${word}`, { exact: true })).toBeVisible({ timeout: 90_000 });
  if (outcome !== null) await expectTold(alert, 'Incomplete', outcome, vendor);
  await expect(page.getByText(/^Complete:|^No opt-outs in|^No number/)).toHaveCount(0);
  await expectAtRest(page);
}

for (const vendor of ['mobivate', 'textus'] as const) {
  const list = LISTS[vendor];
  for (const { kind, outcome, fault } of cellsOf(vendor)) {
    test(`${vendor}: ${kind}`, async ({ page, sandbox, server }) => {
      test.setTimeout(120_000);
      const count = await list.count(sandbox, server.url);
      const rows = list.rows(page);
      // A row that could be read in one answer is known, whatever becomes of it in the answer that proves the first.
      const isKnown = list.readsTwice && outcome.kind === 'told' && outcome.rowsCome === true;
      const after = kind === PATIENT || isKnown ? 0 : list.after;
      await sandbox.set(vendor, { fault: { ...fault, after } });
      await page.goto(list.address);
      if (outcome.kind === 'harmless') {
        await list.expectComplete(page, count);
        await takeCsv(page, true, count);
        return;
      }
      if (outcome.kind === 'shifting') {
        await expect(page.getByText(/^(Complete: |Incomplete: search incomplete)/)).toBeVisible({ timeout: 90_000 });
        await expect(rows).not.toHaveCount(0);
        await expectDrawn(page.getByRole('table'));
        await takeCsv(page, (await page.getByRole('alert').count()) === 0, await rows.count());
        return;
      }

      // Broken while it is first read: what had come is there, and is called a part.
      if (outcome.kind === 'endless') {
        await expect.poll(async () => (await sandbox.requests(vendor)).length).toBeGreaterThan(after);
        await page.getByRole('button', { name: 'Cancel' }).click();
      }
      const told = outcome.kind === 'told' ? outcome : null;
      await expectIncomplete(page, vendor, told);
      if ((await page.getByRole('table').count()) > 0) await expectDrawn(page.getByRole('table'));
      const kept = await rows.count();
      if (told?.rowsCome === true) expect(kept).toBeGreaterThan(0);
      else if (after === 0) expect(kept).toBe(0);
      else await list.expectPart(page, count);
      await takeCsv(page, false, kept);
      await sandbox.reset();
      await page.getByRole('button', { name: 'Retry' }).click();
      await list.expectComplete(page, count);
      await expect(page.getByRole('alert')).toHaveCount(0);
      await expect(rows).toHaveCount(count);

      // Broken when it is read again: the rows on screen stay, and are called old.
      await sandbox.set(vendor, { fault });
      await page.getByRole('button', { name: 'Read again' }).click();
      if (told === null || kind === PATIENT) {
        await expect(page.getByText(OLD_ROWS)).toBeVisible();
        await expect(rows).toHaveCount(count);
        await page.getByRole('button', { name: 'Cancel' }).click();
        await expectAtRest(page);
      } else {
        await expectIncomplete(page, vendor, told);
        if (told.rowsCome !== true) {
          await expect(page.getByText(OLD_ROWS)).toBeVisible();
          await takeCsv(page, false, count);
        }
      }
      await expect(rows).not.toHaveCount(0);
      if (told?.rowsCome !== true) await expect(rows).toHaveCount(count);
      await sandbox.reset();
      await page
        .getByRole('button', { name: /^(Retry|Read again)$/ })
        .first()
        .click();
      await list.expectComplete(page, count);
      await takeCsv(page, true, count);
    });
  }
}
