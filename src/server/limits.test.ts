import { createServer } from 'node:http';

import { expect, test } from 'vitest';

import { setLimits } from './limits';

test('a request has to arrive within seconds, and no header is dropped unseen', () => {
  const server = createServer();
  setLimits(server);
  expect(server.headersTimeout).toBeLessThanOrEqual(server.requestTimeout);
  expect(server.requestTimeout).toBeLessThanOrEqual(20_000);
  expect(server.timeout).toBeGreaterThan(30_000);
  expect(server.keepAliveTimeout).toBeGreaterThan(0);
  expect(server.maxHeadersCount).toBe(0);
});
