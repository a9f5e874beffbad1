import { Temporal } from 'temporal-polyfill';

import { expectAccessible } from './helpers/axe';
import { barCounts, bars, expectWholePicture, picture, placeOfBar } from './helpers/histogram';
import { address, expectComplete, incomplete, truthOfDays } from './helpers/mobivate-page';
import type { SandboxControl } from './helpers/sandbox';
import { column } from './helpers/table';
import { expect, test } from './helpers/test';

const SYDNEY = 'Australia/Sydney';
/** A month on whose fourth day the clocks in Sydney went forward. */
const [FROM, TO] = ['2026-10-01', '2026-10-31'];
const OCTOBER = `from=${FROM}&to=${TO}&tz=${SYDNEY}`;

/** How many opt-outs the sandbox has on each day, both ends included. */
async function truthPerDay(sandbox: SandboxControl, from: string, to: string, zone: string): Promise<number[]> {
  const counts: number[] = [];
  const last = Temporal.PlainDate.from(to);
  for (
    let day = Temporal.PlainDate.from(from);
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    counts.push((await truthOfDays(sandbox, day.toString(), day.toString(), zone)).count);
  }
  return counts;
}

test('each day of the zone has its own bar, days of 23 and 25 hours too @zones', async ({ page, sandbox }) => {
  for (const [from, to] of [
    [FROM, TO],
    ['2026-03-20', '2026-04-20'],
  ] as const) {
    await page.goto(address(`from=${from}&to=${to}&tz=${SYDNEY}`));
    const truth = await truthPerDay(sandbox, from, to, SYDNEY);
    await expectComplete(page, (await truthOfDays(sandbox, from, to, SYDNEY)).count);
    await expectWholePicture(page);
    expect(await barCounts(page)).toEqual(truth);
  }
  await expectAccessible(page);
});

test('the bars are those of the numbers found', async ({ page }) => {
  await page.goto(address(`${OCTOBER}&find=61`));
  await expectWholePicture(page);
  const [, matching = ''] = /^(\d+) match/u.exec(await page.getByText(/^\d+ match(es)?$/u).innerText()) ?? [];
  const sum = (await barCounts(page)).reduce<number>((total, count) => total + Number(count), 0);
  expect(sum).toBe(Number(matching));
  await expect(picture(page)).toContainText(`${matching} opt-outs with 61 in the number: `);
});

test('a drag over bars narrows the range, and Back widens it again', async ({ page, sandbox }) => {
  await page.goto(address(OCTOBER));
  await expectWholePicture(page);
  const [start, end] = [await placeOfBar(page, 4), await placeOfBar(page, 9)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 4 });
  await page.mouse.up();
  await expect(page).toHaveURL(/from=2026-10-05&to=2026-10-10&tz=Australia\/Sydney$/u);
  await expectComplete(page, (await truthOfDays(sandbox, '2026-10-05', '2026-10-10', SYDNEY)).count);
  await expect(page.getByRole('textbox', { name: 'From' })).toHaveValue('2026-10-05');
  await expect(bars(page).getByRole('option')).toHaveCount(6);

  const day = await placeOfBar(page, 2);
  await page.mouse.click(day.x, day.y);
  await expect(page).toHaveURL(/from=2026-10-07&to=2026-10-07/u);
  await expect(page.getByRole('heading', { name: 'Opt-outs by hour' })).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`from=${FROM}&to=${TO}`, 'u'));
  await expect(bars(page).getByRole('option')).toHaveCount(31);
});

test('keys move over the bars, choose some and narrow the range to them', async ({ page, sandbox }) => {
  await page.goto(address(OCTOBER));
  await expectWholePicture(page);
  const list = bars(page);
  const active = async () => {
    const id = await list.getAttribute('aria-activedescendant');
    return id === null ? null : page.locator(`[id="${id}"]`).getAttribute('aria-label');
  };
  await page.getByRole('button', { name: 'Show as table' }).focus();
  await page.keyboard.press('Tab');
  await expect(list).toBeFocused();
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).searchParams.get('from')).toBe(FROM);
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'Shift+ArrowRight', 'Shift+ArrowRight']) {
    await page.keyboard.press(key);
  }
  expect(await active()).toMatch(/^Sun 4 Oct 2026, /u);
  await expect(list.getByRole('option', { selected: true })).toHaveCount(3);
  await expect(picture(page)).toContainText('AEST (UTC+10:00) to AEDT (UTC+11:00), a day of 23 hours');
  await expectAccessible(page);

  await page.keyboard.press('Escape');
  await expect(list.getByRole('option', { selected: true })).toHaveCount(0);
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/from=2026-10-30&to=2026-10-31/u);
  await expectComplete(page, (await truthOfDays(sandbox, '2026-10-30', '2026-10-31', SYDNEY)).count);
  await expect(list).toBeFocused();
  await page.goBack();
  await expect(list.getByRole('option')).toHaveCount(31);
});

test('a finger chooses with a tap and takes with a second, or with the button', async ({
  browser,
  server,
  sandbox,
}) => {
  const { count } = await truthOfDays(sandbox, FROM, TO, SYDNEY);
  const context = await browser.newContext({
    hasTouch: true,
    viewport: { width: 390, height: 844 },
    baseURL: server.url,
  });
  const page = await context.newPage();
  await page.goto(address(OCTOBER));
  await expectComplete(page, count);
  await expectWholePicture(page);
  const [one, other] = [await placeOfBar(page, 7), await placeOfBar(page, 20)];
  await page.touchscreen.tap(one.x, one.y);
  await expect(bars(page).getByRole('option', { selected: true })).toHaveAccessibleName(/^Thu 8 Oct 2026/u);
  expect(new URL(page.url()).searchParams.get('from')).toBe(FROM);
  await page.touchscreen.tap(other.x, other.y);
  await page.touchscreen.tap(other.x, other.y);
  await expect(page).toHaveURL(/from=2026-10-21&to=2026-10-21/u);
  await page.goBack();
  await expectWholePicture(page);
  await page.touchscreen.tap(one.x, one.y);
  await page.getByRole('button', { name: 'Narrow to this day' }).tap();
  await expect(page).toHaveURL(/from=2026-10-08&to=2026-10-08/u);
  await context.close();
});

test('the table says what the bars say', async ({ page }) => {
  await page.goto(address(OCTOBER));
  await expectWholePicture(page);
  const counts = await barCounts(page);
  await page.getByRole('button', { name: 'Show as table' }).click();
  const table = page.getByRole('table', { name: 'Opt-outs by day' });
  const sum = counts.reduce<number>((total, count) => total + Number(count), 0);
  expect(await column(table, 'Opt-outs')).toEqual(counts.map(String));
  await expect(table.getByRole('row', { name: /^All / })).toContainText(String(sum));
  const sources = await Promise.all(
    ['Person', 'Mobivate rule', 'Staff', 'API', 'Unknown'].map((name) => column(table, name)),
  );
  const sums = counts.map((_, day) => sources.reduce((total, source) => total + Number(source[day]), 0));
  expect(sums).toEqual(counts);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Show as bars' }).click();
  await expect(bars(page).getByRole('option')).toHaveCount(31);
});

test('a list that was read in part never gives a whole picture', async ({ page, sandbox }) => {
  // Twice: once alone may meet a re-reading for proof, of which nothing is missing.
  await sandbox.set('mobivate', { fault: { kind: 'wrong-shape', after: 8, times: 2 } });
  await page.goto(address('from=2018-01-01&to=2026-11-22&tz=UTC'));
  await expect(incomplete(page, 'answer not understood')).toBeVisible({ timeout: 60_000 });
  await expect(picture(page).getByText('Incomplete', { exact: true })).toBeVisible();
  await expect(picture(page)).toContainText('Only what was read: ');
  const told = (await barCounts(page)).filter((count) => typeof count === 'string');
  expect(told.length).toBeGreaterThan(0);
  for (const name of told) expect(name).toMatch(/not read$|there may be more|so far|not yet begun/u);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Show as table' }).click();
  await expect(
    page
      .getByRole('table', { name: 'Opt-outs by month' })
      .getByText(/not read|or more/u)
      .first(),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Retry' }).click();
  await expectComplete(page, (await truthOfDays(sandbox, '2018-01-01', '2026-11-22', 'UTC')).count);
  await expect(picture(page).getByText('Incomplete', { exact: true })).toHaveCount(0);
});

test('while the list is read the bars grow, in a place that does not change', async ({ page, sandbox }) => {
  await sandbox.set('mobivate', { fault: { kind: 'no-answer', after: 8 } });
  await page.goto(address('from=2018-01-01&to=2026-12-31&tz=UTC'));
  await expect(picture(page).getByText('Being read', { exact: true })).toBeVisible();
  await expect(picture(page)).toContainText(/[1-9][\d,]* opt-outs read so far/u);
  expect((await barCounts(page)).filter((count) => typeof count === 'number')).toEqual([]);
  const before = await picture(page).boundingBox();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(incomplete(page, 'cancelled')).toBeVisible();
  await expect(picture(page).getByText('Incomplete', { exact: true })).toBeVisible();
  expect((await picture(page).boundingBox())?.height).toBe(before?.height);
});

test('fits 320 px, and keeps to the page', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(address('from=2018-01-01&to=2026-11-22&tz=UTC'));
  await expectWholePicture(page);
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  const at = await placeOfBar(page, 60);
  await page.mouse.move(at.x, at.y);
  expect(await overflow()).toBeLessThanOrEqual(0);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Show as table' }).click();
  await expect(page.getByRole('table', { name: 'Opt-outs by month' })).toBeVisible();
  expect(await overflow()).toBeLessThanOrEqual(0);
});

test('what a bar says stays within the picture at 320 px, whichever bar it is, and when its words grow', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(address(OCTOBER));
  await expectWholePicture(page);
  await bars(page).focus();
  const tip = bars(page).locator('xpath=following-sibling::div[@aria-hidden="true"]');
  const standsOut = () =>
    tip.evaluate((element) => {
      const [box, plot] = [element.getBoundingClientRect(), element.parentElement?.getBoundingClientRect()];
      return Math.max(0, (plot?.left ?? 0) - box.left, box.right - (plot?.right ?? 0), element.scrollWidth - box.width);
    });
  for (let bar = 1; bar <= 31; bar += 1) {
    await page.keyboard.press('ArrowRight');
    expect.soft(await standsOut(), `bar ${bar}`).toBeLessThan(1);
    await tip.evaluate((element) => element.style.setProperty('font-size', '1.25rem'));
    expect.soft(await standsOut(), `bar ${bar}, larger`).toBeLessThan(1);
    await tip.evaluate((element) => element.style.removeProperty('font-size'));
  }
});
