import { FAULT_KINDS, type FaultKind } from '../src/server/sandbox/faults/kinds';
import { readCsv } from './helpers/csv';
import { expect, test } from './helpers/test';
import { address, expectComplete, incomplete, optOuts, SEARCH, trueCount, VENDOR_PAGE } from './helpers/textus-page';

/** What a misbehaviour must lead to: the reason in words, or the plain truth because it does no harm. */
type Outcome = 'truth' | 'cancelled' | 'either' | (string & {});

const OUTCOMES: Readonly<Record<FaultKind, Outcome>> = {
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
  gzip: 'truth',
  reset: 'no answer',
  'reset-mid-body': 'no answer',
  // Never answered within the test's patience: the person cancels.
  'no-answer': 'cancelled',
  slow: 'truth',
  'huge-body': 'answer not understood',
  'never-ending-body': 'cancelled',
  'wrong-shape-records': 'answer not understood',
  'wrong-shape-results': 'answer not understood',
  'unreadable-row': 'search incomplete',
  'hostile-text': 'truth',
  'duplicates-across-pages': 'truth',
  'looping-next': 'search incomplete',
  'foreign-next': 'search incomplete',
  'other-account-next': 'search incomplete',
  'endless-next': 'search incomplete',
  'empty-trailing-page': 'truth',
  'total-absent': 'truth',
  'total-wrong': 'search incomplete',
  // A list that changes while it is read may end whole or short, but never as a failure.
  changing: 'either',
  // Leaves out a number that this search does not look for.
  'missing-rows': 'truth',
  'small-budget': 'truth',
};

/** Without Retry-After a vendor that has just answered is waited for a minute: broken from the start, it is given up sooner. */
const FROM_START: readonly FaultKind[] = ['429'];
/** Misbehaviours whose rows, bent or repeated, are read all the same. */
const ROWS_COME: readonly FaultKind[] = ['unreadable-row', 'looping-next', 'foreign-next', 'other-account-next'];

const OPTIONS: Readonly<Partial<Record<FaultKind, object>>> = {
  slow: { milliseconds: 100 },
  '429-retry-after': { seconds: 1 },
  '429-retry-date': { seconds: 1 },
};

test('these are all the misbehaviours that the sandbox knows', async ({ sandbox }) => {
  const { faults } = (await sandbox.get('')) as { faults: readonly { readonly kind: string }[] };
  expect(Object.keys(OUTCOMES).toSorted()).toEqual(faults.map(({ kind }) => kind).toSorted());
});

for (const kind of FAULT_KINDS) {
  const after = FROM_START.includes(kind) ? 0 : 2;
  const outcome = OUTCOMES[kind];

  test(`${kind} after ${after} pages`, async ({ page, sandbox, server }) => {
    test.setTimeout(120_000);
    const total = await trueCount(server.url, `?q=${SEARCH}`);
    await sandbox.set('textus', { fault: { kind, after, ...OPTIONS[kind] } });
    await page.goto(address(`q=${SEARCH}&size=250`));
    const rows = optOuts(page).getByRole('rowheader');

    if (outcome === 'truth') return expectComplete(page, total);
    if (outcome === 'either') {
      await expect(page.getByText(/^(Complete|Incomplete): /)).toBeVisible();
      return expect(rows).not.toHaveCount(0);
    }
    if (outcome === 'cancelled') {
      await expect(rows).toHaveCount(after * VENDOR_PAGE);
      await page.getByRole('button', { name: 'Cancel' }).click();
    }
    const alert = incomplete(page, outcome);
    await expect(alert).toBeVisible({ timeout: 90_000 });
    await expect(page.getByText(/^Complete: /)).toHaveCount(0);
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    const kept = await rows.count();
    expect(kept).toBeGreaterThanOrEqual(after * VENDOR_PAGE);
    if (ROWS_COME.includes(kind)) expect(kept).toBeGreaterThan(after * VENDOR_PAGE);

    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download CSV' }).click();
    const csv = await readCsv(await downloading);
    expect(csv.name).toContain('_PARTIAL_');
    expect(csv.rows.length).toBe(kept);
    for (const row of csv.rows) expect(row['complete']).toBe('no');

    await sandbox.reset();
    await page.getByRole('button', { name: 'Retry' }).click();
    await expectComplete(page, total);
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
}

test('a vendor that is down from the start shows no list at all, least of all an empty one', async ({
  page,
  sandbox,
}) => {
  await sandbox.set('textus', { fault: { kind: '403' } });
  await page.goto(address());
  await expect(incomplete(page, 'refused')).toBeVisible();
  await expect(optOuts(page)).toHaveCount(0);
  await expect(page.getByText(/No opt-outs in|No number contains|Complete:/)).toHaveCount(0);
  await page.getByRole('alert').getByText('Details').click();
  await expect(page.getByRole('alert')).toContainText('HTTP 403');
});

test('rows on screen stay, marked, when reading the list again fails', async ({ page, sandbox, server }) => {
  const total = await trueCount(server.url, `?q=${SEARCH}`);
  await page.goto(address(`q=${SEARCH}`));
  await expectComplete(page, total);
  await sandbox.set('textus', { fault: { kind: '401' } });
  await page.getByRole('button', { name: 'Read again' }).click();
  await expect(incomplete(page, 'refused')).toBeVisible();
  await expect(page.getByText('The rows below are from an earlier reading.')).toBeVisible();
  await expect(optOuts(page).getByRole('rowheader')).toHaveCount(50);
  await sandbox.reset();
  await page.getByRole('button', { name: 'Retry' }).click();
  await expectComplete(page, total);
});
