import { test as bare } from '@playwright/test';

import { FAULT_KINDS, type FaultKind } from '../src/server/sandbox/faults/kinds';
import { expectAccessible } from './helpers/axe';
import { readCsv } from './helpers/csv';
import { address, expectComplete, incomplete, optOuts, rows, today, truthOfDays } from './helpers/mobivate-page';
import { startServer } from './helpers/server';
import { expect, test } from './helpers/test';

/** What a misbehaviour must lead to: the reason in words, or the plain truth because it does no harm. */
type Outcome = 'truth' | 'cancelled' | (string & {});

const OUTCOMES: Readonly<Partial<Record<FaultKind, Outcome>>> = {
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
  changing: 'truth',
  // Leaves out a number that is not of these days.
  'missing-rows': 'truth',
  'small-budget': 'truth',
};

const OPTIONS: Readonly<Partial<Record<FaultKind, object>>> = {
  slow: { milliseconds: 100 },
  '429-retry-after': { seconds: 1 },
  '429-retry-date': { seconds: 1 },
};

/** Faults that come with rows beside what is wrong. */
const ROWS_COME: readonly FaultKind[] = ['unreadable-row'];
const VIEW = 'from=2026-03-01&to=2026-03-20&tz=UTC';
const DAYS = ['2026-03-01', '2026-03-20', 'UTC'] as const;

test('these are all the misbehaviours that the sandbox knows of Mobivate', async ({ sandbox }) => {
  const { faults } = (await sandbox.get('')) as {
    faults: readonly { readonly kind: string; readonly vendors: readonly string[] }[];
  };
  const known = faults.filter(({ vendors }) => vendors.includes('mobivate')).map(({ kind }) => kind);
  expect(Object.keys(OUTCOMES).toSorted()).toEqual(known.toSorted());
});

for (const kind of FAULT_KINDS) {
  const outcome = OUTCOMES[kind];
  if (outcome === undefined) continue;

  test(`${kind} is never an empty list nor a whole one`, async ({ page, sandbox }) => {
    const { count } = await truthOfDays(sandbox, ...DAYS);
    await sandbox.set('mobivate', { fault: { kind, ...OPTIONS[kind] } });
    await page.goto(address(VIEW));
    if (outcome === 'truth') return expectComplete(page, count);
    if (outcome === 'cancelled') {
      await expect(page.getByRole('progressbar', { name: 'Reading Mobivate' })).toBeVisible();
      await page.getByRole('button', { name: 'Cancel' }).click();
    }
    await expect(incomplete(page, outcome)).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    await expect(page.getByText(/^Complete:|No opt-outs in|No number here/)).toHaveCount(0);
    const kept = ROWS_COME.includes(kind) ? count - 1 : 0;
    await expect(optOuts(page)).toHaveCount(kept === 0 ? 0 : 1);

    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download CSV' }).click();
    const csv = await readCsv(await downloading);
    expect(csv.name).toContain('_PARTIAL_');
    expect(csv.rows).toHaveLength(kept);
    for (const row of csv.rows) expect(row['complete']).toBe('no');

    await sandbox.reset();
    await page.getByRole('button', { name: 'Retry' }).click();
    await expectComplete(page, count);
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
}

test("the vendor's own words are under Details, never in the headline", async ({ page, sandbox }) => {
  await sandbox.set('mobivate', { fault: { kind: '401' } });
  await page.goto(address());
  const alert = incomplete(page, 'refused');
  await expect(alert).toContainText('check the key');
  await expectAccessible(page);
  await alert.getByText('Details').click();
  await expect(alert).toContainText('HTTP 401: Unauthorized');
});

test('a row that cannot be read is counted, and shown under Details', async ({ page, sandbox }) => {
  const { count } = await truthOfDays(sandbox, ...DAYS);
  await sandbox.set('mobivate', { fault: { kind: 'unreadable-row' } });
  await page.goto(address(VIEW));
  const alert = incomplete(page, 'search incomplete');
  await expect(alert).toContainText(`1 of ${count.toLocaleString('en-US')} rows could not be read.`);
  await alert.getByText('Details', { exact: true }).click();
  await expect(alert).toContainText('{');
  await expectAccessible(page);
});

test('a stretch that fails is a named gap, and Retry reads it alone', async ({ page, sandbox }) => {
  const [from, to] = ['2018-01-01', '2026-12-31'];
  const { count } = await truthOfDays(sandbox, from, to, 'UTC');
  await sandbox.set('mobivate', { fault: { kind: 'wrong-shape', after: 8, times: 1 } });
  await page.goto(address(`from=${from}&to=${to}&tz=UTC`));
  const alert = incomplete(page, 'answer not understood');
  await expect(alert).toBeVisible({ timeout: 60_000 });
  await expect(alert.getByRole('listitem')).toHaveCount(1);
  await expect(alert.getByRole('listitem')).toHaveText(/\d{4}, .* to .* UTC: answer not understood/);
  await expect(rows(page)).toHaveCount(50);
  const before = (await sandbox.requests('mobivate')).length;
  await page.getByRole('button', { name: 'Retry' }).click();
  await expectComplete(page, count);
  expect((await sandbox.requests('mobivate')).length - before).toBeLessThan(before / 2);
});

test('reading says how far it is, and Cancel ends it within a second and keeps what is known', async ({
  page,
  sandbox,
}) => {
  await sandbox.set('mobivate', { fault: { kind: 'no-answer', after: 8 } });
  await page.goto(address('from=2018-01-01&to=2026-12-31&tz=UTC'));
  const bar = page.getByRole('progressbar', { name: 'Reading Mobivate' });
  await expect(bar).toHaveAttribute('value', /^0\.\d+/);
  await expect(page.getByText(/[1-9][\d,]* opt-outs so far · \d+ requests/).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Download CSV' })).toBeDisabled();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(incomplete(page, 'cancelled')).toBeVisible({ timeout: 1000 });
  await expect(bar).toBeHidden();
  await expect(rows(page)).toHaveCount(50);
  await expect(page.getByText(/^Complete:/)).toHaveCount(0);
});

test('rows on screen stay, marked as old, when reading them again fails', async ({ page, sandbox }) => {
  const { count } = await truthOfDays(sandbox, today('UTC', -6), today('UTC'), 'UTC');
  await page.goto(address());
  await expectComplete(page, count);
  await sandbox.set('mobivate', { fault: { kind: '403' } });
  await page.getByRole('button', { name: 'Read again' }).click();
  await expect(incomplete(page, 'refused')).toBeVisible();
  await expect(page.getByText('The rows below are from an earlier reading.')).toBeVisible();
  await expect(rows(page)).toHaveCount(50);
  await sandbox.reset();
  await page.getByRole('button', { name: 'Retry' }).click();
  await expectComplete(page, count);
});

test('a second reading that is called off leaves the first as good as it was', async ({ page, sandbox }) => {
  const { count } = await truthOfDays(sandbox, today('UTC', -6), today('UTC'), 'UTC');
  await page.goto(address());
  await expectComplete(page, count);
  await sandbox.set('mobivate', { fault: { kind: 'no-answer' } });
  await page.getByRole('button', { name: 'Read again' }).click();
  await expect(page.getByText('The rows below are from an earlier reading.')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expectComplete(page, count);
  await expect(rows(page)).toHaveCount(50);
});

test('what has been read is not read again', async ({ page, sandbox }) => {
  await page.goto(address('from=2026-03-01&to=2026-04-30&tz=UTC'));
  await expectComplete(page, (await truthOfDays(sandbox, '2026-03-01', '2026-04-30', 'UTC')).count);
  const before = (await sandbox.requests('mobivate')).length;
  const { count } = await truthOfDays(sandbox, ...DAYS);
  await page.getByRole('textbox', { name: 'To' }).fill('2026-03-20');
  await page.getByRole('textbox', { name: 'To' }).press('Enter');
  await expectComplete(page, count);
  expect((await sandbox.requests('mobivate')).length).toBe(before);
});

bare('without a key the page says which setting is missing, and shows no list', async ({ page }) => {
  const server = await startServer({
    TEXTUS_API_URL: 'http://127.0.0.1:9',
    TEXTUS_API_TOKEN: 'a-token',
    TEXTUS_ACCOUNTS: 'my_account',
  });
  await page.goto(`${server.url}${address()}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Mobivate opt-outs' })).toBeVisible();
  await expect(page.getByText('Mobivate is not configured')).toBeVisible();
  await expect(page.getByText('MOBIVATE_API_KEY')).toBeVisible();
  await expect(optOuts(page)).toHaveCount(0);
  await expectAccessible(page);
  await server.stop();
});
