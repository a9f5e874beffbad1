import { describe, expect, it } from 'vitest';

import { NOW, readAll } from './__fixtures__/read-all';
import { skewedHistory } from './__fixtures__/skewed-history';
import { USUAL, VendorModel, type Behaviour } from './__fixtures__/vendor-model';

const DAY = 86_400_000;
const SINCE = Date.UTC(2010, 0, 1);
const HISTORY = skewedHistory({ rows: 12_000, from: Date.UTC(2024, 0, 1), to: NOW, seed: 1 });

const KEPT: readonly Behaviour['kept'][] = ['earliest', 'latest', 'lowest-id', 'highest-id', 'shuffled', 'anew'];
const INTERVALS = [
  ['all time', { from: SINCE, to: NOW + DAY }],
  ['the last years', { from: NOW - 700 * DAY, to: NOW }],
  ['years in the middle', { from: Date.UTC(2024, 6, 1), to: Date.UTC(2026, 0, 1) }],
] as const;

function vendorWith(kept: Behaviour['kept'], limit: number): VendorModel {
  return new VendorModel(HISTORY, { ...USUAL, kept }, limit);
}

describe('a vendor that stops short of the thousand rows it was asked for', () => {
  it.each([10, 25, 100, 137, 500, 999])('at %i rows is never taken at its word', async (limit) => {
    for (const kept of KEPT) {
      for (const [, interval] of INTERVALS) {
        const { fetchWindow } = vendorWith(kept, limit);
        const held = HISTORY.created.filter((at) => at >= interval.from && at < interval.to).length;
        expect(held).toBeGreaterThan(limit);
        const { coverage } = await readAll(interval, { fetchWindow });
        expect([kept, interval, coverage.kind]).toEqual([kept, interval, 'partial']);
      }
    }
  });

  it('nor where a range too long for it is answered with nothing, or with the last days alone', async () => {
    const honest = vendorWith('latest', 1000);
    for (const [most, clipped] of [
      [366 * DAY, false],
      [31 * DAY, true],
    ] as const) {
      const { coverage } = await readAll(INTERVALS[0][1], {
        fetchWindow: (window, signal) => {
          if (window.to - window.from <= most) return honest.fetchWindow(window, signal);
          if (clipped) return honest.fetchWindow({ ...window, from: window.to - most }, signal);
          return Promise.resolve({ rows: [], unreadable: [] });
        },
      });
      expect([clipped, coverage.kind]).toEqual([clipped, 'partial']);
    }
  });

  it('nor where it sends nothing to a range whose end is still to come', async () => {
    const honest = vendorWith('latest', 1000);
    const { coverage } = await readAll(INTERVALS[0][1], {
      fetchWindow: (window, signal) =>
        window.to > NOW ? Promise.resolve({ rows: [], unreadable: [] }) : honest.fetchWindow(window, signal),
    });
    expect(coverage.kind).toBe('partial');
  });

  it.each(KEPT)('is told from a short list of its own, keeping the rows %s', async (kept) => {
    for (const days of [1, 5, 20, 60]) {
      const interval = { from: NOW - days * DAY, to: NOW };
      const vendor = vendorWith(kept, 1000);
      const { coverage } = await readAll(interval, { fetchWindow: vendor.fetchWindow });
      expect([days, coverage.kind]).toEqual([days, 'whole']);
      expect(vendor.requests).toBeLessThanOrEqual(3);
    }
  });

  it.each([1, 2])(
    'is told from one of whose rows %i cannot be read in the whole, but can in a part',
    async (broken) => {
      const vendor = vendorWith('earliest', 1000);
      const interval = { from: NOW - 5 * DAY, to: NOW };
      const { coverage } = await readAll(interval, {
        fetchWindow: async (window, signal) => {
          const { rows } = await vendor.fetchWindow(window, signal);
          const middle = Math.floor(rows.length / 2);
          const unreadable = rows.slice(middle, middle + broken).map((row) => JSON.stringify(row));
          return { rows: rows.toSpliced(middle, broken), unreadable };
        },
      });
      const gaps = coverage.kind === 'partial' ? coverage.gaps : [];
      expect(gaps.map(({ unreadable, failure }) => [unreadable.length, failure.message])).toEqual([
        [broken, expect.stringMatching(/row.* could not be read/)],
      ]);
    },
  );
});
