import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';

import { answer, serve } from './__fixtures__/local-server';
import { ImpatientClock, TestClock } from './__fixtures__/test-clock';
import { RequestError } from './errors';
import { createGate } from './gate';
import type { Question } from './question';
import { getJson } from './request';

const numbers = v.parser(v.array(v.number()));
const readMessage = (body: unknown): string => v.parse(v.object({ message: v.string() }), body).message;

function question(url: string, more: Partial<Question<number[]>> = {}): Question<number[]> {
  const gate = createGate({ concurrency: 2, clock: new ImpatientClock() });
  const { signal } = new AbortController();
  return { url, vendor: 'Vendor', gate, signal, parse: numbers, random: () => 0.5, ...more };
}

async function failureOf(promise: Promise<unknown>): Promise<RequestError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof RequestError)) throw new Error('Expected a RequestError', { cause: error });
  return error;
}

describe('getJson', () => {
  it('returns the parsed body, and shows headers on the way', async () => {
    const { url, asked } = await serve(answer(200, [1, 2], { 'x-ratelimit-remaining': '7' }));
    const onHeaders = vi.fn<(headers: Headers) => void>();
    expect(await getJson(question(`${url}/list?a=%2B1`, { onHeaders }))).toEqual([1, 2]);
    expect(asked).toEqual(['/list?a=%2B1']);
    expect(onHeaders.mock.lastCall?.[0].get('x-ratelimit-remaining')).toBe('7');
  });

  it.each([
    [401, 'refused', 'Vendor refused the key (401).'],
    [402, 'refused', 'Vendor refused: payment is required (402).'],
    [403, 'refused', 'Vendor refused: the key may not read this list (403).'],
    [400, 'not-understood', 'Vendor did not accept the question (400).'],
    [404, 'not-understood', 'Vendor did not accept the question (404).'],
  ] as const)(
    'asks once only after %i, and keeps the vendor’s words out of the headline',
    async (status, reason, message) => {
      const { url, asked } = await serve(answer(status, { message: 'Opted Out' }));
      const error = await failureOf(getJson(question(url, { readMessage })));
      expect(error).toMatchObject({ reason, message, status, vendorMessage: 'Opted Out' });
      expect(error.toFailure().detail).toBe(`HTTP ${status}: Opted Out`);
      expect(asked).toHaveLength(1);
    },
  );

  it('asks again after 5xx and 429, and honours Retry-After in both forms', async () => {
    const date = { 'retry-after': 'Sat, 21 Nov 2026 12:01:00 GMT', date: 'Sat, 21 Nov 2026 12:00:57 GMT' };
    const { url, asked } = await serve(
      answer(429, {}, { 'retry-after': '2' }),
      answer(429, {}, date),
      answer(503, 'Busy'),
      answer(200, [3]),
    );
    const clock = new ImpatientClock();
    const gate = createGate({ concurrency: 1, clock });
    gate.answered();
    expect(await getJson(question(url, { gate, random: () => 0 }))).toEqual([3]);
    expect(asked).toHaveLength(4);
    expect(clock.waits).toEqual([2_000, 3_000, 1_500]);
  });

  it('gives up at the cap and says why', async () => {
    const broken = await serve(answer(500));
    expect(await failureOf(getJson(question(broken.url)))).toMatchObject({ reason: 'vendor-error', status: 500 });
    expect(broken.asked).toHaveLength(3);
    const slow = await serve(answer(429));
    expect(await failureOf(getJson(question(slow.url)))).toMatchObject({ reason: 'slowed-down', status: 429 });
    expect(slow.asked).toHaveLength(4);
    const hour = await serve(answer(429, {}, { 'retry-after': '3600' }));
    expect((await failureOf(getJson(question(hour.url)))).message).toContain('wait 60 minutes');
    expect(hour.asked).toHaveLength(1);
    for (const wait of ['99999999', '9'.repeat(400)]) {
      const ages = await serve(answer(429, {}, { 'retry-after': wait }));
      expect((await failureOf(getJson(question(ages.url)))).message).toContain('wait more than a day (429)');
    }
  });

  it('ends at once when aborted while it waits to ask again', async () => {
    const { url, asked } = await serve(answer(500));
    const controller = new AbortController();
    const clock = new TestClock();
    const gate = createGate({ concurrency: 1, clock });
    const result = failureOf(getJson(question(url, { gate, signal: controller.signal })));
    await vi.waitFor(() => expect(clock.pending).toBe(1));
    controller.abort();
    expect(await result).toMatchObject({ reason: 'cancelled' });
    expect(clock.pending).toBe(0);
    expect(asked).toHaveLength(1);
  });

  it('ends at once when aborted while the answer is on its way, or before anything was sent', async () => {
    const { url, asked } = await serve(() => controller.abort());
    const controller = new AbortController();
    const ask = question(url, { signal: controller.signal });
    expect(await failureOf(getJson(ask))).toMatchObject({ reason: 'cancelled' });
    expect(await failureOf(getJson(ask))).toMatchObject({ reason: 'cancelled' });
    expect(asked).toHaveLength(1);
  });
});
