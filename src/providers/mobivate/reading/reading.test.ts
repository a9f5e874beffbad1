import { describe, expect, it, vi } from 'vitest';

import { RequestError, type RequestReason } from '../../../http/errors';
import type { MobivateRow } from '../schema';
import type { ReadContext, ReadProgress } from './context';
import { NOW, readAll } from './__fixtures__/read-all';
import { skewedHistory } from './__fixtures__/skewed-history';
import { VendorModel, type Behaviour, USUAL } from './__fixtures__/vendor-model';

const INTERVAL = { from: Date.UTC(2019, 0, 1), to: NOW };
const HISTORY = skewedHistory({ rows: 20_000, ...INTERVAL, seed: 3 });

function vendor(behaviour: Partial<Behaviour> = {}): VendorModel {
  return new VendorModel(HISTORY, { ...USUAL, ...behaviour });
}

const row = (id: number, created: number): MobivateRow => ({ id: String(id), mobile: '1', note: null, created });

describe('readInterval', () => {
  it('asks nothing about an interval without time in it', async () => {
    const model = vendor();
    const { coverage } = await readAll({ from: NOW, to: NOW }, { fetchWindow: model.fetchWindow });
    expect(coverage).toEqual({
      kind: 'whole',
      scope: { provider: 'mobivate', account: null, interval: { from: NOW, to: NOW }, asOf: NOW },
    });
    expect(model.requests).toBe(0);
  });

  it('keeps six requests under way, and never more', async () => {
    const model = new VendorModel(skewedHistory({ rows: 60_000, ...INTERVAL, seed: 3 }), USUAL);
    let underWay = 0;
    let most = 0;
    const { coverage } = await readAll(INTERVAL, {
      fetchWindow: async (window, signal) => {
        underWay += 1;
        most = Math.max(most, underWay);
        await new Promise((resolve) => {
          setImmediate(resolve);
        });
        underWay -= 1;
        return model.fetchWindow(window, signal);
      },
    });
    expect(coverage.kind).toBe('whole');
    expect(most).toBe(6);
  });

  it('tells how far it is, never going back, even when it loses its belief in the order', async () => {
    const told: ReadProgress[] = [];
    const earliest = vendor();
    const shuffled = vendor({ kept: 'shuffled' });
    await readAll(INTERVAL, {
      // The vendor changes its ways in the middle.
      fetchWindow: (window, signal) => (earliest.requests < 15 ? earliest : shuffled).fetchWindow(window, signal),
      onProgress: (progress) => told.push(progress),
    });
    const fractions = told.map(({ covered }) => covered);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect(told.at(-1)).toEqual({
      ...INTERVAL,
      covered: 1,
      rows: 20_000,
      requests: earliest.requests + shuffled.requests,
      waitingUntil: null,
    });
  });

  it('tells of waits as they begin and end', async () => {
    const told: (number | null)[] = [];
    const listeners = new Set<() => void>();
    let until: number | null = null;
    const { fetchWindow } = vendor();
    await readAll(INTERVAL, {
      fetchWindow: (window, signal) => {
        until = until === null ? NOW + 5000 : null;
        for (const listener of listeners) listener();
        return fetchWindow(window, signal);
      },
      onProgress: ({ waitingUntil }) => told.push(waitingUntil),
      waits: {
        waitingUntil: () => until,
        subscribe: (listener) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
    });
    expect(told[0]).toBe(NOW + 5000);
    expect(told).toContain(null);
    expect(listeners.size).toBe(0);
  });

  it('stops at once when cancelled, whatever is under way, and keeps what is known', async () => {
    const controller = new AbortController();
    const model = vendor();
    const onProgress = vi.fn<(progress: ReadProgress) => void>();
    const { coverage, rows } = await readAll(INTERVAL, {
      signal: controller.signal,
      onProgress,
      fetchWindow: (window, signal) => {
        if (model.requests < 12) return model.fetchWindow(window, signal);
        onProgress.mockClear();
        controller.abort();
        // An answer that never comes.
        return new Promise(() => undefined);
      },
    });
    expect(rows.size).toBeGreaterThan(5000);
    const gaps = coverage.kind === 'whole' ? [] : coverage.gaps;
    expect(new Set(gaps.map(({ failure }) => failure.reason))).toEqual(new Set(['cancelled']));
    expect(onProgress).not.toHaveBeenCalled();
  });

  it.each(['refused', 'not-configured'] as const)(
    'asks nothing more once it is %s: one gap for the rest',
    async (reason) => {
      const model = vendor();
      let refusals = 0;
      const { coverage } = await readAll(INTERVAL, {
        concurrency: 1,
        fetchWindow: (window, signal) => {
          if (model.requests < 8) return model.fetchWindow(window, signal);
          refusals += 1;
          return Promise.reject(new RequestError(reason, 'Mobivate refused the key (401).', { status: 401 }));
        },
      });
      expect(refusals).toBe(1);
      const gaps = coverage.kind === 'whole' ? [] : coverage.gaps;
      const failure = { reason, message: 'Mobivate refused the key (401).', detail: 'HTTP 401' };
      expect(new Set(gaps.map((gap) => JSON.stringify(gap.failure)))).toEqual(new Set([JSON.stringify(failure)]));
    },
  );

  it.each(['no-answer', 'vendor-error', 'slowed-down', 'not-understood'] as const)(
    'goes on behind a window that failed with %s, and gives up after three in a row',
    async (reason: RequestReason) => {
      const model = vendor();
      const failed = new Set([7, 11]);
      const fetchWindow = (always: boolean) => (window: { from: number; to: number }, signal: AbortSignal) => {
        if (!failed.has(model.requests) && !always) return model.fetchWindow(window, signal);
        model.requests += 1;
        return Promise.reject(new RequestError(reason, 'Failed.'));
      };
      const twice = await readAll(INTERVAL, { fetchWindow: fetchWindow(false) });
      const gaps = twice.coverage.kind === 'whole' ? [] : twice.coverage.gaps;
      expect(gaps.map(({ failure }) => failure.reason)).toEqual(gaps.map(() => reason));
      const lost = gaps.reduce((sum, { interval }) => sum + (interval === null ? NaN : interval.to - interval.from), 0);
      expect(lost).toBeLessThan(0.3 * (INTERVAL.to - INTERVAL.from));
      const before = model.requests;
      await readAll(INTERVAL, { fetchWindow: fetchWindow(true) });
      expect(model.requests - before).toBeLessThanOrEqual(3);
    },
  );

  it.each([1, 2, 3, 4, 5])('reads the rest when request %i fails for good', async (failing) => {
    for (const reason of failing === 2 ? (['vendor-error'] as const) : (['vendor-error', 'no-answer'] as const)) {
      const model = vendor();
      const { coverage, rows } = await readAll(INTERVAL, {
        fetchWindow: (window, signal) => {
          if (model.requests + 1 !== failing) return model.fetchWindow(window, signal);
          model.requests += 1;
          return Promise.reject(new RequestError(reason, 'Failed.'));
        },
      });
      const gaps = coverage.kind === 'whole' ? [] : coverage.gaps;
      const lost = gaps.reduce((sum, { interval }) => sum + (interval === null ? NaN : interval.to - interval.from), 0);
      expect([reason, lost < 0.3 * (INTERVAL.to - INTERVAL.from)]).toEqual([reason, true]);
      expect(rows.size).toBeGreaterThan(HISTORY.created.length * (gaps.length === 0 ? 0.9999 : 0.5));
    }
  });

  it.each([
    [2.5 * 365, 'vendor-error'],
    [5 * 365, 'vendor-error'],
    [5 * 365, 'no-answer'],
    [100, 'no-answer'],
  ] as const)('reads whole a list whose vendor fails for ranges of more than %i days (%s)', async (most, reason) => {
    const model = vendor();
    let failed = 0;
    const { coverage, rows } = await readAll(INTERVAL, {
      fetchWindow: (window, signal) => {
        if (window.to - window.from < most * 86_400_000) return model.fetchWindow(window, signal);
        failed += 1;
        return Promise.reject(new RequestError(reason, 'Failed.', { status: 504 }));
      },
    });
    expect(coverage.kind).toBe('whole');
    expect(rows.size).toBe(HISTORY.created.length);
    // Each may be half a minute of silence.
    expect(failed).toBeLessThanOrEqual(4);
  });

  it('stops when answers do not get shorter with the dates', async () => {
    const rows = Array.from({ length: 1000 }, (_, index) => row(index, NOW - index * 86_400_000));
    const fetchWindow = vi.fn<ReadContext['fetchWindow']>(() => Promise.resolve({ rows, unreadable: [] }));
    const { coverage } = await readAll(INTERVAL, { fetchWindow });
    expect(coverage).toMatchObject({ kind: 'partial', gaps: [{ failure: { reason: 'incomplete' } }] });
    expect(fetchWindow.mock.calls.length).toBeLessThan(400);
  });

  it('does not understand a full answer of which no row can be read', async () => {
    const unreadable = Array<string>(1000).fill('{}');
    const fetchWindow = vi.fn<ReadContext['fetchWindow']>(() => Promise.resolve({ rows: [], unreadable }));
    const { coverage } = await readAll(INTERVAL, { fetchWindow });
    expect(coverage).toMatchObject({ gaps: [{ interval: INTERVAL, failure: { reason: 'not-understood' } }] });
    expect(fetchWindow).toHaveBeenCalledTimes(1);
  });

  it('names rows that could not be read beside those that could', async () => {
    const rows = [row(1, NOW - 5000)];
    const { coverage } = await readAll(INTERVAL, {
      fetchWindow: () => Promise.resolve({ rows, unreadable: ['{"id":null}'] }),
    });
    expect(coverage).toMatchObject({
      gaps: [{ interval: INTERVAL, unreadable: ['{"id":null}'], failure: { reason: 'incomplete' } }],
    });
  });

  it('rejects for a bug of ours', async () => {
    const bug = readAll(INTERVAL, { fetchWindow: () => Promise.reject(new TypeError('Ours')) });
    await expect(bug).rejects.toThrow('Ours');
  });
});
