import { describe, expect, it } from 'vitest';

import { answer, serve } from '../../http/__fixtures__/local-server';
import { createGate } from '../../http/gate';
import error400 from './__fixtures__/error-400.json';
import error401 from './__fixtures__/error-401.json';
import list from './__fixtures__/list.json';
import { createMobivateApi } from './api';

const { signal } = new AbortController();
const FROM = Date.UTC(2023, 0, 1);
const TO = Date.UTC(2023, 0, 3, 9, 5, 7);

describe('createMobivateApi', () => {
  it('asks as documented: whole seconds UTC, the plus as %2B, always a thousand rows', async () => {
    const { url, asked } = await serve(answer(200, list));
    const api = createMobivateApi({ baseUrl: url, gate: createGate({ concurrency: 1 }) });
    const { rows } = await api.fetchWindow({ from: FROM, to: TO }, signal);
    await api.fetchWindow({ from: FROM, to: TO, page: 2 }, signal);
    const question =
      '/addressbook/optout?startDate=2023-01-01T00%3A00%3A00%2B0000&endDate=2023-01-03T09%3A05%3A07%2B0000&pageSize=1000';
    expect(asked).toEqual([question, `${question}&page=2`]);
    expect(rows).toEqual([{ id: '1354505990', mobile: '4400111222', note: 'MO', created: 1_672_704_203_000 }]);
  });

  it('learns what time it is at the vendor from its answers, and from no error', async () => {
    const learned: number[] = [];
    const clock = { learn: (date: number) => learned.push(date) };
    for (const status of [200, 401]) {
      const { url } = await serve(answer(status, status === 200 ? [] : {}, { date: 'Sat, 21 Nov 2026 12:00:00 GMT' }));
      const api = createMobivateApi({ baseUrl: url, gate: createGate({ concurrency: 1 }), clock });
      await api.fetchWindow({ from: FROM, to: TO }, signal).catch(() => undefined);
    }
    expect(learned).toEqual([Date.UTC(2026, 10, 21, 12)]);
  });

  it('never sends a time between two seconds', async () => {
    const api = createMobivateApi();
    await expect(api.fetchWindow({ from: FROM + 1, to: TO }, signal)).rejects.toThrow(RangeError);
  });

  it.each([
    [400, error400, 'not-understood', error400.message],
    [401, error401, 'refused', 'Unauthorized'],
  ])('keeps the vendor’s words of a %i for the details', async (status, body, reason, vendorMessage) => {
    const { url } = await serve(answer(status, body));
    const api = createMobivateApi({ baseUrl: url, gate: createGate({ concurrency: 1 }) });
    await expect(api.fetchWindow({ from: FROM, to: TO }, signal)).rejects.toMatchObject({ reason, vendorMessage });
  });

  it.each([
    ['records and total', { records: [], total: 0 }],
    ['results and matches', { results: [], matches: 0 }],
    ['an error with status 200', error401],
    ['null', null],
  ])('does not understand %s', async (_what, body) => {
    const { url } = await serve(answer(200, body));
    const api = createMobivateApi({ baseUrl: url, gate: createGate({ concurrency: 1 }) });
    const window = { from: FROM, to: TO };
    await expect(api.fetchWindow(window, signal)).rejects.toMatchObject({ reason: 'not-understood' });
  });
});
