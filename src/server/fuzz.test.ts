import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { soakable } from '../lib/__fixtures__/soakable';
import { sendRaw } from './testing/raw-request';
import { MOBIVATE, TEXTUS } from './testing/refused-requests';
import { type RecordingVendor, startRecordingVendor } from './testing/recording-vendor';
import { type Running, SECRETS, serveAlone, settingsFor } from './testing/serve';

let vendor: RecordingVendor;
let running: Running;
beforeAll(async () => {
  vendor = await startRecordingVendor();
  running = await serveAlone(settingsFor(vendor.origin));
});
afterAll(async () => {
  await running.close();
  await vendor.close();
});
beforeEach(() => vendor.forget());

const mostly = <Value>(usual: Value, ...others: readonly Value[]) => {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
};
const noise = fc.string({ unit: 'binary-ascii', maxLength: 30 }).map((text) => text.replaceAll(/[\r\n]/g, ''));
const path = fc.oneof(
  fc.constantFrom(MOBIVATE, TEXTUS, MOBIVATE, TEXTUS, `${TEXTUS}/..`, `/.${MOBIVATE}`, '/api/textus/%61lpha/opt_outs'),
  noise,
);
const parameter = fc.oneof(
  fc.constantFrom('page=1', 'startDate=2023-01-01T00:00:00%2B0000', 'q=303', 'exact[]=%28555%29', '', '=', 'key=1'),
  noise,
);
const query = fc.array(parameter, { maxLength: 3 }).map((pairs) => (pairs.length === 0 ? '' : `?${pairs.join('&')}`));
const header = fc.oneof(
  fc.constantFrom('Cookie: a=1', 'Authorization: Bearer x', 'Accept: */*', 'Range: bytes=0-', 'X-Forwarded-Host: evil'),
  fc.constantFrom('Connection: upgrade', 'Upgrade: h2c', 'Expect: 100-continue', 'Content-Length: 0', 'TE: trailers'),
  fc.constantFrom('Origin: http://evil.example', 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Site: same-origin'),
  fc.constantFrom('Host: evil.example', ' folded', 'Transfer-Encoding: chunked', 'X-HTTP-Method-Override: DELETE'),
  noise.map((text) => `X-Noise: ${text}`),
);
const request = fc.record({
  method: mostly('GET', 'POST', 'HEAD', 'get', 'PUT', 'OPTIONS', 'CONNECT', 'QUERY', 'G ET'),
  target: fc.tuple(path, query).map((parts) => parts.join('')),
  host: mostly('', 'evil.example', '127.0.0.1:1'),
  headers: fc.array(header, { maxLength: 4 }),
  version: mostly('HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', ''),
});

const RUNS = 3000;

/** Names of everything that went up, in lower case and in order. */
function namesOf(rawHeaders: readonly string[]): readonly string[] {
  return rawHeaders.filter((_text, index) => index % 2 === 0).map((name) => name.toLowerCase());
}

const GONE_UP = new RegExp(
  '^/(m/addressbook/optout(\\?((startDate|endDate|pageSize|page)(=[^&#]*)?|&)*)?' +
    '|t/(alpha|beta_2)/opt_outs(\\?(([\\w.\\-[\\]]|%5B|%5D)+(=[^&#]*)?|&)*)?)$',
  'i',
);

test('whatever is written on the socket, only GETs of allowed paths and parameters reach a vendor, and no token comes back', async () => {
  let answered = 0;
  await fc.assert(
    fc.asyncProperty(request, async ({ method, target, host, headers, version }) => {
      const fields = [`Host: ${host === '' ? `127.0.0.1:${running.port}` : host}`, ...headers, 'Connection: close'];
      const answer = await sendRaw(running.port, `${method} ${target} ${version}\r\n${fields.join('\r\n')}\r\n\r\n`);
      answered += 1;
      expect(JSON.stringify(answer)).not.toMatch(new RegExp(`${SECRETS.key}|${SECRETS.token}`));
    }),
    soakable(RUNS),
  );
  expect(answered).toBeGreaterThanOrEqual(RUNS);
  expect(vendor.received.length, 'reached a vendor').toBeGreaterThan(20);
  for (const { method, target, rawHeaders } of vendor.received) {
    expect(method).toBe('GET');
    expect(target).toMatch(GONE_UP);
    const mobivate = target.startsWith('/m/');
    expect(rawHeaders).toContain(`Bearer ${mobivate ? SECRETS.key : SECRETS.token}`);
    expect(rawHeaders).toContain(mobivate ? 'application/json' : 'application/vnd.textus+jsonld');
    const names = ['authorization', 'accept', 'accept-encoding', 'user-agent', 'host', 'connection'];
    expect(namesOf(rawHeaders)).toEqual(names);
  }
  expect(running.lines.join('\n')).not.toMatch(new RegExp(`${SECRETS.key}|${SECRETS.token}`));
});
