import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';

import { startTestSandbox, WHOLE_HISTORY, type TestSandbox } from '../testing';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterEach(() => sandbox.control('DELETE', ''));
afterAll(() => sandbox.close());

const LIST = '/my_account/opt_outs';

describe.each(['mobivate', 'textus'] as const)('%s', (vendor) => {
  const target = vendor === 'mobivate' ? WHOLE_HISTORY : LIST;
  const get = (init?: RequestInit) => sandbox[vendor](target, init);

  test.each([
    ['401', 401, 'json'],
    ['402', 402, 'json'],
    ['403', 403, 'json'],
    ['404', 404, 'json'],
    ['429', 429, 'json'],
    ['429-retry-after', 429, 'json'],
    ['429-retry-date', 429, 'json'],
    ['500', 500, 'json'],
    ['502-html', 502, 'html'],
    ['503', 503, 'json'],
    ['html', 200, 'html'],
    ['wrong-shape', 200, 'json'],
    ['null-body', 200, 'json'],
    ['empty-body', 200, 'json'],
  ])('%s answers %i with %s', async (kind, status, type) => {
    await sandbox.setFault(vendor, { kind, seconds: 7 });
    const response = await get();
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain(type);
  });

  test('Retry-After is absent, in seconds, or a date', async () => {
    const retryAfter = async (kind: string) => {
      await sandbox.setFault(vendor, { kind, seconds: 7 });
      return (await get()).headers.get('retry-after');
    };
    expect(await retryAfter('429')).toBeNull();
    expect(await retryAfter('429-retry-after')).toBe('7');
    expect(await retryAfter('429-retry-date')).toMatch(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/);
  });

  test('204 and a redirect have no body', async () => {
    await sandbox.setFault(vendor, { kind: '204' });
    expect((await get()).status).toBe(204);
    await sandbox.setFault(vendor, { kind: 'redirect' });
    const response = await get();
    expect([response.status, response.headers.get('location')]).toEqual([302, 'https://evil.example/somewhere-else']);
  });

  test('truncated JSON is whole as a message and broken as JSON', async () => {
    const honest = await (await get()).text();
    await sandbox.setFault(vendor, { kind: 'truncated' });
    const text = await (await get()).text();
    expect(honest.startsWith(text.slice(0, 200))).toBe(true);
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
  });

  test('gzip is decoded to the honest answer', async () => {
    const honest = await (await get()).json();
    await sandbox.setFault(vendor, { kind: 'gzip' });
    const response = await get();
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(await response.json()).toEqual(honest);
  });

  test('a kept answer is the honest one, with its age', async () => {
    const honest = await (await get()).json();
    await sandbox.setFault(vendor, { kind: 'kept' });
    const response = await get();
    expect(response.headers.get('age')).toBe('3600');
    expect(await response.json()).toEqual(honest);
  });

  test('the connection is reset before the answer or in its middle', async () => {
    await sandbox.setFault(vendor, { kind: 'reset' });
    await expect(get()).rejects.toThrow('fetch failed');
    await sandbox.setFault(vendor, { kind: 'reset-mid-body' });
    const response = await get();
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow('terminated');
  });

  test('no answer comes, while other requests are answered', async () => {
    await sandbox.setFault(vendor, { kind: 'no-answer', times: 1 });
    const controller = new AbortController();
    const unanswered = get({
      signal: controller.signal,
      headers: vendor === 'mobivate' ? sandbox.mobivateHeaders : sandbox.textusHeaders,
    });
    await vi.waitFor(async () => expect(await sandbox.requests(vendor)).toHaveLength(1));
    expect((await get()).status).toBe(200);
    expect((await sandbox.requests(vendor))[0]).toMatchObject({ fault: 'no-answer', status: null, ms: null });
    controller.abort();
    await expect(unanswered).rejects.toThrow('aborted');
  });

  test('a slow answer comes after a later quick one', async () => {
    await sandbox.setFault(vendor, { kind: 'slow', milliseconds: 150, times: 1 });
    const order: string[] = [];
    const slow = get().then(() => order.push('slow'));
    await vi.waitFor(async () => expect(await sandbox.requests(vendor)).toHaveLength(1));
    await get().then(() => order.push('quick'));
    await slow;
    expect(order).toEqual(['quick', 'slow']);
  });

  test('a huge body is valid but huge, and stops when the client goes', async () => {
    await sandbox.setFault(vendor, { kind: 'huge-body', megabytes: 3 });
    const text = await (await get()).text();
    expect(text.length).toBeGreaterThan(3 * 1024 * 1024);
    expect(JSON.parse(text)).toBeTruthy();
    await sandbox.setFault(vendor, { kind: 'huge-body', megabytes: 1000 });
    await (await get()).body?.cancel();
    await vi.waitFor(async () => expect((await sandbox.requests(vendor)).at(-1)?.ms).not.toBeNull());
  });

  test('a never-ending body begins, drips, and stops when the client goes', async () => {
    await sandbox.setFault(vendor, { kind: 'never-ending-body' });
    const reader = (await get()).body?.getReader();
    expect((await reader?.read())?.value?.length).toBeGreaterThan(0);
    expect((await reader?.read())?.done).toBe(false);
    expect((await sandbox.requests(vendor)).at(-1)?.ms).toBeNull();
    await reader?.cancel();
    await vi.waitFor(async () => expect((await sandbox.requests(vendor)).at(-1)?.ms).not.toBeNull());
  });

  test('a small budget lets a few through, then refuses with Retry-After', async () => {
    await sandbox.setFault(vendor, { kind: 'small-budget', requests: 2, seconds: 60 });
    const statuses: number[] = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await get()).status);
    expect(statuses).toEqual([200, 200, 429, 429]);
    expect(Number((await get()).headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('a fault begins after some requests, ends after some more, and strikes only what it matches', async () => {
    const ask = async (more: string) => (await sandbox[vendor](target + more)).status;
    await sandbox.setFault(vendor, { kind: '500', after: 1, times: 2, match: 'mark=1' });
    const mark = target.includes('?') ? '&mark=1' : '?mark=1';
    const statuses: number[] = [];
    for (const more of ['', mark, '', mark, mark, mark, '']) statuses.push(await ask(more));
    expect(statuses).toEqual([200, 200, 200, 500, 500, 200, 200]);
  });
});
