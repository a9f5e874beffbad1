import { describe, expect, it } from 'vitest';

import { NOW, readAll } from './__fixtures__/read-all';
import { skewedHistory } from './__fixtures__/skewed-history';
import { USUAL, VendorModel, type ModelHistory } from './__fixtures__/vendor-model';
import { VirtualTime } from './__fixtures__/virtual-time';

const SINCE = Date.UTC(2019, 0, 1);
const ROWS = 160_000;
const BURST = 60_000;
const AT_ONCE = 6;

/** A third of the rows over the years, and in the midst of them tens of thousands within ten minutes. */
function withBurst(at: number): ModelHistory {
  const { created } = skewedHistory({ rows: ROWS - BURST, from: SINCE, to: NOW, seed: 3 });
  const burst = Float64Array.from({ length: BURST }, (_, index) => at + index * 10);
  const all = Float64Array.from([...created, ...burst]).toSorted();
  return { created: all, id: Float64Array.from(all, (_, index) => index) };
}

describe('six at a time', () => {
  it.each([
    ['early', Date.UTC(2019, 5, 3, 9)],
    ['in the middle', Date.UTC(2023, 5, 3, 9)],
    ['late', Date.UTC(2026, 8, 3, 9)],
  ])('a burst %s is read side by side too', async (_where, at) => {
    for (const kept of ['earliest', 'latest'] as const) {
      const vendor = new VendorModel(withBurst(at), { ...USUAL, kept });
      const time = new VirtualTime();
      const { coverage, rows } = await readAll(
        { from: Date.UTC(2010, 0, 1), to: NOW },
        { fetchWindow: time.slowed(vendor.fetchWindow) },
      );
      expect(coverage.kind).toBe('whole');
      expect(rows.size).toBe(ROWS);
      expect(vendor.requests).toBeLessThanOrEqual(1.4 * (ROWS / 1000));
      // One after another the burst alone takes forty answers' time.
      expect(time.rounds).toBeLessThanOrEqual(2 * (vendor.requests / AT_ONCE));
    }
  });
});
