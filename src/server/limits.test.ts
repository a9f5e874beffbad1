import { createServer } from 'node:http';

import { expect, test } from 'vitest';

import { setLimits } from './limits';
import { exchangeRaw } from './testing/raw-request';
import { serveAlone, settingsFor } from './testing/serve';

test('a request has to arrive within seconds, and no header is dropped unseen', () => {
  const server = createServer();
  setLimits(server);
  expect(server.headersTimeout).toBeLessThanOrEqual(server.requestTimeout);
  expect(server.requestTimeout).toBeLessThanOrEqual(20_000);
  expect(server.timeout).toBeGreaterThan(30_000);
  expect(server.keepAliveTimeout).toBeGreaterThan(0);
  expect(server.maxHeadersCount).toBe(0);
});

test('however many requests come on one connection, each is answered by us', async () => {
  const running = await serveAlone(settingsFor('http://127.0.0.1:9'));
  try {
    const { port } = running;
    const lines = `GET /api/config HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n`;
    const text = await exchangeRaw(port, `${`${lines}\r\n`.repeat(10_999)}${lines}Connection: close\r\n\r\n`, 'wait');
    expect(text.match(/^HTTP\/1\.1 200 /gmu)).toHaveLength(11_000);
    expect(text.match(/^X-Content-Type-Options: nosniff/gimu)).toHaveLength(11_000);
  } finally {
    await running.close();
  }
});
