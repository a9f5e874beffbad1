import { once } from 'node:events';
import { get, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import { gzipSync } from 'node:zlib';

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';

import { OWN_PROBLEM_HEADER } from '../lib/own-problem';
import { problemBody } from './problem';
import { requestText, sendRaw } from './testing/raw-request';
import { MOBIVATE, TEXTUS } from './testing/refused-requests';
import { type RecordingVendor, startRecordingVendor } from './testing/recording-vendor';
import { type Running, SECRETS, serveAlone, settingsFor } from './testing/serve';

let vendor: RecordingVendor;
let running: Running;
beforeAll(async () => {
  vendor = await startRecordingVendor();
});
afterAll(() => vendor.close());
beforeEach(async () => {
  vendor.forget();
  running = await serveAlone(settingsFor(vendor.origin), 200);
});
afterEach(() => running.close());

const ask = (target: string, headers: readonly string[] = []) => {
  return sendRaw(running.port, requestText(running.port, target, { headers }));
};
const problemOf = (body: string): unknown => (JSON.parse(body) as { type: unknown }).type;

test('nothing of the browser goes up but the path and the query', async () => {
  await ask(MOBIVATE, [
    'Cookie: session=1',
    'Authorization: Bearer of-the-browser',
    'Proxy-Authorization: Basic x',
    'X-Forwarded-For: 10.0.0.1',
    'Accept: text/html',
    'Accept-Language: de',
    'User-Agent: Mozilla/5.0',
    'Referer: http://127.0.0.1/secret',
    'If-None-Match: "x"',
    'Range: bytes=0-1',
    'Accept-Encoding: br, gzip',
  ]);
  const [received] = vendor.received;
  const pairs = received?.rawHeaders.flatMap((name, index, all) => {
    return index % 2 === 0 ? [`${name.toLowerCase()}: ${all[index + 1]}`] : [];
  });
  expect(pairs?.toSorted()).toEqual([
    'accept-encoding: gzip',
    'accept: application/json',
    `authorization: Bearer ${SECRETS.key}`,
    'cache-control: no-cache',
    'connection: keep-alive',
    `host: ${new URL(vendor.origin).host}`,
    'user-agent: opt-out-lookup/1.0',
  ]);
});

test('of the vendor only what the page needs comes down', async () => {
  vendor.answer = (_request, response) => {
    response.setHeader('Set-Cookie', ['a=1', 'b=2']);
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': 2,
      'retry-after': '7',
      'x-ratelimit-remaining': '12',
      age: '90',
      date: 'Sun, 22 Nov 2026 00:00:00 GMT',
      'www-authenticate': 'Basic',
      location: 'http://evil.example',
      'access-control-allow-origin': '*',
      'content-security-policy': 'default-src *',
      'cache-control': 'public, max-age=9999',
      'x-powered-by': 'vendor',
    });
    response.end('[]');
  };
  const { status, headers, body } = await ask(MOBIVATE);
  expect([status, body]).toEqual([200, '[]']);
  expect(headers).toMatchObject({
    'content-type': 'application/json',
    'content-length': '2',
    'retry-after': '7',
    'x-ratelimit-remaining': '12',
    age: '90',
    date: 'Sun, 22 Nov 2026 00:00:00 GMT',
    'cache-control': 'no-store',
  });
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'.*; sandbox$/);
  const gone = ['set-cookie', 'www-authenticate', 'location', 'access-control-allow-origin', 'x-powered-by'];
  expect(gone.filter((name) => name in headers)).toEqual([]);
});

test.each([400, 401, 402, 403, 404, 429, 500, 503])(
  'an error %i of the vendor keeps its status and body',
  async (code) => {
    vendor.answer = (_request, response) => {
      response.writeHead(code, { 'content-type': 'application/json' }).end(`{"code":${code},"message":"as it is"}`);
    };
    const answer = await ask(MOBIVATE);
    expect(answer.status).toBe(code);
    expect(answer.body).toContain(`{"code":${code},"message":"as it is"}`);
  },
);

test('an error of the vendor that looks like one of ours, to the letter, does not come down as ours', async () => {
  vendor.answer = (_request, response) => {
    const body = problemBody({ kind: 'not-configured', detail: 'Mobivate is not configured.' });
    const headers = { 'content-type': 'application/problem+json', [OWN_PROBLEM_HEADER]: 'not-configured' };
    response.writeHead(503, headers).end(body);
  };
  const imitated = await ask(MOBIVATE);
  expect(imitated.status).toBe(503);
  expect(imitated.body).toContain('urn:opt-out-lookup:problem:not-configured');
  expect(imitated.headers).not.toHaveProperty(OWN_PROBLEM_HEADER);
  vendor.answer = (request) => request.socket.destroy();
  expect((await ask(MOBIVATE)).headers[OWN_PROBLEM_HEADER]).toBe('vendor-unreachable');
});

test.each([
  [401, false],
  [401, true],
  [200, false],
  [200, true],
])('an answer %i that repeats the key comes down with the key covered (packed: %s)', async (status, packed) => {
  const text = `{"code":401,"message":"Unauthorized key ${SECRETS.key}"}`;
  vendor.answer = (_request, response) => {
    const body = packed ? gzipSync(text) : Buffer.from(text);
    response.setHeader('retry-after', `after ${SECRETS.key}`);
    response.writeHead(status, packed ? { 'content-encoding': 'gzip' } : {}).end(body);
  };
  const answer = await ask(MOBIVATE);
  expect(answer.status).toBe(status);
  expect(answer.headers).not.toHaveProperty('retry-after');
  expect(answer.body).toContain(`Unauthorized key ${'*'.repeat(SECRETS.key.length)}`);
  expect(answer.body).not.toContain(SECRETS.key);
});

test('a key is covered too as JSON writers and addresses spell it', async () => {
  const alone = await serveAlone(settingsFor(vendor.origin, { MOBIVATE_API_KEY: 'key/7f3a+b==' }));
  vendor.answer = (_request, response) => {
    response.setHeader('retry-after', 'key%2F7f3a%2Bb%3D%3D');
    response.end(String.raw`["key/7f3a+b==","key\/7f3a+b==","key%2F7f3a%2Bb%3D%3D","key\/7f3a"]`);
  };
  const { headers, body } = await sendRaw(alone.port, requestText(alone.port, MOBIVATE));
  expect(headers).not.toHaveProperty('retry-after');
  expect(body).toContain(String.raw`["${'*'.repeat(12)}","${'*'.repeat(13)}","${'*'.repeat(20)}","key\/7f3a"]`);
  await alone.close();
});

test('a packed body comes down unpacked, so that a browser sees a short one for what it is', async () => {
  const packed = gzipSync('[{"id":1}]');
  vendor.answer = (_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': packed.length }).end(packed);
  };
  expect(await readBody(TEXTUS)).toBe('[{"id":1}]');
  vendor.answer = (_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed.subarray(0, 20));
  await expect(readBody(TEXTUS)).rejects.toThrow('aborted');
});

test.each([301, 302, 304, 307, 308])('a redirect %i is neither followed nor passed on', async (code) => {
  vendor.answer = (_request, response) => response.writeHead(code, { location: `${vendor.origin}/elsewhere` }).end();
  const { status, headers, body } = await ask(MOBIVATE);
  expect([status, problemOf(body), headers['location']]).toEqual([
    502,
    'urn:opt-out-lookup:problem:vendor-redirect',
    undefined,
  ]);
  expect(vendor.received).toHaveLength(1);
});

test('no answer in time is 504, and the question is given up', async () => {
  const gaveUp = new Promise((resolve) => {
    vendor.answer = (request) => request.once('close', resolve);
  });
  const { status, body } = await ask(MOBIVATE);
  expect([status, problemOf(body)]).toEqual([504, 'urn:opt-out-lookup:problem:vendor-timeout']);
  await gaveUp;
});

test('a vendor that cannot be reached, hangs up or does not speak HTTP is 502', async () => {
  vendor.answer = (request) => request.socket.destroy();
  expect((await ask(MOBIVATE)).status).toBe(502);
  vendor.answer = (request) =>
    request.socket.end('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n');
  expect((await ask(MOBIVATE)).status).toBe(502);
  vendor.answer = (request) => request.socket.end('no HTTP at all\r\n\r\n');
  expect((await ask(MOBIVATE)).status).toBe(502);

  const nobody = createServer().listen(0, '127.0.0.1');
  await once(nobody, 'listening');
  const address = nobody.address();
  nobody.close();
  await once(nobody, 'close');
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const alone = await serveAlone(settingsFor(`http://127.0.0.1:${port}`));
  const { status, body } = await sendRaw(alone.port, requestText(alone.port, MOBIVATE));
  expect([status, problemOf(body)]).toEqual([502, 'urn:opt-out-lookup:problem:vendor-unreachable']);
  expect(alone.lines.join()).toContain('Check MOBIVATE_API_URL');
  await alone.close();
});

/** Reads an answer as a browser would: the text of a whole body, or the error of one that broke off. */
async function readBody(target: string): Promise<string> {
  const [answer] = (await once(get({ host: '127.0.0.1', port: running.port, path: target }), 'response')) as [
    IncomingMessage,
  ];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

const breakOff = (response: ServerResponse) => response.write('[{"id":1},', () => response.socket?.destroy());

test.each([
  ['chunked', (response: ServerResponse) => breakOff(response.writeHead(200))],
  ['of a stated length', (response: ServerResponse) => breakOff(response.writeHead(200, { 'content-length': 99 }))],
  ['that stops coming', (response: ServerResponse) => response.writeHead(200).write('[{"id":1},')],
])('a body %s that is not whole never arrives as a whole one', async (_how, answer) => {
  vendor.answer = (_request, response) => void answer(response);
  await expect(readBody(MOBIVATE)).rejects.toThrow('aborted');
  await expect.poll(() => running.lines.join()).toContain('broke the answer off');
});

test('a browser that goes away ends the question at the vendor', async () => {
  const gone = new Promise<boolean>((resolve) => {
    vendor.answer = (request, response) => {
      response.once('close', () => resolve(response.writableFinished));
      request.resume();
      asked.destroy();
    };
  });
  const asked = get({ host: '127.0.0.1', port: running.port, path: MOBIVATE });
  asked.on('error', () => undefined);
  expect(await gone).toBe(false);
  await expect.poll(() => running.lines.join()).toMatch(/optout - \d+ ms 0 B: the browser gave up waiting$/);
});

test('a vendor without key or token is 503, before anything else is looked at', async () => {
  const alone = await serveAlone(settingsFor(vendor.origin, { TEXTUS_API_TOKEN: '', MOBIVATE_API_KEY: '' }));
  for (const target of [MOBIVATE, `${MOBIVATE}?unknown=1`, TEXTUS, '/api/textus/any/opt_outs']) {
    const { status, body } = await sendRaw(alone.port, requestText(alone.port, target));
    expect([status, problemOf(body)]).toEqual([503, 'urn:opt-out-lookup:problem:not-configured']);
  }
  expect(vendor.received).toEqual([]);
  await alone.close();
});

test('one line per question: time, vendor, path, status, ms, bytes; no token, no phone number', async () => {
  await ask(`${MOBIVATE}?startDate=2026-11-01&pageSize=1000`);
  await ask(`${TEXTUS}?q=5553031234&exact[]=%2B15553031234&cursor=MTU1NTMwMzEyMzQ`);
  await ask('/api/15553031234/%31%35%35%35');
  await expect.poll(() => running.lines).toHaveLength(3);
  const [mobivate, textus, refused] = running.lines;
  const time = String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z`;
  expect(mobivate).toMatch(
    new RegExp(String.raw`${time} mobivate /addressbook/optout\?startDate=2026-11-01&pageSize=1000 200 \d+ ms 2 B$`),
  );
  expect(textus).toMatch(
    new RegExp(String.raw`${time} textus /alpha/opt_outs\?q=\*&exact\[\]=\*&cursor=\* 200 \d+ ms 2 B$`),
  );
  expect(refused).toMatch(new RegExp(String.raw`${time} refused GET /api/\* 404: `));
});

test('a question that is not passed on is logged too, without what could be a number', async () => {
  await ask(`${MOBIVATE}?key=15553031234`);
  await ask('/api/textus/gamma_15553031234/opt_outs?q=303');
  const [unknownName, unknownAccount] = running.lines;
  expect(unknownName).toMatch(/Z refused GET \/api\/mobivate\/addressbook\/optout\?key=\* 400: The query holds/);
  expect(unknownAccount).toMatch(/Z refused GET \/api\/textus\/gamma_\*\/opt_outs\?q=\* 404: This account/);
  expect(vendor.received).toEqual([]);
});
