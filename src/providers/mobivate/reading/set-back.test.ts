import { describe, expect, it } from 'vitest';

import { NOW, readAll } from './__fixtures__/read-all';
import { seeded } from './__fixtures__/skewed-history';
import { USUAL, VendorModel, type Behaviour, type ModelHistory } from './__fixtures__/vendor-model';

const FROM = Date.UTC(2019, 0, 1);
const INTERVAL = { from: FROM, to: NOW + 86_400_000 };
const FIRST_ID = 1_354_505_990;

/** Ids rise with time, but for one row anywhere: the last id with an early time, or the first id with a late one. */
function oneAtOdds(rows: number, oddId: number, random: () => number): ModelHistory {
  const created = Float64Array.from({ length: rows }, () => Math.floor(FROM + random() * (NOW - FROM))).toSorted();
  const id = Float64Array.from(created, (_, index) => FIRST_ID + index * 7);
  id[Math.floor(random() * rows)] = oddId;
  return { created, id };
}

const BY_ID: readonly (readonly [string, Partial<Behaviour>, (rows: number) => number])[] = [
  ['lowest', { kept: 'lowest-id', order: 'ascending' }, (rows) => FIRST_ID + rows * 7],
  ['highest', { kept: 'highest-id', order: 'descending' }, () => FIRST_ID - 7],
];

describe('a vendor that keeps rows by id, and one row whose id and time are at odds', () => {
  it.each(BY_ID)('the %s ids: a list of up to fifty thousand is never whole without it', async (_what, kept, oddId) => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const random = seeded(seed);
      const rows = 2_000 + Math.floor(random() * 46_000);
      const vendor = new VendorModel(oneAtOdds(rows, oddId(rows), random), { ...USUAL, ...kept });
      const { coverage, rows: read } = await readAll(INTERVAL, { fetchWindow: vendor.fetchWindow, random });
      expect({ seed, kind: coverage.kind, rows: read.size }).toEqual({ seed, kind: 'whole', rows });
    }
  });
});
