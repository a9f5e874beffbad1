import { FAULT_KINDS, type FaultKind } from '../src/server/sandbox/faults/kinds';
import { ask, EXAMPLES, expectSummary, results } from './helpers/check-page';
import { column } from './helpers/table';
import { expect, test } from './helpers/test';

const VENDORS = ['mobivate', 'textus'] as const;
const COLUMNS = { mobivate: 'Mobivate', textus: 'TextUs' } as const;
const OTHER = { mobivate: 'textus', textus: 'mobivate' } as const;
const NUMBERS = [EXAMPLES.onBoth, EXAMPLES.onMobivate, EXAMPLES.onTextUs, EXAMPLES.onNeither];
const TRUTH = {
  mobivate: ['Opted out', 'Opted out', 'Not found', 'Not found'],
  textus: ['Opted out', 'Not found', 'Opted out', 'Not found'],
} as const;

/** What a misbehaviour must lead to: the one reason, or the plain truth because it does no harm. */
const OUTCOMES: Readonly<Partial<Record<FaultKind, string>>> = {
  '401': 'refused',
  '402': 'refused',
  '403': 'refused',
  '404': 'answer not understood',
  '429': 'slowed down',
  '429-retry-after': 'slowed down',
  '429-retry-date': 'slowed down',
  '500': 'vendor error',
  '502-html': 'vendor error',
  '503': 'vendor error',
  html: 'answer not understood',
  'wrong-shape': 'answer not understood',
  'null-body': 'answer not understood',
  'empty-body': 'answer not understood',
  '204': 'answer not understood',
  redirect: 'answer not understood',
  truncated: 'answer not understood',
  reset: 'no answer',
  'reset-mid-body': 'no answer',
  'huge-body': 'answer not understood',
  'wrong-shape-records': 'answer not understood',
  'wrong-shape-results': 'answer not understood',
  gzip: 'truth',
  slow: 'truth',
  'hostile-text': 'truth',
  'duplicates-across-pages': 'truth',
  'empty-trailing-page': 'truth',
  'total-absent': 'truth',
};

/** Never answered within the test's patience: the person cancels. The 30 s limits themselves are tested beside the proxy. */
const ENDLESS: readonly FaultKind[] = ['no-answer', 'never-ending-body'];
/** Leaves a number out with a straight face: only a known number can tell, see `canary.e2e.ts`. */
const UNSEEN: readonly FaultKind[] = ['missing-rows'];

for (const vendor of VENDORS) {
  for (const kind of FAULT_KINDS.filter((each) => !UNSEEN.includes(each))) {
    test(`${vendor}: ${kind}`, async ({ page, sandbox }) => {
      test.setTimeout(120_000);
      if (!(await sandbox.knows(vendor, kind))) {
        await expect(sandbox.set(vendor, { fault: { kind } })).rejects.toThrow('400');
        return;
      }
      await sandbox.set(vendor, { fault: { kind, ...(kind === 'slow' ? { milliseconds: 100 } : {}) } });
      await ask(page, NUMBERS.join('\n'));
      if (ENDLESS.includes(kind)) {
        // The other vendor answers first; what it said must stand.
        await expect(page.getByText(`${COLUMNS[OTHER[vendor]]}: finished`)).toBeVisible();
        await page.getByRole('button', { name: 'Cancel' }).click();
      }
      await expect(page.getByRole('status')).toHaveText(/^4 numbers: /, { timeout: 90_000 });

      const told = (await column(results(page), COLUMNS[vendor])).map((text) => text.split('\n')[0]?.trim() ?? '');
      const outcome = ENDLESS.includes(kind) ? 'cancelled' : OUTCOMES[kind];
      for (const [index, words] of told.entries()) {
        const truth = TRUTH[vendor][index];
        expect([truth, words.replace(/:.*/, '')], `${NUMBERS[index]} reads "${words}"`).toContain(
          words.startsWith('Could not check') ? 'Could not check' : truth,
        );
        if (truth === 'Not found' && outcome === 'truth') expect(words).toBe('Not found');
        if (truth === 'Not found' && outcome !== 'truth' && outcome !== undefined) {
          expect(words).toBe(`Could not check: ${outcome}`);
        }
        if (outcome === 'truth') expect(words).toBe(truth);
      }
      const other = OTHER[vendor];
      expect((await column(results(page), COLUMNS[other])).map((text) => text.split('\n')[0]?.trim())).toEqual(
        TRUTH[other],
      );

      await sandbox.reset();
      const retry = page.getByRole('button', { name: 'Retry' });
      if (outcome === 'truth' || (await retry.count()) === 0) return;
      await retry.click();
      await expectSummary(page, '4 numbers: 3 opted out, 1 not found, 0 could not check');
    });
  }
}
