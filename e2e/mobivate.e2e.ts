import type { TestInfo } from '@playwright/test';

import { expectAccessible } from './helpers/axe';
import {
  address,
  chooseRange,
  expectComplete,
  instants,
  optOuts,
  rows,
  startOf,
  today,
  truthBetween,
  truthOfDays,
} from './helpers/mobivate-page';
import { headers } from './helpers/table';
import { expect, test } from './helpers/test';

const SYDNEY = 'Australia/Sydney';

/** The zone that the browser of this project runs in. */
function browserZone({ project }: TestInfo): string {
  return project.use.timezoneId ?? 'no such project';
}

test('the last seven days are read whole when nobody has chosen @zones', async ({ page, sandbox }, testInfo) => {
  const zone = browserZone(testInfo);
  await page.goto(address());
  await expect(page.getByRole('heading', { level: 1, name: 'Mobivate opt-outs' })).toBeVisible();
  await expectComplete(page, (await truthOfDays(sandbox, today(zone, -6), today(zone), zone)).count);
  expect(await headers(optOuts(page))).toEqual(['Mobile', 'Note', 'Opted out at', 'ID']);
  await expect(page.getByRole('button', { name: 'Last 7 days' })).toHaveAttribute('aria-pressed', 'true');
  expect(new URL(page.url()).search).toBe('');
  await expectAccessible(page);
});

test('typed days are read whole, the end day included, on the clock of the zone @zones', async ({ page, sandbox }) => {
  const [from, to] = [today(SYDNEY, -40), today(SYDNEY, -20)];
  await page.goto(address(`tz=${SYDNEY}`));
  await chooseRange(page, from, to);
  const truth = await truthOfDays(sandbox, from, to, SYDNEY);
  expect(truth.count).toBeGreaterThan(0);
  await expectComplete(page, truth.count);
  await expect(page).toHaveURL((url) => {
    const found = ['from', 'to', 'tz'].map((name) => url.searchParams.get(name));
    return found.join(' ') === `${from} ${to} ${SYDNEY}`;
  });
  const range = page.getByRole('group', { name: 'Date range' });
  await expect(range).toContainText('00:00:00 AE');
  await expect(range).toContainText(/UTC\d+ \w{3} \d{4}, 1[34]:00:00/);
});

test('days on which clocks change have 23 or 25 hours @zones', async ({ page, sandbox }) => {
  for (const day of ['2026-03-08', '2025-11-02']) {
    await page.goto(address(`from=${day}&to=${day}&tz=America/New_York`));
    await expectComplete(page, (await truthOfDays(sandbox, day, day, 'America/New_York')).count);
  }
});

test('local times are pasted, one by one or both at once @zones', async ({ page, context, sandbox }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const day = today('UTC', -3);
  await page.goto(address('tz=UTC'));
  const paste = async (label: string, text: string) => {
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    const box = page.getByRole('textbox', { name: label });
    await box.selectText();
    await box.press('ControlOrMeta+v');
  };
  await paste('From', ` ${day} 09:30 `);
  await paste('To', `${day} 17:45`);
  await page.getByRole('textbox', { name: 'To' }).press('Enter');
  const start = startOf(day, 'UTC');
  const truth = await truthBetween(sandbox, start + 9.5 * 3_600_000, start + (17 * 60 + 46) * 60_000);
  await expectComplete(page, truth.count);
  await expect(page).toHaveURL(new RegExp(`from=${day}T09:30&to=${day}T17:45`));

  await paste('From', `${today('UTC', -9)} – ${day}`);
  await page.getByRole('textbox', { name: 'From' }).press('Enter');
  await expectComplete(page, (await truthOfDays(sandbox, today('UTC', -9), day, 'UTC')).count);
  await expect(page.getByRole('textbox', { name: 'To' })).toHaveValue(day);
});

test('each preset asks for its days @zones', async ({ page, sandbox }, testInfo) => {
  const zone = browserZone(testInfo);
  const now = today(zone);
  const firstOfMonth = `${now.slice(0, 8)}01`;
  const lastMonth = today(zone, -Number(now.slice(8)));
  const days: Readonly<Record<string, readonly [from: string, to: string]>> = {
    Today: [now, now],
    Yesterday: [today(zone, -1), today(zone, -1)],
    'Last 30 days': [today(zone, -29), now],
    'Last 7 days': [today(zone, -6), now],
    'This month': [firstOfMonth, now],
    'Last month': [`${lastMonth.slice(0, 8)}01`, lastMonth],
    'All time': ['2010-01-01', now],
  };
  await page.goto(address());
  for (const [name, [from, to]] of Object.entries(days)) {
    await page.getByRole('button', { name, exact: true }).click();
    await expectComplete(page, (await truthOfDays(sandbox, from, to, zone)).count);
    await expect(page.getByRole('textbox', { name: 'From' })).toHaveValue(from);
    await expect(page.getByRole('textbox', { name: 'To' })).toHaveValue(to);
  }
});

test('days are chosen from a calendar that is loaded when it is opened', async ({ page, sandbox }) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await page.goto(address('from=2026-03-03&to=2026-03-20&tz=UTC'));
  await expectComplete(page, (await truthOfDays(sandbox, '2026-03-03', '2026-03-20', 'UTC')).count);
  expect(scripts.filter((url) => url.includes('Calendar'))).toEqual([]);
  await page.getByRole('button', { name: 'Open the calendar' }).click();
  const calendar = page.getByRole('dialog', { name: 'Calendar' });
  await calendar.getByRole('button', { name: /\b9 March 2026/ }).click();
  await calendar.getByRole('button', { name: /12 March 2026/ }).click();
  await expect(calendar).toBeHidden();
  await expectComplete(page, (await truthOfDays(sandbox, '2026-03-09', '2026-03-12', 'UTC')).count);
  await expect(page).toHaveURL(/from=2026-03-09&to=2026-03-12/);
});

test('a range that cannot be read is named, and nothing is asked', async ({ page, sandbox }) => {
  await page.goto(address('from=2026-02-31&to=2026-03-02&tz=UTC'));
  await expect(page.getByRole('textbox', { name: 'From' })).toHaveAccessibleDescription(
    /on no calendar: that month has 28 days/,
  );
  await expect(page.getByText('Choose the days to read')).toBeVisible();
  await expectAccessible(page);
  await chooseRange(page, '2026-03-05', '2026-03-02');
  await expect(page.getByRole('textbox', { name: 'To' })).toHaveAccessibleDescription(/end lies before the start/);
  expect(await sandbox.requests('mobivate')).toEqual([]);
  await chooseRange(page, '2026-03-02', '2026-03-05');
  await expectComplete(page, (await truthOfDays(sandbox, '2026-03-02', '2026-03-05', 'UTC')).count);
});

test('an empty range says that it was read and is empty', async ({ page }) => {
  await page.goto(address('from=2012-05-01&to=2012-05-02&tz=UTC'));
  await expectComplete(page, 0);
  await expect(page.getByText('No opt-outs in this range')).toBeVisible();
  await expect(optOuts(page)).toHaveCount(0);
  await expectAccessible(page);
});

test('days to come are said to be to come, not to have been read without an opt-out', async ({ page }) => {
  const year = new Date().getUTCFullYear() + 1;
  await page.goto(address(`from=${year}-02-01&to=${year}-02-28&tz=UTC`));
  await expect(page.getByText('These days have not come yet')).toBeVisible();
  await expect(page.getByText(`1 Feb ${year} to 28 Feb ${year}, read`).first()).toBeVisible();
  await expectAccessible(page);
});

test('the whole view is in the address: a link, reload, Back and Forward give it again @zones', async ({ page }) => {
  const view = 'from=2026-08-01&to=2026-10-31&tz=Australia/Sydney&find=614&size=25&page=2';
  await page.goto(address(view));
  await expect(rows(page)).toHaveCount(25);
  await expect(page.getByRole('searchbox', { name: 'Find number' })).toHaveValue('614');
  const seen = await instants(page);
  await page.reload();
  await expect(rows(page)).toHaveCount(25);
  expect(await instants(page)).toEqual(seen);

  await page.getByRole('searchbox', { name: 'Find number' }).fill('+61 49');
  await expect(page).toHaveURL(/find=6149(?!.*page=)/);
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(page).toHaveURL(/page=2/);
  await page.getByRole('button', { name: 'Last month' }).click();
  await expect(page).toHaveURL((url) => !url.searchParams.has('page') && url.searchParams.get('find') === '6149');
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await expect.poll(() => instants(page)).toEqual(seen);
  await page.goForward();
  await expect(page.getByRole('searchbox', { name: 'Find number' })).toHaveValue(/^\+?61 ?49$/);
});

test('another zone means other days', async ({ page, sandbox }) => {
  const [from, to] = [today('UTC', -12), today('UTC', -5)];
  await page.goto(address(`from=${from}&to=${to}&tz=UTC&size=25&page=2`));
  await expectComplete(page, (await truthOfDays(sandbox, from, to, 'UTC')).count);
  const zone = page.getByRole('combobox', { name: 'Time zone' });
  await zone.fill('Pacific/Kiritimati');
  await zone.press('Enter');
  await expectComplete(page, (await truthOfDays(sandbox, from, to, 'Pacific/Kiritimati')).count);
  await expect(page).toHaveURL(/tz=Pacific\/Kiritimati&size=25$/);
  await page.goBack();
  await expect(page).toHaveURL(/tz=UTC&size=25&page=2$/);
});

for (const order of ['ascending', 'descending', 'shuffled']) {
  test(`a list that comes ${order} is read whole, bursts and all`, async ({ page, sandbox }) => {
    await sandbox.set('mobivate', { behaviour: { order } });
    await page.goto(address('from=2018-01-01&to=2026-12-31&tz=UTC'));
    await expectComplete(page, (await truthOfDays(sandbox, '2018-01-01', '2026-12-31', 'UTC')).count);
  });
}
