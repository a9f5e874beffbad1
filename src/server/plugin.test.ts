import { afterEach, expect, test } from 'vitest';

import { requestText, sendRaw } from './testing/raw-request';
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
