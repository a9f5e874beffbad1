import { optOuts, today } from './helpers/mobivate-page';
import { chooseZone, expectPage, mainLink, offsetNow, zoneBox } from './helpers/shell';
import { openDetails } from './helpers/state-kit';
import { expectDrawn, headers } from './helpers/table';
import { expect, test } from './helpers/test';

const SYDNEY = 'Australia/Sydney';
const TOKYO = 'Asia/Tokyo';

test("the zone is the browser's until another is typed, which is remembered on every page @zones", async ({ page }) => {
  await page.goto('/');
  const own = await page.evaluate(() => new Intl.DateTimeFormat().resolvedOptions().timeZone);
  await expect(zoneBox(page)).toHaveValue(own);
  await expect(page.getByRole('banner')).toContainText(offsetNow(own));
  await chooseZone(page, 'sydney');
  await expect(zoneBox(page)).toHaveValue(SYDNEY);
  await expect(page.getByRole('banner')).toContainText(offsetNow(SYDNEY));
  expect(new URL(page.url()).search).toBe('');
  await page.reload();
  await expect(zoneBox(page)).toHaveValue(SYDNEY);
  await mainLink(page, 'TextUs').click();
  await expectPage(page, 'TextUs opt-outs');
  await expect(zoneBox(page)).toHaveValue(SYDNEY);
});

test('the list of zones is worked by keys: arrows choose, Escape leaves everything as it was', async ({ page }) => {
  await page.goto('/');
  await chooseZone(page, TOKYO);
  await zoneBox(page).fill('new york');
  await expect(page.getByRole('option')).toHaveCount(1);
  await expect(page.getByRole('option', { name: 'America/New_York' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(zoneBox(page)).toHaveValue(TOKYO);
  await expect(page.getByRole('listbox')).toBeHidden();

  await zoneBox(page).fill('europe/lo');
  await expect(page.getByRole('option').first()).toHaveAccessibleName('Europe/London');
  await page.keyboard.press('ArrowDown');
  const marked = await page.locator('[role=option][aria-selected=true]').getAttribute('aria-label');
  await page.keyboard.press('Enter');
  await expect(zoneBox(page)).toHaveValue(String(marked));
  await zoneBox(page).fill('nowhere at all');
  await expect(page.getByText('Nothing matches “nowhere at all”.')).toBeVisible();
  await zoneBox(page).press('Tab');
  await expect(zoneBox(page)).toHaveValue(String(marked));
});

test('the offsets shown are those of the chosen days @zones', async ({ page }) => {
  await page.goto(`/mobivate?from=2026-09-30&to=2026-10-10&tz=${SYDNEY}`);
  await expect(page.getByRole('banner')).toContainText('UTC+10:00 to +11:00');
  await zoneBox(page).fill('Lord_Howe');
  await expect(page.getByRole('option', { name: 'Australia/Lord_Howe' })).toHaveAccessibleDescription(
    'UTC+10:30 to +11:00',
  );
});

test('the zone of the address wins over the one remembered, and does not replace it', async ({ page }) => {
  await page.goto('/');
  await chooseZone(page, TOKYO);
  await page.goto(`/mobivate?tz=${SYDNEY}`);
  await expectPage(page, 'Mobivate opt-outs');
  await expect(zoneBox(page)).toHaveValue(SYDNEY);
  await mainLink(page, 'TextUs').click();
  await expect(zoneBox(page)).toHaveValue(TOKYO);
});

test('another zone on such a page goes into the address, and Back brings the first one', async ({ page }) => {
  await page.goto(`/mobivate?from=2026-11-01&to=2026-11-01&tz=${SYDNEY}`);
  await expectPage(page, 'Mobivate opt-outs');
  await chooseZone(page, TOKYO);
  await expect(page).toHaveURL(/tz=Asia(?:\/|%2F)Tokyo/u);
  await expect(page.getByRole('group', { name: 'Date range' })).toContainText('Asia/Tokyo');
  await page.goBack();
  await expect(zoneBox(page)).toHaveValue(SYDNEY);
});

test('a zone that does not exist is not followed @zones', async ({ page }) => {
  await page.goto('/mobivate?tz=Middle/Earth');
  const own = await page.evaluate(() => new Intl.DateTimeFormat().resolvedOptions().timeZone);
  await expect(zoneBox(page)).toHaveValue(own);
});

test('a link with a zone shows the same to a browser in another one @zones', async ({ page, browser, server }) => {
  const day = today(SYDNEY, -3);
  const link = `${server.url}/mobivate?from=${day}&to=${day}T18:00&tz=${SYDNEY}&size=25`;
  const elsewhere = await browser.newContext({ timezoneId: 'America/St_Johns', locale: 'de-DE' });
  const views = [];
  for (const view of [page, await elsewhere.newPage()]) {
    await view.goto(link);
    await expect(view.getByRole('status')).toHaveText(/^Complete: /u);
    const words = await view.getByRole('group', { name: 'Date range' }).innerText();
    await expectDrawn(optOuts(view));
    const rows = await optOuts(view).locator('tbody tr').allInnerTexts();
    views.push({
      words,
      rows,
      headers: await headers(optOuts(view)),
      status: await view.getByRole('status').innerText(),
    });
  }
  await elsewhere.close();
  expect(views[0]?.rows.length).toBeGreaterThan(0);
  expect(views[1]).toEqual(views[0]);
});

test('a zone is spelled as in its box wherever it is named, and no offset is broken at its hyphen, nor copied otherwise', async ({
  page,
}) => {
  const zone = 'America/New_York';
  await page.goto(`/mobivate?from=2020-03-01&to=2020-03-20&tz=${zone}`);
  await openDetails(page);
  const text = await page.evaluate(() => document.body.textContent);
  expect(text).toContain(zone);
  expect(text).not.toContain('New York');
  await expect(page.getByRole('dialog')).toContainText(/\d{4}, \d\d:\d\d:\d\d E[SD]T \(UTC-0[45]:00\)/u);
  let offsets = 0;
  for (let width = 320; width <= 460; width += 10) {
    await page.setViewportSize({ width, height: 800 });
    const lines = await page.evaluate(() => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: number[] = [];
      while (texts.nextNode() !== null) {
        const { currentNode } = texts;
        for (const { index, 0: offset } of (currentNode.nodeValue ?? '').matchAll(/UTC-\d\d:\d\d/gu)) {
          const range = document.createRange();
          range.setStart(currentNode, index);
          range.setEnd(currentNode, index + offset.length);
          const rects = [...range.getClientRects()];
          if (rects.length > 0) found.push(new Set(rects.map(({ top }) => top)).size);
        }
      }
      return found;
    });
    expect(new Set(lines), `at ${width} px`).toEqual(new Set([1]));
    offsets += lines.length;
  }
  expect(offsets).toBeGreaterThan(30);
});
