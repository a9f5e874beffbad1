import { gzipSync } from 'node:zlib';

import { afterEach, expect, test } from 'vitest';

import { OWN_PROBLEM_HEADER } from '../lib/own-problem';
import { startRecordingVendor } from './testing/recording-vendor';
import { MOBIVATE } from './testing/refused-requests';
import { exchangeRaw, requestText, sendRaw } from './testing/raw-request';
import { type Running, serveDev, servePreview, settingsFor } from './testing/serve';

let running: Running | null = null;
afterEach(async () => {
  await running?.close();
  running = null;
});

const ask = (target: string, more: Parameters<typeof requestText>[2] = {}) => {
  const port = running?.port ?? 0;
  return sendRaw(port, requestText(port, target, more));
};

const onSandbox = () => settingsFor('http://127.0.0.1:9', { SANDBOX: '1' });

test.each([
  ['start', servePreview],
  ['dev', serveDev],
])('under %s the sandbox stands behind the same proxy, and its controls exist', async (_command, serve) => {
  running = await serve(onSandbox());
  const config = await ask('/api/config');
  expect(config.body).toContain('"sandbox":true,"mobivate":{"configured":true');
  expect(config.body).not.toContain('alpha');
  expect((await ask('/api/mobivate/addressbook/optout?startDate=2026-01-01&endDate=2026-01-02')).status).toBe(200);
  expect((await ask('/api/sandbox')).status).toBe(200);
  expect((await ask('/api/sandbox', { headers: ['Origin: http://evil.example'] })).status).toBe(403);
  expect((await ask('/api/sandbox/%2e%2e/config')).status).toBe(404);
  const patched = await ask('/api/sandbox', { method: 'PATCH' });
  expect([patched.status, patched.headers['allow']]).toEqual([405, 'GET, POST, PUT, DELETE']);
});

test.each([
  ['start', servePreview],
  ['dev', serveDev],
])('under %s no vendor can set the header of our own errors', async (_command, serve) => {
  const vendor = await startRecordingVendor();
  running = await serve(settingsFor(vendor.origin));
  const said = async (status: number, more: Record<string, string> = {}, body: string | Buffer = '[]') => {
    vendor.answer = (_request, response) => {
      response.writeHead(status, { [OWN_PROBLEM_HEADER]: 'not-configured', ...more });
      if (status !== 304) response.addTrailers({ [OWN_PROBLEM_HEADER]: 'not-configured' });
      response.end(body);
    };
    const answer = await ask(MOBIVATE);
    return [answer.status, answer.headers[OWN_PROBLEM_HEADER], answer.body.includes(OWN_PROBLEM_HEADER)];
  };
  expect(await said(200)).toEqual([200, undefined, false]);
  expect(await said(503, { 'content-encoding': 'gzip' }, gzipSync('[]'))).toEqual([503, undefined, false]);
  expect(await said(503, { 'content-encoding': 'br' })).toEqual([503, undefined, false]);
  expect(await said(304)).toEqual([502, 'vendor-redirect', false]);
  expect((await ask(MOBIVATE, { method: 'HEAD' })).headers[OWN_PROBLEM_HEADER]).toBe('method-not-allowed');
  await vendor.close();
});

test('every answer under start carries the security headers, and no inline script may run', async () => {
  running = await servePreview(settingsFor('http://127.0.0.1:9'));
  const targets = [
    '/',
    '/assets/a-1.js',
    '/nowhere',
    '/api/config',
    '/api/nothing',
    '/api/mobivate/addressbook/optout',
  ];
  for (const target of targets) {
    const { headers } = await ask(target, { headers: ['Accept: */*'] });
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('geolocation=()'),
      'content-security-policy': expect.stringMatching(/^default-src 'none'; frame-ancestors 'none'; base-uri 'none'/),
    });
    expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|http|blob/);
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(headers['cache-control'] === 'no-store').toBe(target.startsWith('/api'));
  }
});

test.each(['bytes=5-2', 'bytes=0-99999999999999999999', 'bytes=15553031234-2', 'lines=1'])(
  'a built file comes whole, also when %s of it is asked for',
  async (range) => {
    running = await servePreview(settingsFor('http://127.0.0.1:9'));
    const { status, body } = await ask('/assets/a-1.js', { headers: [`Range: ${range}`] });
    expect([status, body]).toEqual([200, 'export {};']);
  },
);

test.each([
  ['start', servePreview],
  ['dev', serveDev],
])(
  'under %s what is no path, and what is to become a tunnel, is refused and logged like the rest',
  async (_, serve) => {
    running = await serve(settingsFor('http://127.0.0.1:9'));
    for (const [method, status] of [
      ['OPTIONS', 404],
      ['GET', 404],
      ['CONNECT', 405],
    ] as const) {
      const answer = await ask('*', { method });
      expect([answer.status, answer.headers]).toMatchObject([
        status,
        { 'content-type': 'application/problem+json', 'cross-origin-resource-policy': 'same-origin' },
      ]);
      expect(running.lines.at(-1)).toMatch(new RegExp(`Z refused ${method}.* ${status}: `));
    }
    // Each of these ended the server, or was answered past us with its digits on the page.
    for (const target of [
      'http://[/',
      'http://[::1/x',
      'http://xn--/',
      'http://a%zz/',
      'http://localhost%15553031234/',
    ]) {
      const answer = await ask(target);
      expect([answer.status, answer.headers['content-type']]).toEqual([404, 'application/problem+json']);
      expect(running.lines.at(-1)).toMatch(/Z refused GET.* 404: /);
      expect(running.lines.at(-1)).not.toContain('5553031234');
    }
    expect((await ask('evil.example:443', { method: 'CONNECT' })).headers['allow']).toBe('GET, HEAD');
    expect(running.lines).toHaveLength(9);
  },
);

test('what is no HTTP behind a request that is being answered closes the connection, and is logged', async () => {
  const vendor = await startRecordingVendor();
  vendor.answer = () => undefined;
  running = await servePreview(settingsFor(vendor.origin));
  const { port, lines } = running;
  const text = requestText(port, MOBIVATE).replace('Connection: close', 'X-Y: z');
  expect(await exchangeRaw(port, `${text}NO HTTP\r\n\r\n`, 'wait')).toBe('');
  await expect.poll(() => lines).toHaveLength(2);
  expect(lines.toSorted((one, other) => Number(one.includes('refused')) - Number(other.includes('refused')))).toEqual([
    expect.stringMatching(/Z mobivate .* - \d+ ms 0 B: the browser gave up waiting$/),
    expect.stringMatching(/Z refused not-http 400: .* It got no answer, as another was under way\. Nothing to do/),
  ]);
  await vendor.close();
});
