import { ask, EXAMPLES, expectSummary, results } from './helpers/check-page';
import { expectPage, mainLink, PAGES, pageColour } from './helpers/shell';
import { expect, test } from './helpers/test';

const LIGHT = 'rgb(247, 248, 250)';
const DARK = 'rgb(15, 17, 21)';

test('each page is one press away; heading, title, focus and the mark in the navigation go with it', async ({
  page,
}) => {
  await page.goto('/');
  await expectPage(page, 'Check numbers');
  // Nobody came from anywhere: the focus stays where the browser begins.
  await expect(page.locator('body')).toBeFocused();
  for (const { link, heading, path } of [...PAGES.slice(1), PAGES[0]]) {
    await mainLink(page, link).click();
    await expectPage(page, heading);
    expect(new URL(page.url()).pathname).toBe(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expect(page.locator('[aria-current=page]')).toHaveText(link);
  }
});

test('the keyboard alone gets past the navigation, and to every page', async ({ page }) => {
  await page.goto('/');
  await expectPage(page, 'Check numbers');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the page' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  expect(new URL(page.url()).hash).toBe('');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Phone numbers' })).toBeFocused();
  for (const { link, heading } of PAGES.slice(1)) {
    await mainLink(page, link).focus();
    await page.keyboard.press('Enter');
    await expectPage(page, heading);
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  }
});

test('Back, Forward and reload stay true to the page', async ({ page }) => {
  await page.goto('/');
  for (const { link, heading } of PAGES.slice(1)) {
    await mainLink(page, link).click();
    await expectPage(page, heading);
  }
  await page.goBack();
  await expectPage(page, 'Mobivate opt-outs');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.goBack();
  await expectPage(page, 'Check numbers');
  await page.goForward();
  await expectPage(page, 'Mobivate opt-outs');
  await page.reload();
  await expectPage(page, 'Mobivate opt-outs');
});

test('an address that leads nowhere says so, and leads on', async ({ page }) => {
  await page.goto('/mobivate/nowhere');
  await expectPage(page, 'There is no such page');
  await expect(page.locator('[aria-current=page]')).toHaveCount(0);
  await page.getByRole('link', { name: 'Go to Check numbers' }).click();
  await expectPage(page, 'Check numbers');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('a slash behind the name of a page leads to it, filters and all', async ({ page }) => {
  await page.goto('/textus/?q=303');
  await expectPage(page, 'TextUs opt-outs');
  await expect(page).toHaveURL(/\/textus\?.*q=303/);
  await expect(page.getByRole('searchbox', { name: 'Search numbers' })).toHaveValue('303');
});

test("the browser's own theme holds until another is chosen, which is remembered before anything is drawn", async ({
  page,
  front,
  context,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(front.url);
  expect(await pageColour(page)).toBe(LIGHT);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await pageColour(page)).toBe(DARK);

  await page.getByRole('button', { name: 'Preferences' }).click();
  const settings = page.getByRole('dialog', { name: 'Preferences' });
  await settings.getByText('Light', { exact: true }).click();
  expect(await pageColour(page)).toBe(LIGHT);
  await page.keyboard.press('Escape');
  await expect(settings).toBeHidden();
  await expect(page.getByRole('button', { name: 'Preferences' })).toBeFocused();

  // What is built is kept by the browser for good: a reload asks for it again only without its cache.
  const browser = await context.newCDPSession(page);
  await browser.send('Network.setCacheDisabled', { cacheDisabled: true });
  front.drop('/assets/');
  await page.reload();
  await expect(page.locator('#root')).toBeEmpty();
  expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
  front.behave();
  await page.reload();
  await page.getByRole('button', { name: 'Preferences' }).click();
  await expect(settings.getByRole('radio', { name: 'Light' })).toBeChecked();
  await settings.getByRole('button', { name: 'Reset to the defaults' }).click();
  expect(await pageColour(page)).toBe(DARK);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('compact rows are lower than comfortable ones, and remembered', async ({ page }) => {
  await ask(page, `${EXAMPLES.onBoth}\n${EXAMPLES.onNeither}`);
  await expectSummary(page, '2 numbers: 1 opted out, 1 not found, 0 could not check');
  const height = async () => (await results(page).locator('tbody tr').first().boundingBox())?.height ?? 0;
  const comfortable = await height();
  await page.getByRole('button', { name: 'Preferences' }).click();
  await page.getByRole('dialog').getByText('Compact').click();
  expect(await height()).toBeLessThan(comfortable);
  await page.reload();
  await page.getByRole('button', { name: 'Preferences' }).click();
  await expect(page.getByRole('radio', { name: 'Compact' })).toBeChecked();
});

test('a whole session asks nobody but its own server, and leaves nothing personal behind', async ({
  page,
  context,
  server,
}) => {
  const asked: string[] = [];
  const titles: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  page.on('framenavigated', () => void page.title().then((title) => titles.push(title)));
  page.on('websocket', (socket) => asked.push(socket.url()));

  await ask(page, `${EXAMPLES.onBoth}\n${EXAMPLES.onNeither}`);
  await expectSummary(page, '2 numbers: 1 opted out, 1 not found, 0 could not check');
  await results(page).getByRole('button').first().click();
  await page.keyboard.press('Escape');
  await mainLink(page, 'Mobivate').click();
  await page.getByRole('searchbox', { name: 'Find number' }).fill('409 555');
  await page.getByRole('button', { name: 'Last 7 days' }).click();
  await page.getByRole('button', { name: 'Open the calendar' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  await page.keyboard.press('Escape');
  await mainLink(page, 'TextUs').click();
  await page.getByRole('textbox', { name: 'Exact numbers' }).fill(EXAMPLES.onTextUs);
  await page.getByRole('button', { name: 'Look up' }).click();
  await expect(page.getByRole('status')).toHaveText('Complete: 1 opt-out');
  await page.getByRole('button', { name: 'Preferences' }).click();
  await page.getByRole('dialog').getByText('Dark', { exact: true }).click();

  expect(asked.length).toBeGreaterThan(10);
  expect(asked.filter((url) => !/^(?:data|blob):/u.test(url) && new URL(url).origin !== server.url)).toEqual([]);
  expect(titles.filter((title) => /\d/u.test(title))).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  const kept = await page.evaluate(async () => ({
    local: Object.entries(localStorage),
    session: Object.entries(sessionStorage),
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    history: JSON.stringify(history.state),
  }));
  expect(kept).toMatchObject({ session: [], databases: [], caches: [], workers: 0 });
  expect(kept.history.replaceAll(/\D/gu, '')).toBe('');
  expect(kept.local.map(([name]) => name)).toEqual(['opt-out-lookup.preferences']);
  expect(JSON.parse(String(kept.local[0]?.[1]))).toEqual({
    theme: 'dark',
    zone: null,
    country: null,
    density: 'comfortable',
    pageSize: 50,
    hiddenColumns: {},
    shortcuts: true,
  });
});
