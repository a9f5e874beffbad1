import type { Page } from '@playwright/test';

import { check, dropFile, expectSummary, paste, results, resultRow } from './helpers/check-page';
import { readCsv } from './helpers/csv';
import { strangers } from './helpers/messy-list';
import type { SandboxControl } from './helpers/sandbox';
import { expectDrawn } from './helpers/table';
import { expect, test } from './helpers/test';

const COUNT = 10_000;
/** Every 250th is on Mobivate's list, the first among them. */
const EVERY = 250;
const SUMMARY = `10,000 numbers: ${COUNT / EVERY} opted out, ${(COUNT - COUNT / EVERY).toLocaleString('en-US')} not found, 0 could not check`;

const people = strangers(COUNT);
const shownAs = (digits: string) => `+1 ${digits.slice(1, 4)} ${digits.slice(4, 7)} ${digits.slice(7)}`;

async function putOnList(sandbox: SandboxControl): Promise<void> {
  for (const number of people.filter((_, place) => place % EVERY === 0))
    await sandbox.addOptOut('mobivate', { number });
}

const box = (page: Page) => page.getByRole('textbox', { name: 'Phone numbers' });
const summary = async (page: Page) => expect(page.getByRole('status')).toHaveText(SUMMARY, { timeout: 150_000 });

/** Positions (from 1) and numbers of the rows now in the document. */
async function drawn(page: Page): Promise<readonly (readonly [position: number, number: string])[]> {
  await expectDrawn(results(page));
  return results(page)
    .locator('tbody tr[aria-rowindex]')
    .evaluateAll((rows) =>
      rows.map(
        (row) =>
          [Number(row.getAttribute('aria-rowindex')) - 1, row.querySelector('th')?.innerText.trim() ?? ''] as const,
      ),
    );
}

test('a table of 10,000 people: answered, few rows drawn, every row within reach, and the next check asks little', async ({
  page,
  sandbox,
}) => {
  test.setTimeout(400_000);
  await putOnList(sandbox);
  const csv = people.map((digits, place) => `${1000 + place},"Doe, ""Al""\r\nno. ${place}",${shownAs(digits)}\r\n`);
  await page.goto('/');
  await page.getByLabel('Add numbers from a file').setInputFiles({
    name: 'customers.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\ufeffid,name,mobile\r\n${csv.join('')}`),
  });
  await expect(page.getByLabel('Phone column in customers.csv').locator('option:checked')).toHaveText(/^mobile/);
  await check(page);
  await summary(page);

  const table = results(page);
  await expect(table).toHaveAttribute('aria-rowcount', String(COUNT + 1));
  for (const share of [0, 0.1, 0.33, 0.5, 0.75, 0.97, 1, 0.02]) {
    await page.evaluate((part) => window.scrollTo(0, part * document.documentElement.scrollHeight), share);
    await expect
      .poll(async () => {
        const rows = await drawn(page);
        const near = rows.some(([position]) => Math.abs(position - share * COUNT) < COUNT / 20);
        return near && rows.every(([position, number]) => number === shownAs(people[position - 1] ?? ''));
      })
      .toBe(true);
    expect((await drawn(page)).length).toBeLessThan(100);
  }

  // By keyboard: Tab goes from row to row, past what was drawn when it began.
  await page.evaluate(() => window.scrollTo(0, 0));
  await table.getByRole('button', { name: `Details of ${shownAs(people[0] ?? '')}` }).focus();
  let at = 0;
  for (let turn = 0; at < 60 && turn < 400; turn += 1) {
    await page.keyboard.press('Tab');
    const now = await page.evaluate(() => Number(document.activeElement?.closest('tr')?.ariaRowIndex ?? 0) - 2);
    expect([at, at + 1], `Tab from row ${at} of the list`).toContain(now);
    at = now;
  }
  expect(at).toBe(60);

  const group = page.getByRole('group', { name: 'Show rows' });
  await group.getByRole('button', { name: /Opted out/ }).click();
  await expect(table.getByRole('rowheader')).toHaveCount(COUNT / EVERY);
  await group.getByRole('button', { name: /All/ }).click();

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const file = await readCsv(await downloading);
  expect(file.rows.map((row) => row['number'])).toEqual(people.map(shownAs));
  expect(file.rows.map((row) => row['verdict'] === 'Opted out')).toEqual(people.map((_, place) => place % EVERY === 0));

  const before = (await sandbox.requests('mobivate')).length;
  await box(page).fill(shownAs(people[1] ?? ''));
  await check(page);
  await expectSummary(page, '1 number: 0 opted out, 1 not found, 0 could not check');
  expect((await sandbox.requests('mobivate')).length - before).toBeLessThanOrEqual(2);
  await expect(page.getByRole('region', { name: 'Answer', exact: true })).toContainText(
    /as of .* UTC( \(.*\))?, newest part read again .* UTC/,
  );
});

test('a text file of 10,000 lines dropped anywhere on the page fills the box and is answered', async ({
  page,
  sandbox,
}) => {
  test.setTimeout(300_000);
  await putOnList(sandbox);
  await page.goto('/');
  await dropFile(page, 'notes.pdf', 'application/pdf', '%PDF-1.7 no numbers');
  await expect(page.getByRole('alert')).toContainText('notes.pdf could not be read');
  await dropFile(page, 'list.txt', 'text/plain', people.join('\r\n'));
  await expect(page.getByText('Numbers taken from list.txt')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect.poll(async () => (await box(page).inputValue()).split('\n').length).toBe(COUNT);
  await check(page);
  await summary(page);
});

test('10,000 lines typed by a tool, and more lines than the box can hold, do not freeze the page', async ({ page }) => {
  await page.goto('/');
  await box(page).fill(people.join('\n'));
  await expect(box(page)).toHaveValue(people.join('\n'));

  await paste(page, `${people.join('\r\n')}\r\n`.repeat(3));
  // What was in the box stays in front of what is pasted at its end.
  await expect(page.getByText('40,000 lines are held; the box shows the first 200.')).toBeVisible();
  expect(await box(page).inputValue()).toBe(people.slice(0, 200).join('\n'));
  await box(page).press('Control+A');
  await paste(page, shownAs(people[0] ?? ''));
  await expect(box(page)).toHaveValue(shownAs(people[0] ?? ''));
  await expect(box(page)).toBeEditable();

  await paste(page, `\n${people.join('\n')}`.repeat(3));
  await page.getByRole('button', { name: 'Empty the box' }).click();
  await expect(box(page)).toHaveValue('');
  await expect(box(page)).toBeFocused();
});

test('Retry after Cancel asks only what was left', async ({ page, sandbox }) => {
  test.setTimeout(120_000);
  // Few enough that every row is in the document, so that those left can be read off the table.
  const some = people.slice(0, 480);
  await sandbox.addOptOut('textus', { number: some[0] ?? '' });
  // Some batches are answered, the others never: TextUs is still being asked when Mobivate has finished, however slow the machine.
  // Three accounts take five batches each; whichever goes first, twelve answers hold the first batch of every one.
  await sandbox.set('textus', { fault: { kind: 'no-answer', after: 12 } });
  await page.goto('/');
  await paste(page, some.map(shownAs).join('\n'));
  await check(page);
  await expect(page.getByText('Mobivate: finished').first()).toBeVisible({ timeout: 60_000 });
  await expect(results(page).getByText('Opted out')).not.toHaveCount(0, { timeout: 60_000 });
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('status')).toHaveText(/^480 numbers: 1 opted out, \d+ not found, \d+ could not check$/);
  await page
    .getByRole('group', { name: 'Show rows' })
    .getByRole('button', { name: /Could not check/ })
    .click();
  const left = new Set((await drawn(page)).map(([, number]) => number.replaceAll(/\D/g, '')));
  const seen = {
    mobivate: (await sandbox.requests('mobivate')).length,
    textus: (await sandbox.requests('textus')).length,
  };

  await sandbox.set('textus', { fault: null });
  await page.getByRole('button', { name: 'Retry' }).click();
  await expectSummary(page, '480 numbers: 1 opted out, 479 not found, 0 could not check');
  expect((await sandbox.requests('mobivate')).length).toBe(seen.mobivate);
  const asked = (await sandbox.requests('textus'))
    .slice(seen.textus)
    .flatMap(({ target }) => new URL(target, 'http://vendor').searchParams.getAll('exact[]'));
  // A batch is first shown to be answered whole, with the number found and with numbers nobody asked about.
  const again = asked.map((value) => value.replaceAll(/\D/g, '')).filter((digits) => some.includes(digits));
  expect(again.length).toBeGreaterThan(0);
  expect(again.filter((digits) => !left.has(digits) && digits !== some[0])).toEqual([]);
});

test('evidence of the rows shown, and of one row, is copied', async ({ page, sandbox }) => {
  const some = people.slice(0, 4);
  const [first = '', second = '', ...others] = some;
  await sandbox.addOptOut('mobivate', { number: first });
  await sandbox.addOptOut('textus', { number: second });
  await page.goto('/');
  await paste(page, some.map(shownAs).join('\n'));
  await check(page);
  await expectSummary(page, '4 numbers: 2 opted out, 2 not found, 0 could not check');
  await page
    .getByRole('group', { name: 'Show rows' })
    .getByRole('button', { name: /Opted out/ })
    .click();
  await page.getByRole('button', { name: 'Copy evidence' }).click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toContain(`Number as asked: ${shownAs(first)} (line 1)`);
  const shown = await copied();
  expect(shown).toContain(`Number as asked: ${shownAs(second)} (line 2)`);
  for (const number of others) expect(shown).not.toContain(shownAs(number));

  await resultRow(page, shownAs(second)).getByRole('button').click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /evidence/ })
    .click();
  await expect.poll(copied).not.toContain(shownAs(first));
  expect(await copied()).toContain(`Number as asked: ${shownAs(second)} (line 2)`);
});
