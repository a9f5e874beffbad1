import { once } from 'node:events';
import { connect } from 'node:net';

import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';

import { requestText, sendRaw } from './testing/raw-request';
import { type RecordingVendor, startRecordingVendor } from './testing/recording-vendor';
import { MOBIVATE, TEXTUS } from './testing/refused-requests';
import { type Running, SECRETS, serveAlone, serveDev, servePreview, settingsFor } from './testing/serve';

let vendor: RecordingVendor;
beforeAll(async () => {
  vendor = await startRecordingVendor();
});
afterAll(() => vendor.close());
beforeEach(() => vendor.forget());

/** A server for one test, ended with it. */
async function started(serve: () => Promise<Running>): Promise<Running> {
  const running = await serve();
  onTestFinished(() => running.close());
  return running;
}

const ask = ({ port }: Running, target: string, more: Parameters<typeof requestText>[2] = {}) => {
  return sendRaw(port, requestText(port, target, more));
};

test.each([
  [401, MOBIVATE, 'check MOBIVATE_API_KEY, it may be mistyped, expired or replaced'],
  [401, TEXTUS, 'check TEXTUS_API_TOKEN, it may be mistyped, expired or replaced'],
  [402, MOBIVATE, 'top up the Mobivate account that MOBIVATE_API_KEY belongs to'],
  [403, MOBIVATE, 'have Mobivate allow it, or set another MOBIVATE_API_KEY'],
  [404, TEXTUS, 'if it stays, tell TextUs the time of this line'],
  [429, TEXTUS, 'If it stays, look for what else uses TEXTUS_API_TOKEN'],
  [500, MOBIVATE, 'if it stays, tell Mobivate the time of this line'],
  [502, MOBIVATE, 'an error of the vendor'],
])('the line of an answer %i of %s says what to do: %s', async (status, target, toDo) => {
  const running = await started(() => serveAlone(settingsFor(vendor.origin)));
  vendor.answer = (_request, response) => response.writeHead(status).end('{}');
  await ask(running, target);
  await expect.poll(() => running.lines).toHaveLength(1);
  expect(running.lines[0]).toMatch(new RegExp(` ${status} \\d+ ms 2 B: `));
  expect(running.lines[0]).toContain(toDo);
});

test.each<readonly [number, RecordingVendor['answer'], string]>([
  [502, (request) => request.socket.destroy(), 'Check MOBIVATE_API_URL and the network of this machine.'],
  [502, (_request, response) => response.writeHead(302).end(), 'Check MOBIVATE_API_URL: the address may have changed.'],
  [
    502,
    (_request, response) => response.writeHead(200, { 'content-encoding': 'br' }).end('x'),
    'Check MOBIVATE_API_URL: something else may answer there.',
  ],
  [504, () => undefined, 'Retry in a while; if it stays, check the network of this machine and ask Mobivate'],
])('the line of a problem %i that a vendor makes says what to do (%#)', async (status, answer, toDo) => {
  const running = await started(() => serveAlone(settingsFor(vendor.origin), 200));
  vendor.answer = answer;
  expect((await ask(running, MOBIVATE)).status).toBe(status);
  await expect.poll(() => running.lines.join()).toContain(toDo);
});

test.each<readonly [number, string, Parameters<typeof requestText>[2], string]>([
  [400, `${MOBIVATE}?key=1`, {}, 'unless our own page asked this: then reload it.'],
  [
    403,
    MOBIVATE,
    { host: 'evil.example' },
    'open the address it printed, or set HOST. Nothing to do, if it was not you',
  ],
  [403, MOBIVATE, { host: null }, 'open the address it printed, or set HOST. Nothing to do, if it was not you'],
  [
    403,
    MOBIVATE,
    { headers: ['Sec-Fetch-Site: cross-site'] },
    'Nothing to do, if it was not you: nothing was given out.',
  ],
  [404, '/api/nothing', {}, 'unless our own page asked this: then reload it.'],
  [405, MOBIVATE, { method: 'POST' }, 'Only GET may be used here. Nothing to do, unless'],
  [431, MOBIVATE, { headers: [`Cookie: ${'a'.repeat(20_000)}`] }, 'clear the cookies of this address'],
])('the line of a refusal %i of %s under start says what to do (%#)', async (status, target, more, toDo) => {
  const running = await started(() => servePreview(settingsFor(vendor.origin)));
  expect((await ask(running, target, more)).status).toBe(status);
  await expect.poll(() => running.lines.join()).toContain(toDo);
  expect(running.lines).toHaveLength(1);
});

test('the line of what is not HTTP, and of a vendor that is not configured, says what to do', async () => {
  const running = await started(() => servePreview(settingsFor(vendor.origin, { MOBIVATE_API_KEY: '' })));
  await ask(running, MOBIVATE);
  const socket = connect(running.port, '127.0.0.1', () => socket.end('no HTTP at all\r\n\r\n'));
  await once(socket.resume(), 'close');
  await expect.poll(() => running.lines).toHaveLength(2);
  expect(running.lines[0]).toMatch(/ 503: Mobivate is not configured: set MOBIVATE_API_KEY and start again\.$/);
  expect(running.lines[1]).toContain('then look for what else speaks to this port.');
});

test.each([serveAlone, servePreview, serveDev])(
  'an error of our own is a 500 that tells nothing of the inside, and one line that says what to do (%#)',
  async (serve) => {
    // No setting can bring in a key that does not fit into a header: `readSecret` refuses it.
    const key = `${SECRETS.key}\u0001`;
    const { vendors, ...rest } = settingsFor(vendor.origin);
    const broken = { ...rest, vendors: vendors.map((each) => Object.assign(each, { secret: key })) };
    const running = await started(() => serve(broken));
    const { status, headers, body } = await ask(running, `${MOBIVATE}?page=1`);
    expect([status, headers['content-type']]).toEqual([500, 'application/problem+json']);
    expect(headers['content-security-policy']).toContain('sandbox');
    expect(JSON.parse(body)).toEqual({
      type: 'urn:opt-out-lookup:problem:internal-error',
      title: 'The server made a mistake',
      status: 500,
      detail: 'Its log says more: pass that on to whoever runs it.',
    });
    expect(running.lines).toHaveLength(1);
    expect(running.lines[0]).toMatch(
      /Z error in vendor 500: TypeError: .*\. A mistake of this program: restart it, .* at /,
    );
    expect(running.lines[0]).not.toContain(SECRETS.key);
    expect(running.lines[0]).not.toMatch(/[^ -~]/);
    expect((await ask(running, '/api/config')).status).toBe(200);
  },
);
