import type { Page } from '@playwright/test';

import { ask, EXAMPLES, expectSummary, results } from './helpers/check-page';
import { cellsOf, CONTRACT_WORDS, expectAtRest, expectTold, LABELS, takeCsv } from './helpers/fault-cells';
import { OUTCOMES, type VendorId } from './helpers/outcomes';
import { column } from './helpers/table';
import { expect, test } from './helpers/test';

const VENDORS = ['mobivate', 'textus'] as const;
const OTHER = { mobivate: 'textus', textus: 'mobivate' } as const;
const NUMBERS = [EXAMPLES.onBoth, EXAMPLES.onMobivate, EXAMPLES.onTextUs, EXAMPLES.onNeither];
const TRUTH = {
  mobivate: ['Opted out', 'Opted out', 'Not found', 'Not found'],
  textus: ['Opted out', 'Not found', 'Opted out', 'Not found'],
} as const;
const ALL_TRUE = '4 numbers: 3 opted out, 1 not found, 0 could not check';

/** A vendor's verdicts, one for each number, without what stands under them. */
async function verdicts(page: Page, vendor: VendorId): Promise<readonly string[]> {
  return (await column(results(page), LABELS[vendor])).map((text) => text.split('\n')[0]?.trim() ?? '');
}

/** The panel of the number that is on no list: what the vendor's failure means for it. */
async function answerPart(page: Page, vendor: VendorId) {
  await results(page).getByRole('button').last().click();
  return page.getByRole('dialog').getByRole('region', { name: LABELS[vendor] });
}

test('the sandbox and the table of outcomes know the same misbehaviours of each vendor', async ({ sandbox }) => {
  const { faults } = (await sandbox.get('')) as { faults: readonly { kind: string; vendors: readonly string[] }[] };
  const expected = Object.entries(OUTCOMES).map(([kind, cells]) => ({
    kind,
    vendors: VENDORS.filter((vendor) => cells[vendor].kind !== 'unknown'),
  }));
  const byKind = (a: { kind: string }, b: { kind: string }) => a.kind.localeCompare(b.kind);
  expect(faults.map(({ kind, vendors }) => ({ kind, vendors })).toSorted(byKind)).toEqual(expected.toSorted(byKind));
});

for (const vendor of VENDORS) {
  for (const { kind, outcome, fault } of cellsOf(vendor)) {
    test(`${vendor}: ${kind}`, async ({ page, sandbox }) => {
      test.setTimeout(120_000);
      await sandbox.set(vendor, { fault });
      await ask(page, NUMBERS.join('\n'));
      if (outcome.kind === 'endless') {
        // The other vendor answers first; what it said must stand.
        await expect(page.getByText(`${LABELS[OTHER[vendor]]}: finished`).first()).toBeVisible();
        await page.getByRole('button', { name: 'Cancel' }).click();
      }
      await expect(page.getByRole('status')).toHaveText(/^4 numbers: /, { timeout: 90_000 });
      await expectAtRest(page);

      const reason = outcome.kind === 'endless' ? 'cancelled' : outcome.kind === 'told' ? outcome.reason : null;
      const doubt = `Could not check: ${CONTRACT_WORDS[reason ?? 'incomplete']}`;
      const said = await verdicts(page, vendor);
      for (const [index, truth] of TRUTH[vendor].entries()) {
        // What was read stands; what was not read is never "Not found".
        const right =
          outcome.kind === 'harmless' ? [truth] : reason !== null && truth === 'Not found' ? [doubt] : [truth, doubt];
        expect(right, NUMBERS[index]).toContain(said[index]);
      }
      expect(await verdicts(page, OTHER[vendor])).toEqual(TRUTH[OTHER[vendor]]);

      const doubted = said.some((words) => words.startsWith('Could not check'));
      const numbersInDoubt = (await column(results(page), 'Verdict')).filter((text) => text.startsWith('Could not'));
      const csv = await takeCsv(page, numbersInDoubt.length === 0, 4);
      expect(csv.rows.map((row) => [row[vendor], row[`${vendor}_reason`]].filter(Boolean).join(': '))).toEqual(said);

      const retry = page.getByRole('button', { name: 'Retry' });
      if (!doubted) return expect(retry).toHaveCount(0);
      if (outcome.kind === 'told') {
        await expectTold(await answerPart(page, vendor), 'Could not check', outcome, vendor);
        await page.keyboard.press('Escape');
      }
      await sandbox.reset();
      await retry.click();
      await expectSummary(page, ALL_TRUE);
      expect(await verdicts(page, vendor)).toEqual(TRUTH[vendor]);
      await takeCsv(page, true, 4);
    });
  }
}
