import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { OWN_PROBLEM_HEADER } from '../lib/own-problem';
import { answer, serve } from './__fixtures__/local-server';
import { TestClock } from './__fixtures__/test-clock';
import { attempt } from './attempt';
import { RequestError } from './errors';
import { createGate } from './gate';
import type { Question } from './question';

const rows = v.parser(v.array(v.object({ id: v.number(), mobile: v.string() })));

async function failureOf(url: string, more: Partial<Question<unknown>> = {}): Promise<RequestError> {
  const gate = createGate({ concurrency: 1, clock: new TestClock() });
  const { signal } = new AbortController();
  try {
    await attempt({ url, vendor: 'Vendor', gate, signal, parse: rows, ...more }, () => 0);
  } catch (error) {
    if (error instanceof RequestError) return error;
    throw error;
  }
  throw new Error('Expected a RequestError');
}

function problem(kind: string): unknown {
  return { type: `urn:opt-out-lookup:problem:${kind}`, title: 'Title', status: 500, detail: 'Our own words.' };
}

describe('attempt', () => {
  it.each([
    ['nothing', answer(200, ''), 'Vendor answered with nothing.'],
    ['204', answer(204, ''), 'Vendor answered with nothing.'],
    ['a web page', answer(200, '<!doctype html><p>Log in'), 'Vendor answered with a web page instead of data.'],
    ['truncated JSON', answer(200, '[{"id":1,"mob'), 'Vendor answered with broken data.'],
    ['part of an answer', answer(206, []), 'Vendor answered with only part of its data.'],
    ['a promise', answer(202, []), 'Vendor answered with the status 202, which is not that of a whole answer.'],
    ['what has changed', answer(226, []), 'Vendor answered with the status 226, which is not that of a whole answer.'],
    ['a list twice', answer(200, '[{"a":[1],"a":[]}]'), 'Vendor answered with data that gives one thing two values.'],
    [
      'what was kept for an hour',
      answer(200, [], { age: '3600' }),
      'Vendor’s answer is an old one, kept by something on the way.',
    ],
    [
      'a redirect',
      answer(302, '', { location: '/elsewhere' }),
      'Vendor answered with a redirect, which is not followed.',
    ],
  ])('does not understand %s', async (_what, listener, message) => {
    const { url, asked } = await serve(listener);
    const error = await failureOf(url);
    expect(error.reason).toBe('not-understood');
    expect(error.message).toBe(message);
    expect(asked).toHaveLength(1);
  });

  it.each([
    [
      'a web page',
      200,
      '<!doctype html><p>Log in',
      'HTTP 200: text/html, 24 characters, begins: <!doctype html><p>Log in',
    ],
    ['an error page', 502, '<h1>Bad Gateway</h1>', 'HTTP 502: text/html, 20 characters, begins: <h1>Bad Gateway</h1>'],
    ['nothing', 200, '', 'HTTP 200: text/html, an empty body'],
    [
      'half a list',
      200,
      '[{"mobile":"+44 (0) 7700 900000"',
      'HTTP 200: text/html, 32 characters, begins: [{"mobile":"+…"',
    ],
  ])('shows how %s begins, without numbers', async (_what, status, body, detail) => {
    const { url } = await serve((_request, response) => {
      response.writeHead(status, { 'content-type': 'text/html' }).end(body);
    });
    expect((await failureOf(url)).toFailure().detail).toBe(detail);
  });

  it("passes on the vendor's own words beside what was unexpected", async () => {
    const { url } = await serve(answer(200, { code: 500, message: 'Internal Server Error' }));
    const { detail } = (await failureOf(url, { readMessage: () => 'Internal Server Error' })).toFailure();
    expect(detail).toBe('HTTP 200: body: expected Array; Internal Server Error');
  });

  it('does not understand text in another encoding than UTF-8', async () => {
    const { url } = await serve((_request, response) => response.end(Buffer.from([0x5b, 0x22, 0xff, 0x22, 0x5d])));
    expect((await failureOf(url)).message).toBe('Vendor answered with something that is not text.');
  });

  it('says what was unexpected in a body of another shape, without its values', async () => {
    const { url } = await serve(answer(200, [{ id: '4400111222', mobile: '4400111222' }]));
    const { detail } = (await failureOf(url)).toFailure();
    expect(detail).toBe('HTTP 200: 0.id: expected number');
  });

  it('stops reading a body that is too long', async () => {
    const { url } = await serve(answer(200, '9'.repeat(5_000)));
    const failure = (await failureOf(url, { maxBytes: 4_096 })).toFailure();
    expect(failure).toMatchObject({ reason: 'not-understood', detail: 'More than 4,096 bytes' });
  });

  it('never reads a body that breaks off, though what arrived would parse', async () => {
    const { url } = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('[]', () => response.destroy());
    });
    expect(await failureOf(url)).toMatchObject({
      reason: 'no-answer',
      message: 'The answer of Vendor broke off before its end.',
    });
  });

  it('times out before the headers and within the body', async () => {
    const silent = await serve(() => undefined);
    const late = { reason: 'no-answer', message: 'Vendor did not answer in time.' };
    expect(await failureOf(silent.url, { timeoutMs: 50 })).toMatchObject(late);
    const halting = await serve((_request, response) => {
      response.write('[');
    });
    expect(await failureOf(halting.url, { timeoutMs: 50 })).toMatchObject(late);
  });

  it('has no answer from a port where nobody listens', async () => {
    expect(await failureOf('http://127.0.0.1:9')).toMatchObject({ reason: 'no-answer', status: null });
  });

  it.each([
    [503, 'not-configured', 'not-configured'],
    [502, 'vendor-unreachable', 'no-answer'],
    [504, 'vendor-timeout', 'no-answer'],
    [502, 'vendor-redirect', 'not-understood'],
    [403, 'forbidden', 'not-understood'],
    [404, 'not-found', 'not-understood'],
  ])('tells our proxy’s own %i %s from the vendor’s', async (status, kind, reason) => {
    const headers = { 'content-type': 'application/problem+json' };
    const { url } = await serve(answer(status, problem(kind), { ...headers, [OWN_PROBLEM_HEADER]: kind }));
    const error = await failureOf(url);
    expect(error).toMatchObject({ reason, status, vendorMessage: 'Our own words.' });
    // A vendor may write the same body, to the letter, but no header of ours.
    const imitated = await failureOf((await serve(answer(status, problem(kind), headers))).url);
    const vendors = { 403: 'refused', 404: 'not-understood' }[status] ?? 'vendor-error';
    expect(imitated).toMatchObject({
      reason: vendors,
      message: expect.stringMatching(/^Vendor (refused|did|reported)/),
    });
  });

  it.each([500, 502, 503, 504])('takes a bare %i for the vendor’s own error', async (status) => {
    const { url } = await serve(answer(status, '<h1>Sorry</h1>'));
    expect(await failureOf(url)).toMatchObject({ reason: 'vendor-error', status });
  });
});
