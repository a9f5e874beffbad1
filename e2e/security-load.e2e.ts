import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';

import { expect, test } from '@playwright/test';

import { requestText, sendRaw } from '../src/server/testing/raw-request';
import { MOBIVATE } from '../src/server/testing/refused-requests';
import { type RecordingVendor, startRecordingVendor } from '../src/server/testing/recording-vendor';
import { startServer, type RunningServer } from './helpers/server';

let vendor: RecordingVendor;
let server: RunningServer;
let port = 0;
test.beforeAll(async () => {
  vendor = await startRecordingVendor();
  server = await startServer({ MOBIVATE_API_URL: vendor.origin, MOBIVATE_API_KEY: 'key-of-a-load-test' });
  port = Number(new URL(server.url).port);
});
test.afterAll(async () => {
  await server.stop();
  await vendor.close();
});
test.beforeEach(() => vendor.forget());

const ask = (target: string) => sendRaw(port, requestText(port, target));

/** Connections that have sent this much and nothing more; resolves when all stand. */
async function hold(count: number, text: string): Promise<readonly Socket[]> {
  const sockets = Array.from({ length: count }, () => connect(port, '127.0.0.1'));
  for (const socket of sockets) socket.on('error', () => undefined);
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  if (text !== '') for (const socket of sockets) socket.write(text);
  return sockets;
}

async function expectAnswers(): Promise<void> {
  expect((await ask('/')).status).toBe(200);
  expect((await ask('/api/config')).status).toBe(200);
  expect((await ask(MOBIVATE)).body).toContain('[]');
}

test('a thousand idle connections: everybody else is answered', async () => {
  const idle = await hold(1000, '');
  await expectAnswers();
  expect(idle.filter((socket) => !socket.destroyed && socket.readyState === 'open')).toHaveLength(1000);
  for (const socket of idle) socket.destroy();
  await expectAnswers();
});

test('requests that never end are answered by the end of the connection, and nobody waits for them', async () => {
  test.setTimeout(120_000);
  const begun = [
    ...(await hold(50, '')),
    ...(await hold(200, 'GET /api/config HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ')),
    ...(await hold(200, 'GET')),
  ];
  // A byte now and then does not buy more time: the limit is for the whole request.
  const drip = setInterval(() => {
    for (const socket of begun.slice(50)) socket.write('a');
  }, 1000);
  await expectAnswers();
  const open = begun.filter((socket) => !socket.destroyed);
  await Promise.all(open.map((socket) => once(socket.resume(), 'close')));
  clearInterval(drip);
  await expectAnswers();
});

test('a request hidden in the body of another, or behind a lie about its length, reaches no vendor', async () => {
  const hidden = requestText(port, MOBIVATE);
  const host = `Host: 127.0.0.1:${port}`;
  const chunk = `${hidden.length.toString(16)}\r\n${hidden}\r\n0\r\n\r\n`;
  const smuggled = [
    `GET /api/config HTTP/1.1\r\n${host}\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`,
    `GET /api/config HTTP/1.1\r\n${host}\r\nTransfer-Encoding: chunked\r\n\r\n${chunk}`,
    `POST / HTTP/1.1\r\n${host}\r\nContent-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n${chunk}`,
    `GET /api/config HTTP/1.1\r\n${host}\r\nTransfer-Encoding: xchunked\r\n\r\n${hidden}`,
    `GET /api/config HTTP/1.1\r\n${host}\r\nTransfer-Encoding : chunked\r\n\r\n${chunk}`,
    `GET /api/config HTTP/1.1\r\n${host}\r\nContent-Length: +5\r\n\r\n${hidden}`,
    `GET /api/config HTTP/1.1\n${host}\nX: y\n\n${hidden}`,
    `CONNECT 127.0.0.1:${port} HTTP/1.1\r\n${host}\r\n\r\n${hidden}`,
    `GET /api/config HTTP/1.1\r\n${host}\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`,
  ];
  for (const text of smuggled) {
    const socket = connect(port, '127.0.0.1', () => socket.end(text, 'latin1'));
    socket.on('error', () => undefined);
    await once(socket.resume(), 'close');
    expect(vendor.received, text).toEqual([]);
  }
  await expectAnswers();
});

test('addresses and headers beyond 16 kB are refused, a hundred at a time', async () => {
  const long = Array.from({ length: 100 }, (_, index) =>
    index % 2 === 0
      ? ask(`${MOBIVATE}?page=${'1'.repeat(100_000)}`)
      : sendRaw(port, requestText(port, MOBIVATE, { headers: [`Cookie: ${'a'.repeat(100_000)}`] })),
  );
  // A server that hangs up while so much is still being written may be heard as a reset.
  const answers = await Promise.allSettled(long);
  expect(answers.flatMap((each) => (each.status === 'fulfilled' ? [each.value.status] : [431]))).toEqual(
    answers.map(() => 431),
  );
  expect(vendor.received).toEqual([]);
  await expectAnswers();
});

test('a browser that goes away in mid-answer ends the question at the vendor', async () => {
  const gone = new Promise<boolean>((resolve) => {
    vendor.answer = (_request, response) => {
      response.once('close', () => resolve(response.writableFinished));
      response.writeHead(200, { 'content-type': 'application/json' }).write('[{"id":1},');
    };
  });
  const asked = get({ host: '127.0.0.1', port, path: MOBIVATE });
  asked.on('error', () => undefined);
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  answer.on('error', () => undefined);
  await once(answer, 'data');
  asked.destroy();
  expect(await gone).toBe(false);
  await expect.poll(() => server.output()).toContain('the browser gave up waiting');
});

test('no file outside the built ones is served, however the way to it is written', async () => {
  const files = [
    'package.json',
    '.env.example',
    '.git/HEAD',
    'src/server/settings.ts',
    'node_modules/vite/package.json',
  ];
  const ways = [
    '/',
    '/../',
    '/assets/../../',
    '/%2e%2e/',
    '/..%2f',
    '/%2e%2e%2f',
    '/..%5c',
    '//',
    '/@fs/',
    `/@fs${process.cwd()}/`,
  ];
  for (const target of ways.flatMap((way) => files.map((file) => `${way}${file}`))) {
    const { status, body } = await ask(target);
    expect([200, 400, 403, 404], target).toContain(status);
    // What is not there is answered with the app's own page.
    if (status === 200) expect(body, target).toContain('<title>Opt-out lookup</title>');
    expect(body, target).not.toMatch(/"devDependencies"|MOBIVATE_API_KEY|ref: refs|parseSettings/);
  }
});
