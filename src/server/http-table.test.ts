import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { OWN_PROBLEM_HEADER } from '../lib/own-problem';
import { requestText, sendRaw } from './testing/raw-request';
import { MOBIVATE, REFUSED, TEXTUS } from './testing/refused-requests';
import { type RecordingVendor, startRecordingVendor } from './testing/recording-vendor';
import { type Running, SECRETS, serveAlone, serveDev, servePreview, settingsFor } from './testing/serve';

describe.each([
  { form: 'on node:http', serve: serveAlone },
  { form: 'under start', serve: servePreview },
  { form: 'under dev', serve: serveDev },
])('the HTTP table, $form', ({ serve }) => {
  let vendor: RecordingVendor;
  let running: Running;
  beforeAll(async () => {
    vendor = await startRecordingVendor();
    running = await serve(settingsFor(vendor.origin));
  });
  afterAll(async () => {
    await running.close();
    await vendor.close();
  });
  beforeEach(() => vendor.forget());

  const ask = (target: string, more: Parameters<typeof requestText>[2] = {}) => {
    return sendRaw(running.port, requestText(running.port, target, more));
  };

  test.each(REFUSED)('$status: $what', async ({ target, status, type, allow, ...more }) => {
    const { body, headers, ...answer } = await ask(target, more);
    const own = headers[OWN_PROBLEM_HEADER];
    expect({ ...answer, type: headers['content-type'], allow: headers['allow'], own }).toEqual({
      status,
      own: type,
      type: 'application/problem+json',
      allow,
    });
    expect(JSON.parse(body)).toEqual({
      type: `urn:opt-out-lookup:problem:${type}`,
      title: expect.any(String),
      status,
      detail: expect.any(String),
    });
    expect(vendor.received).toEqual([]);
  });

  test('HEAD is another method than GET, and has no body', async () => {
    const { status, headers, body } = await ask(MOBIVATE, { method: 'HEAD' });
    expect([status, headers['allow'], body]).toEqual([405, 'GET', '']);
    expect(vendor.received).toEqual([]);
  });

  test('an absolute-form target is another Host, or nothing', async () => {
    expect((await ask(`http://evil.example${MOBIVATE}`)).status).toBe(403);
    expect((await ask(`http://127.0.0.1:${running.port}${MOBIVATE}`)).status).toBe(404);
    expect((await ask('*', { method: 'OPTIONS' })).status).toBe(404);
    expect(vendor.received).toEqual([]);
  });

  test('two Hosts are none', async () => {
    const host = `Host: 127.0.0.1:${running.port}`;
    expect((await ask(MOBIVATE, { headers: [host] })).status).toBe(403);
    expect((await ask(MOBIVATE, { headers: ['Host: evil.example'] })).status).toBe(403);
    expect(vendor.received).toEqual([]);
  });

  test('headers and request lines beyond 16 kB or ASCII are not read', async () => {
    expect((await ask(MOBIVATE, { headers: [`X-Long: ${'a'.repeat(20_000)}`] })).status).toBe(431);
    expect((await ask(`${TEXTUS}?q=${'3'.repeat(20_000)}`)).status).toBe(431);
    expect((await ask(`${TEXTUS}?q=\u00e9`)).status).toBe(400);
    expect(vendor.received).toEqual([]);
  });

  test('the settings, without a secret, for every name of this server', async () => {
    for (const name of ['127.0.0.1', 'localhost', 'LocalHost', '[::1]']) {
      const host = `${name}:${running.port}`;
      const answer = await ask('/api/config', {
        host,
        headers: [`Origin: http://${host}`, 'Sec-Fetch-Site: same-origin'],
      });
      expect(answer.status).toBe(200);
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.body).toContain(
        '{"sandbox":false,"mobivate":{"configured":true,"since":"2010-01-01","canary":null},' +
          '"textus":{"configured":true,"accounts":["alpha","beta_2"],"canary":null},"defaultCountry":"US","defaultTimeZone":null}',
      );
    }
  });

  test('each vendor is asked at its own path, with its own token, byte for byte', async () => {
    const dates = '?startDate=2023-01-01T00:00:00%2B0000&endDate=2023-02-01&pageSize=1000&page=1';
    const numbers = '?exact%5B%5D=%2b15553031234&exact[]=(555)%20222-1234&q=a+b&cursor=abc%3D%3D&page[after]=&noeq';
    expect((await ask(`${MOBIVATE}${dates}`)).status).toBe(200);
    expect((await ask(`/api/textus/beta_2/opt_outs${numbers}`)).status).toBe(200);
    expect(vendor.received.map(({ method, target }) => `${method} ${target}`)).toEqual([
      `GET /m/addressbook/optout${dates}`,
      `GET /t/beta_2/opt_outs${numbers}`,
    ]);
    expect(vendor.received[0]?.rawHeaders).toContain(`Bearer ${SECRETS.key}`);
    expect(vendor.received[1]?.rawHeaders).toContain(`Bearer ${SECRETS.token}`);
    expect(vendor.received[1]?.rawHeaders).toContain('application/vnd.textus+jsonld');
  });

  test('a page is served, also by a link from another site in the whole window', async () => {
    const link = ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: document'];
    for (const headers of [[], link]) {
      const answer = await ask('/mobivate?find=4400', { headers: ['Accept: text/html', ...headers] });
      expect(answer.status).toBe(200);
      expect(answer.body).toContain('page');
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
    }
  });
});
