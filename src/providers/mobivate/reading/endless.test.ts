import { describe, expect, it } from 'vitest';

import type { AskedWindow } from '../api';
import type { MobivateRow } from '../schema';
import { NOW, readAll } from './__fixtures__/read-all';
import { seeded, skewedHistory } from './__fixtures__/skewed-history';
import { USUAL, VendorModel } from './__fixtures__/vendor-model';

const INTERVAL = { from: Date.UTC(2010, 0, 1), to: NOW + 86_400_000 };

/** Makes up a thousand rows for every request. */
function inventor() {
  const random = seeded(7);
  const made = { rows: 0, requests: 0 };
  const fetchWindow = ({ from, to }: AskedWindow) => {
    made.requests += 1;
    if (made.requests > 3000) throw new Error('Still asking');
    const rows = Array.from({ length: 1000 }, (): MobivateRow => {
      made.rows += 1;
      return {
        id: String(made.rows),
        mobile: String(made.rows),
        note: null,
        created: Math.floor(from + random() * (to - from)),
      };
    });
    return Promise.resolve({ rows, unreadable: [] });
  };
  return { made, fetchWindow };
}

describe('a list without an end', () => {
  it('is left soon: no row comes again', async () => {
    const { made, fetchWindow } = inventor();
    const { coverage } = await readAll(INTERVAL, { fetchWindow });
    const messages = coverage.kind === 'whole' ? [] : coverage.gaps.map(({ failure }) => failure.message);
    expect(messages).toContainEqual(expect.stringContaining('never hold a row twice'));
    expect(made.requests).toBeLessThan(200);
  });

  it.each([
    ['rows', { rows: 20_000, requests: 1000 }],
    ['requests', { rows: 1_000_000, requests: 20 }],
  ])('is left at the most %s that any reading takes in', async (_what, ceiling) => {
    for (const kept of ['earliest', 'shuffled'] as const) {
      const history = skewedHistory({ rows: 60_000, from: Date.UTC(2019, 0, 1), to: NOW, seed: 1 });
      const { fetchWindow } = new VendorModel(history, { ...USUAL, kept });
      let requests = 0;
      const { coverage, rows } = await readAll(INTERVAL, {
        ceiling,
        fetchWindow: (window, signal) => {
          requests += 1;
          return fetchWindow(window, signal);
        },
      });
      expect(coverage).toMatchObject({ kind: 'partial' });
      const messages = coverage.kind === 'whole' ? [] : coverage.gaps.map(({ failure }) => failure.message);
      expect(messages.some((message) => message.includes('larger than what is read at most'))).toBe(true);
      expect(requests).toBeLessThanOrEqual(60);
      expect(rows.size).toBeLessThan(20_000 + 6 * 1000 + 1000);
    }
  });
});
