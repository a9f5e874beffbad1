import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { MOST_AT_ONCE } from './agents';
import { exchangeRaw, requestText, sendRaw } from './testing/raw-request';
import { type RawVendor, startRawVendor } from './testing/raw-vendor';
import { MOBIVATE } from './testing/refused-requests';
import { type Running, SECRETS, serveAlone, settingsFor } from './testing/serve';
import { LONGEST_BODY } from './vendor-answer';

const TIMEOUT_MS = 250;

let vendor: RawVendor;
let running: Running;
beforeEach(async () => {
  vendor = await startRawVendor();
  running = await serveAlone(settingsFor(vendor.origin), TIMEOUT_MS);
});
afterEach(async () => {
  await running.close();
  await vendor.close();
});

const ask = () => sendRaw(running.port, requestText(running.port, MOBIVATE));
const typeOf = (body: string) => (JSON.parse(body) as { type: string }).type.split(':').at(-1);
const sends = (...parts: readonly string[]) => {
  vendor.answer = (socket) => {
    for (const part of parts) socket.write(part, 'latin1');
    socket.end();
  };
};

/** How many bytes of a body arrive, and whether it ended as a whole one. */
async function readThrough(port = running.port): Promise<{ readonly bytes: number; readonly whole: boolean }> {
  let bytes = 0;
  try {
    const [answer] = (await once(get({ host: '127.0.0.1', port, path: MOBIVATE }), 'response')) as [IncomingMessage];
    for await (const chunk of answer) bytes += (chunk as Buffer).length;
    return { bytes, whole: answer.complete };
  } catch {
    return { bytes, whole: false };
  }
}

const OK = 'HTTP/1.1 200 OK\r\n';

/** Answers that are no HTTP, or not any that we asked for; each is a problem of ours, and the server goes on. */
const NOT_HTTP: readonly (readonly [what: string, type: string, ...parts: string[]])[] = [
  ['no HTTP at all', 'vendor-unreachable', '[]'],
  ['a status below 100', 'vendor-nonsense', 'HTTP/1.1 099 Low\r\nContent-Length: 2\r\n\r\n[]'],
  ['the status 000', 'vendor-nonsense', 'HTTP/1.1 000 None\r\nContent-Length: 2\r\n\r\n[]'],
  ['a status above 599', 'vendor-nonsense', 'HTTP/1.1 999 High\r\nContent-Length: 2\r\n\r\n[]'],
  ['a packing that was not asked for', 'vendor-nonsense', `${OK}Content-Encoding: br\r\nContent-Length: 2\r\n\r\n[]`],
  [
    'a packing of the transfer that was not asked for',
    'vendor-nonsense',
    `${OK}Transfer-Encoding: deflate, chunked\r\n\r\n2\r\n[]\r\n0\r\n\r\n`,
  ],
  ['a header of 70 kB', 'vendor-unreachable', `${OK}X: ${'a'.repeat(70_000)}\r\nContent-Length: 2\r\n\r\n[]`],
  ['ten thousand headers', 'vendor-unreachable', `${OK}${'X: y\r\n'.repeat(10_000)}Content-Length: 2\r\n\r\n[]`],
  ['a header with a control character', 'vendor-unreachable', `${OK}Content-Type: a\u0001b\r\n\r\n[]`],
  ['a negative length', 'vendor-unreachable', `${OK}Content-Length: -2\r\n\r\n[]`],
  ['two lengths', 'vendor-unreachable', `${OK}Content-Length: 2\r\nContent-Length: 3\r\n\r\n[]`],
  [
    'a length beside chunks',
    'vendor-unreachable',
    `${OK}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  ],
  ['lines ended by LF alone', 'vendor-unreachable', 'HTTP/1.1 200 OK\nContent-Length: 2\n\n[]'],
];

test.each(NOT_HTTP)('a vendor that sends %s is a problem, and no answer', async (_what, type, ...parts) => {
  sends(...parts);
  const { status, body } = await ask();
  expect([status, typeOf(body)]).toEqual([502, type]);
  sends(`${OK}Content-Length: 2\r\n\r\n[]`);
  expect((await ask()).body).toBe('[]');
});

/** Answers that begin well and go wrong: the browser must see a connection that broke, never an end. */
const BROKEN: readonly (readonly [what: string, ...parts: string[]])[] = [
  ['chunks without a size', `${OK}Transfer-Encoding: chunked\r\n\r\n2\r\n[]\r\nzz\r\n`],
  ['chunks without an end', `${OK}Transfer-Encoding: chunked\r\n\r\n2\r\n[]\r\n`],
  ['less than the stated length', `${OK}Content-Length: 99\r\n\r\n[]`],
  ['more than the stated length, and no HTTP', `${OK}Content-Length: 2\r\n\r\n[]${'x'.repeat(50)}`],
  ['packed data that is none', `${OK}Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n[]`],
];

test.each(BROKEN)('%s never end as a whole answer', async (_what, ...parts) => {
  sends(...parts);
  expect((await readThrough()).whole).toBe(false);
  await expect.poll(() => running.lines.join()).toContain('the vendor broke the answer off');
  // The page can tell it from a server of its own that is not there.
  const text = requestText(running.port, MOBIVATE).replace('Connection: close', 'X-Y: z');
  expect(await exchangeRaw(running.port, text, 'wait')).toMatch(/^HTTP\/1\.1 200 /);
});

test('more than the stated length is neither read nor taken for the next answer', async () => {
  vendor.answer = (socket) => {
    socket.write(`${OK}Content-Length: 2\r\n\r\n[]${OK}Content-Length: 8\r\n\r\n[poison]`);
  };
  for (let round = 0; round < 5; round += 1) expect((await ask()).body).toBe('[]');
});

test.each([
  ['gzip', `Unauthorized key ${'*'.repeat(SECRETS.key.length)}`],
  ['gzip, gzip', '0\r\n\r\n'],
])('a key in an error that the transfer packs (%s) does not come down', async (coding, expected) => {
  const packed = gzipSync(`Unauthorized key ${SECRETS.key}`).toString('latin1');
  sends(`HTTP/1.1 401 No\r\nTransfer-Encoding: ${coding}\r\n\r\n`, packed);
  const { status, body } = await ask();
  expect([status, body.includes(expected), body.includes('\u001f')]).toEqual([401, true, false]);
});

test('every age that is told comes down, on however many lines', async () => {
  sends(`${OK}Age: 0\r\nContent-Length: 2\r\nAge: 86400\r\n\r\n[]`);
  expect((await ask()).headers['age']).toBe('0, 86400');
});

test('an answer without content has no length (RFC 9110 §8.6)', async () => {
  sends('HTTP/1.1 204 None\r\nContent-Length: 5\r\n\r\n');
  const { status, headers } = await ask();
  expect([status, headers['content-length']]).toEqual([204, undefined]);
});

test('interim answers without end do not hold a question longer than its time', async () => {
  vendor.answer = (socket) => {
    const drip = setInterval(() => socket.write('HTTP/1.1 103 Early Hints\r\n\r\n'), TIMEOUT_MS / 10);
    socket.once('close', () => clearInterval(drip));
  };
  expect((await ask()).status).toBe(504);
});

test('a body that drips on for ever is ended, though it never pauses', async () => {
  vendor.answer = (socket) => {
    socket.write(`${OK}Transfer-Encoding: chunked\r\n\r\n`);
    const drip = setInterval(() => socket.write('1\r\n \r\n'), 20);
    socket.once('close', () => clearInterval(drip));
  };
  expect((await readAtLeisure(1000)).whole).toBe(false);
});

/** As `readThrough`, with so many ms for a vendor to begin: 30 s, unless given, so that no limit of time comes before that of length. */
async function readAtLeisure(timeoutMs = 30_000) {
  const patient = await serveAlone(settingsFor(vendor.origin), timeoutMs);
  const read = await readThrough(patient.port);
  await patient.close();
  return read;
}

/** Writes white space, which may stand before any JSON, as fast as it is taken. */
function pour(socket: Socket): void {
  const chunk = Buffer.alloc(1024 * 1024, ' ');
  const more = () => {
    while (socket.writable && socket.write(chunk));
  };
  socket.on('drain', more);
  more();
}

test('a body without end is cut off at its bound', async () => {
  vendor.answer = (socket) => {
    socket.write(`${OK}\r\n`);
    pour(socket);
  };
  const { bytes, whole } = await readAtLeisure();
  expect(whole).toBe(false);
  expect(bytes).toBeLessThanOrEqual(LONGEST_BODY);
});

test.each([200, 401])('a gzip bomb of an answer %i is cut off at the same bound, unpacked', async (status) => {
  const bomb = gzipSync(Buffer.alloc(2 * LONGEST_BODY, ' '));
  expect(bomb.length).toBeLessThan(LONGEST_BODY / 500);
  vendor.answer = (socket) => {
    socket.write(`HTTP/1.1 ${status} X\r\nContent-Encoding: gzip\r\nContent-Length: ${bomb.length}\r\n\r\n`);
    socket.write(bomb);
  };
  const { bytes, whole } = await readAtLeisure();
  expect(whole).toBe(false);
  expect(bytes).toBeLessThanOrEqual(LONGEST_BODY);
});

test('of an error in a packing that was not asked for, the status still comes down', async () => {
  sends('HTTP/1.1 401 No\r\nContent-Encoding: br\r\nContent-Length: 6\r\n\r\nsecret');
  const { status, body } = await ask();
  expect(status).toBe(401);
  expect(body).not.toContain('secret');
});

test('an HTTP/1.0 answer, which ends with its connection, comes down as it is', async () => {
  sends('HTTP/1.0 200 OK\r\n\r\n[{"id":1}');
  expect((await ask()).body).toContain('[{"id":1}');
});

test('no more than 32 questions are at a vendor at once, however many are asked', async () => {
  const open = new Set<Socket>();
  let most = 0;
  vendor.answer = (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    most = Math.max(most, open.size);
  };
  const answers = await Promise.all(Array.from({ length: 100 }, ask));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 504));
  expect(MOST_AT_ONCE).toBe(32);
  expect(most).toBe(MOST_AT_ONCE);
});
