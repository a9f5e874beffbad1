import { check, expectSummary, paste, results } from './helpers/check-page';
import { readCsv } from './helpers/csv';
import { strangers } from './helpers/messy-list';
import { column } from './helpers/table';
import { expect, test } from './helpers/test';

const COUNT = 10_000;
const people = strangers(COUNT);
/** In the first batches, in the middle and in the last: only Mobivate's is there before the end. */
const [FIRST = '', SECOND = '', MIDDLE = '', LAST = ''] = [people[0], people[50], people[5000], people.at(-1)];

test('Cancel half-way through 10,000 keeps what was found, claims nothing of the rest, and asks nothing more', async ({
  page,
  sandbox,
}) => {
  test.setTimeout(300_000);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  for (const number of [FIRST, SECOND, LAST]) await sandbox.addOptOut('textus', { number });
  await sandbox.addOptOut('mobivate', { number: MIDDLE });
  // So many batches are answered, and the others never.
  await sandbox.set('textus', { fault: { kind: 'no-answer', after: 40 } });
  await page.goto('/');
  await paste(page, people.join('\n'));
  await check(page);
  const group = page.getByRole('group', { name: 'Show rows' });
  await expect(group.getByRole('button', { name: '3 Opted out' })).toBeVisible({ timeout: 120_000 });
  await expect(page.getByText('Mobivate: finished').first()).toBeVisible({ timeout: 120_000 });
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expectSummary(page, '10,000 numbers: 3 opted out, 0 not found, 9,997 could not check');
  const sent = async () => [(await sandbox.requests('textus')).length, (await sandbox.requests('mobivate')).length];
  const sentByThen = await sent();

  // Whatever still waited for an answer would go on now.
  await sandbox.set('textus', { fault: null });
  await group.getByRole('button', { name: /Could not check/u }).click();
  const shown = (await column(results(page), 'Verdict')).filter(Boolean);
  expect(new Set(shown)).toEqual(new Set(['Could not check: cancelled']));
  await group.getByRole('button', { name: /All/u }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const file = await readCsv(await downloading);
  expect(file.name).toContain('PARTIAL');
  const found = new Set([FIRST, SECOND, MIDDLE]);
  const said = file.rows.map((row) => `${row['verdict']} ${row['textus_reason']}`.trim());
  expect(said.map((words) => words === 'Could not check cancelled')).toEqual(people.map((each) => !found.has(each)));
  expect(new Set(said)).toEqual(new Set(['Could not check cancelled', 'Opted out', 'Opted out cancelled']));

  await page.getByRole('button', { name: 'Copy evidence' }).click();
  await expect
    .poll(
      async () => (await page.evaluate(() => navigator.clipboard.readText())).match(/^Number as asked: /gmu)?.length,
    )
    .toBe(COUNT);
  expect(await sent()).toEqual(sentByThen);
});

test('one Cancel button is seen from the question to the end, unless reading the numbers takes a while', async ({
  page,
  sandbox,
}) => {
  await sandbox.set('mobivate', { latencyMs: 60_000 });
  // Time stands still for what appears only after a moment, however slow the machine.
  const browser = await page.context().newCDPSession(page);
  await browser.send('Animation.enable');
  await browser.send('Animation.setPlaybackRate', { playbackRate: 0 });
  await page.goto('/');
  await page.evaluate(() => {
    const seen = new Set<Element>();
    const held = new Set<Element>();
    Object.assign(globalThis, { cancels: { seen, held } });
    new MutationObserver(() => {
      for (const button of document.querySelectorAll('button')) {
        if (button.textContent !== 'Cancel') continue;
        const shown = button.checkVisibility({ visibilityProperty: true });
        (shown ? seen : held).add(button);
      }
    }).observe(document, { subtree: true, childList: true });
  });
  await paste(page, [FIRST, LAST].join('\n'));
  await check(page);
  await expect(page.getByText('Checking…').first()).toBeVisible();
  const counts = await page.evaluate(() => {
    const { seen, held } = (globalThis as unknown as { cancels: Record<'seen' | 'held', Set<Element>> }).cancels;
    return { seen: seen.size, held: held.size > 0 };
  });
  expect(counts).toEqual({ seen: 1, held: true });
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expectSummary(page, '2 numbers: 0 opted out, 0 not found, 2 could not check');
});
