import { chromium, expect, test, type Page } from '@playwright/test';

import { startOtherSite, type OtherSite } from './helpers/other-site';
import { SandboxControl } from './helpers/sandbox';
import { startServer, type RunningServer } from './helpers/server';

let server: RunningServer;
let site: OtherSite;
let sandbox: SandboxControl;
test.beforeAll(async () => {
  server = await startServer({ SANDBOX: '1' });
  site = await startOtherSite();
  sandbox = new SandboxControl(server.url);
});
test.afterAll(async () => {
  await server.stop();
  await site.stop();
});
test.beforeEach(() => sandbox.reset());

/** A page of the same host at another port is "same-site", one of another host "cross-site": browsers treat them differently. */
const ATTACKERS = [
  ['the same host at another port', '127.0.0.1'],
  ['another host', 'localhost'],
] as const;

const executablePath = process.env['CHROMIUM_PATH'];
const MOBIVATE = '/api/mobivate/addressbook/optout?startDate=2010-01-01&endDate=2027-01-01&pageSize=1000';

/** All that the controls can change: how the vendors behave, and what is on their lists. */
async function world(): Promise<unknown> {
  return [await sandbox.state(), await sandbox.get('/mobivate/truth'), await sandbox.get('/textus/truth')];
}

async function openAttacker(page: Page, host: string): Promise<void> {
  await page.goto(`http://${host}:${site.port}/`);
}

for (const [what, host] of ATTACKERS) {
  test(`a page of ${what} reads nothing and asks no vendor anything`, async ({ page }) => {
    await openAttacker(page, host);
    const outcome = await page.evaluate(
      async ({ url, mobivate }) => {
        const loaded = (element: HTMLElement, name: 'src' | 'href' | 'data', address: string) =>
          new Promise<string>((resolve) => {
            element.addEventListener('load', () => resolve('loaded'));
            element.addEventListener('error', () => resolve('refused'));
            element.setAttribute(name, address);
            document.body.append(element);
          });
        const asked = (address: string, request: RequestInit = {}) =>
          fetch(address, request).then(
            ({ type, status }) => `${type} ${status}`,
            () => 'refused',
          );
        const style = document.createElement('link');
        style.rel = 'stylesheet';
        return {
          'script of the settings': await loaded(document.createElement('script'), 'src', `${url}/api/config`),
          'script of a vendor': await loaded(document.createElement('script'), 'src', url + mobivate),
          'script of the app': await loaded(document.createElement('script'), 'src', `${url}/theme.js`),
          image: await loaded(document.createElement('img'), 'src', url + mobivate),
          style: await loaded(style, 'href', url + mobivate),
          fetch: await asked(`${url}/api/config`),
          'fetch, opaque': await asked(url + mobivate, { mode: 'no-cors' }),
          'fetch with a header': await asked(url + mobivate, { headers: { authorization: 'x' } }),
        };
      },
      { url: server.url, mobivate: MOBIVATE },
    );
    expect(new Set(Object.values(outcome)), JSON.stringify(outcome)).toEqual(new Set(['refused']));
    expect(await sandbox.requests('mobivate')).toEqual([]);
  });

  test(`a page of ${what} cannot work the controls of the sandbox`, async ({ page }) => {
    const before = await world();
    await openAttacker(page, host);
    await page.evaluate(async (url) => {
      const body = '{"latencyMs":60000,"number":"15553031234"}';
      const requests: readonly RequestInit[] = [
        { method: 'POST', mode: 'no-cors', body, headers: { 'content-type': 'text/plain' } },
        { method: 'POST', body, headers: { 'content-type': 'application/json' } },
        { method: 'PUT', body },
        { method: 'DELETE' },
      ];
      for (const request of requests) {
        for (const path of ['', '/mobivate', '/mobivate/opt-outs']) {
          await fetch(`${url}/api/sandbox${path}`, request).catch(() => null);
        }
      }
      navigator.sendBeacon(`${url}/api/sandbox/mobivate/opt-outs`, body);
    }, server.url);
    expect(await world()).toEqual(before);
    const form = page.waitForResponse((answer) => answer.url().includes('/opt-outs'));
    await page.evaluate((url) => {
      const element = document.createElement('form');
      element.method = 'post';
      element.enctype = 'text/plain';
      element.action = `${url}/api/sandbox/mobivate/opt-outs`;
      const field = document.createElement('input');
      field.name = '{"number":"15553031234","note":"';
      field.value = '"}';
      element.append(field);
      document.body.append(element);
      element.submit();
    }, server.url);
    expect((await form).status()).toBe(403);
    expect(await world()).toEqual(before);
  });

  test(`a page of ${what} cannot frame a page or data, nor hold on to a window`, async ({ page, context }) => {
    await openAttacker(page, host);
    for (const path of ['/', '/textus', '/api/config']) {
      const answer = page.waitForResponse((each) => each.url() === server.url + path);
      await page.evaluate((address) => {
        const frame = document.createElement('iframe');
        frame.src = address;
        document.body.append(frame);
      }, server.url + path);
      expect((await answer).status(), path).toBe(403);
    }
    const opening = context.waitForEvent('page');
    await page.evaluate((address) => {
      (globalThis as { opened?: Window | null }).opened = window.open(address);
    }, server.url);
    const opened = await opening;
    await expect(opened.getByRole('heading', { level: 1 })).toHaveText('Check numbers');
    expect(await opened.evaluate(() => window.opener)).toBeNull();
    expect(await page.evaluate(() => (globalThis as { opened?: Window | null }).opened?.closed)).toBe(true);
  });
}

test('a name that was rebound to this computer is not let in', async () => {
  const port = new URL(server.url).port;
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--host-resolver-rules=MAP rebound.example 127.0.0.1', '--disable-background-networking', '--no-first-run'],
  });
  const page = await browser.newPage();
  for (const path of ['/', '/api/config', '/api/sandbox', MOBIVATE]) {
    const answer = await page.goto(`http://rebound.example:${port}${path}`);
    expect(answer?.status(), path).toBe(403);
    expect(await answer?.text(), path).toContain('The Host is not the one this server listens on');
  }
  await browser.close();
  expect(await sandbox.requests('mobivate')).toEqual([]);
});
