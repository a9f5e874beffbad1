import { expect, it } from 'vitest';

import type { MobivateRow } from '../schema';
import { NOW, readAll } from './__fixtures__/read-all';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** So many rows, so far apart, the first so long before now. */
function rowsBefore(start: number, count: number, apart: number): readonly MobivateRow[] {
  return Array.from({ length: count }, (_, at) => {
    const created = NOW - start - at * apart;
    return {
      id: String(Math.floor(created / 1000)),
      mobile: String(15_550_000_000 + created / 1000),
      note: 'MO',
      created,
    };
  });
}

it('a vendor that sends the latest first, and no more than a year of what was asked for: a last few rows are not the end', async () => {
  // One full answer, then four rows within the year before its last, and the rest further back.
  const rows = [
    ...rowsBefore(HOUR, 1000, HOUR),
    ...rowsBefore(100 * DAY, 4, 80 * DAY),
    ...rowsBefore(450 * DAY, 50, DAY),
  ];
  const { coverage, rows: read } = await readAll(
    { from: Date.UTC(2010, 0), to: NOW + DAY },
    {
      fetchWindow: ({ from, to }) => {
        const earliest = Math.max(from, to - 365 * DAY);
        const within = rows.filter(({ created }) => created >= earliest && created < to);
        return Promise.resolve({ rows: within.slice(0, 1000), unreadable: [] });
      },
    },
  );
  expect(coverage.kind === 'partial' || read.size === rows.length).toBe(true);
});
