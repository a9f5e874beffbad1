import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { MOST_IN_LINE } from './in-line';
import { exchangeRaw } from './testing/raw-request';
import { type RawVendor, startRawVendor } from './testing/raw-vendor';
import { MOBIVATE } from './testing/refused-requests';
import { type Running, serveAlone, settingsFor } from './testing/serve';

let vendor: RawVendor;
let running: Running;
beforeEach(async () => {
  vendor = await startRawVendor();
  running = await serveAlone(settingsFor(vendor.origin));
});
afterEach(async () => {
  await running.close();
  await vendor.close();
});

const asks = (count: number, last = '') => {
  const lines = `GET ${MOBIVATE} HTTP/1.1\r\nHost: 127.0.0.1:${running.port}\r\n`;
  return `${`${lines}\r\n`.repeat(count - 1)}${lines}${last}\r\n`;
};

test('of questions in line on one connection only so many wait for the vendor, the others are refused', async () => {
  const text = await exchangeRaw(running.port, asks(100, 'Connection: close\r\n'), 'wait');
  expect(vendor.heads).toHaveLength(MOST_IN_LINE);
  expect(text.match(/HTTP\/1\.1 200 /gu)).toHaveLength(MOST_IN_LINE);
  expect(text.match(/HTTP\/1\.1 400 /gu)).toHaveLength(100 - MOST_IN_LINE);
  expect(running.lines).toHaveLength(100);
});

test('a connection that goes away ends all of its questions, those in line too', async () => {
  let open = 0;
  vendor.answer = (socket) => {
    open += 1;
    socket.once('close', () => (open -= 1));
  };
  const gone = exchangeRaw(running.port, asks(MOST_IN_LINE), 'go-away');
  await expect.poll(() => vendor.heads.length).toBe(MOST_IN_LINE);
  await gone;
  await expect.poll(() => open).toBe(0);
  await expect.poll(() => running.lines.filter((line) => line.includes('gave up waiting')).length).toBe(MOST_IN_LINE);
});

test('one after the other, any number is asked on one connection', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (let count = 0; count < 3 * MOST_IN_LINE; count += 1) {
    const [answer] = (await once(
      get({ agent, host: '127.0.0.1', port: running.port, path: MOBIVATE }),
      'response',
    )) as [IncomingMessage];
    answer.resume();
    await once(answer, 'end');
    expect(answer.statusCode).toBe(200);
  }
  agent.destroy();
});
