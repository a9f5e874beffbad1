import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { type RawAnswer, requestText, sendRaw } from '../src/server/testing/raw-request';
import { startRecordingVendor } from '../src/server/testing/recording-vendor';
import { MOBIVATE, TEXTUS } from '../src/server/testing/refused-requests';
import { startServer, type RunningServer } from './helpers/server';

const PAGE_POLICY = [
  "default-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "script-src 'self'",
  /^style-src 'self' 'sha256-[\w+/=]+'$/,
  "img-src 'self' data:",
  "font-src 'self'",
  "manifest-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
];
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

function expectHeaders({ headers }: RawAnswer, data: boolean, what: string): void {
  expect(headers, what).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('camera=(), display-capture=(), geolocation=(), microphone=()'),
  });
  const policy = headers['content-security-policy'] ?? '';
  if (data) expect([policy, headers['cache-control']], what).toEqual([DATA_POLICY, 'no-store']);
  else {
    const directives = policy.split('; ');
    expect(directives, what).toHaveLength(PAGE_POLICY.length);
    for (const [index, wanted] of PAGE_POLICY.entries()) expect(directives[index], what).toMatch(wanted);
  }
  const telling = ['server', 'x-powered-by', 'set-cookie', 'access-control-allow-origin', 'location'];
  expect(
    telling.filter((name) => name in headers),
    what,
  ).toEqual([]);
}

/** The answers of one server that is only up for `work`. */
async function withServer(
  settings: Readonly<Record<string, string>>,
  work: (
    ask: (target: string, more?: Parameters<typeof requestText>[2]) => Promise<RawAnswer>,
    port: number,
  ) => Promise<void>,
): Promise<void> {
  const server: RunningServer = await startServer(settings);
  const port = Number(new URL(server.url).port);
  await work((target, more) => sendRaw(port, requestText(port, target, more)), port);
  await server.stop();
}

test('every page and every built file carries the headers of a page, as does what is not there', async () => {
  const dist = join(import.meta.dirname, '..', 'dist');
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(dist, name)).isFile())
    .map((name) => `/${name.replaceAll('\\', '/')}`);
  expect(files.length).toBeGreaterThan(10);
  await withServer({ SANDBOX: '1' }, async (ask) => {
    for (const target of ['/', '/mobivate?find=1', '/textus', '/nowhere', '/assets/none.js', '/%00', ...files]) {
      expectHeaders(await ask(target, { headers: ['Accept: text/html,*/*'] }), false, target);
    }
    const script = files.find((name) => name.endsWith('.js')) ?? '';
    const { headers } = await ask(script);
    const more = [`If-None-Match: ${headers['etag']}`, 'Range: bytes=0-9', 'Upgrade: websocket', 'Expect: miracles'];
    for (const header of more) expectHeaders(await ask(script, { headers: [header] }), false, header);
    expectHeaders(await ask('/', { method: 'HEAD' }), false, 'HEAD');
    expectHeaders(await ask('/', { host: null }), false, 'no Host');
  });
});

test('every answer of the proxy carries the headers of data, also one to a request that could not be read', async () => {
  const vendor = await startRecordingVendor();
  const settings = { MOBIVATE_API_URL: vendor.origin, MOBIVATE_API_KEY: 'key-of-a-test', SANDBOX: '0' };
  await withServer(settings, async (ask, port) => {
    const expectStatus = (answer: RawAnswer, status: number, what: string) => {
      expect(answer.status, what).toBe(status);
      expectHeaders(answer, true, `${status} ${what}`);
    };
    expectStatus(await ask('/api/config'), 200, 'the settings');
    expectStatus(await ask(MOBIVATE), 200, 'a vendor');
    vendor.answer = (_request, response) =>
      response.writeHead(401, { server: 'vendor', 'set-cookie': 'a=1' }).end('{}');
    expectStatus(await ask(MOBIVATE), 401, 'a vendor that refuses');
    vendor.answer = (_request, response) => response.writeHead(302, { location: 'http://evil.example' }).end();
    expectStatus(await ask(MOBIVATE), 502, 'a vendor that redirects');
    expectStatus(await ask(TEXTUS), 503, 'a vendor that is not configured');
    expectStatus(await ask(`${MOBIVATE}?key=1`), 400, 'an unknown parameter');
    expectStatus(await ask('/api/nothing'), 404, 'nothing there');
    expectStatus(await ask('/api/sandbox'), 404, 'no sandbox');
    expectStatus(await ask('/api/config', { method: 'TRACE' }), 405, 'TRACE');
    expectStatus(await ask('/api/config', { headers: ['Origin: http://evil.example'] }), 403, 'another origin');
    expectStatus(await ask('/api/config', { host: null }), 403, 'no Host');
    expectStatus(await ask('/api/config', { headers: ['Expect: miracles'] }), 200, 'an expectation');
    expectStatus(await ask(`/api/config?${'x'.repeat(20_000)}`), 431, 'a long address');
    expectStatus(await ask('/api/config', { headers: [`X: ${'x'.repeat(20_000)}`] }), 431, 'a long header');
    expectStatus(await sendRaw(port, 'no HTTP at all\r\n\r\n'), 400, 'not HTTP');
    expectStatus(await ask('/%'), 404, 'an escape that is none');
  });
  await vendor.close();
});

test('the browser keeps to the policy: no inline script, no eval, no markup from text, nobody else asked', async ({
  page,
}) => {
  const server = await startServer({ SANDBOX: '1' });
  await page.goto(server.url);
  const outcome = await page.evaluate(
    async (elsewhere) => {
      const violated = new Set<string>();
      document.addEventListener('securitypolicyviolation', (event) => violated.add(event.effectiveDirective));
      // What a debugger runs may evaluate text; what a timer runs is the page's own.
      const later = () => new Promise<void>((resolve) => setTimeout(resolve));
      await later();
      const attempt = (work: () => unknown) => {
        try {
          return work();
        } catch (error) {
          return error instanceof Error ? error.name : 'thrown';
        }
      };
      const element = document.createElement('div');
      const results = {
        markup: attempt(() => (element.innerHTML = '<img src=x onerror="marked=true">')),
        text: attempt(() => (document.createElement('script').text = 'marked = true')),
        // oxlint-disable-next-line no-eval -- that it is refused is what is looked at
        evaluated: attempt(() => globalThis.eval('1 + 1')),
        elsewhere: await fetch(elsewhere, { mode: 'no-cors' }).then(
          () => 'asked',
          () => 'refused',
        ),
        attribute: attempt(() => element.setAttribute('onclick', 'marked = true')),
      };
      await later();
      return { ...results, violated: [...violated].toSorted() };
    },
    server.url.replace('127.0.0.1', 'localhost'),
  );
  await server.stop();
  expect(outcome).toEqual({
    markup: 'TypeError',
    text: 'TypeError',
    evaluated: 'EvalError',
    elsewhere: 'refused',
    attribute: 'TypeError',
    violated: ['connect-src', 'require-trusted-types-for'],
  });
});
