import { describe, expect, it } from 'vitest';

import { NOW, readAll } from './__fixtures__/read-all';
import { seeded, skewedHistory } from './__fixtures__/skewed-history';
import { VendorModel, type Behaviour, type ModelHistory, USUAL } from './__fixtures__/vendor-model';

const SINCE = Date.UTC(2010, 0, 1);
/** A day past now: clocks differ. */
const INTERVAL = { from: SINCE, to: NOW + 86_400_000 };

const histories = new Map<string, ModelHistory>();

function historyOf(rows: number, seed: number, wholeSeconds: boolean): ModelHistory {
  const name = `${rows} ${seed} ${wholeSeconds}`;
  const history =
    histories.get(name) ?? skewedHistory({ rows, from: Date.UTC(2019, 0, 1), to: NOW, seed, wholeSeconds });
  histories.set(name, history);
  return history;
}

/** Reads a whole skewed history and returns how many requests that took; counting is exact for a given seed. */
async function requestsFor(
  rows: number,
  seed: number,
  behaviour: Partial<Behaviour>,
  wholeSeconds: boolean,
): Promise<number> {
  const vendor = new VendorModel(historyOf(rows, seed, wholeSeconds), { ...USUAL, ...behaviour });
  const ids = new Set<string>();
  const sink = {
    add(added: readonly { readonly id: string }[]): number {
      const before = ids.size;
      for (const { id } of added) ids.add(id);
      return ids.size - before;
    },
  };
  const { coverage } = await readAll(INTERVAL, { fetchWindow: vendor.fetchWindow, sink, random: seeded(seed) });
  expect(coverage.kind).toBe('whole');
  expect(ids.size).toBe(rows);
  return vendor.requests;
}

const ORDERED: readonly (readonly [string, Partial<Behaviour>])[] = [
  ['the earliest first', {}],
  ['the latest first', { kept: 'latest' }],
  ['the earliest, start excluded, end included', { startInclusive: false, endInclusive: true }],
  ['the latest in rising order', { kept: 'latest', order: 'ascending' }],
];

const SHUFFLED: readonly (readonly [string, Partial<Behaviour>])[] = [
  ['any rows, always the same', { kept: 'shuffled' }],
  ['any rows, others every time', { kept: 'anew' }],
  ['any rows, put in order', { kept: 'shuffled', order: 'ascending' }],
  ['the earliest in any order', { order: 'shuffled' }],
];

describe('how many requests a whole history takes', { timeout: 120_000 }, () => {
  it.each(ORDERED.slice(0, 2))('a million rows, %s: at most 1.25 for each thousand', async (_what, behaviour) => {
    expect(await requestsFor(1_000_000, 1, behaviour, false)).toBeLessThanOrEqual(1250);
  });

  it.each(ORDERED)('a hundred thousand rows, %s: at most 1.3 for each thousand', async (_what, behaviour) => {
    for (const seed of [1, 2]) {
      expect(await requestsFor(100_000, seed, behaviour, false)).toBeLessThanOrEqual(130);
      expect(await requestsFor(100_000, seed, behaviour, true)).toBeLessThanOrEqual(130);
    }
  });

  it.each(SHUFFLED)('a hundred thousand rows, %s: at most 2 for each thousand', async (_what, behaviour) => {
    for (const seed of [1, 2]) expect(await requestsFor(100_000, seed, behaviour, false)).toBeLessThanOrEqual(200);
  });

  it('a million rows, shuffled: at most 2 for each thousand', async () => {
    expect(await requestsFor(1_000_000, 1, { kept: 'shuffled' }, false)).toBeLessThanOrEqual(2000);
  });

  it.each([...ORDERED, ...SHUFFLED])(
    'fewer than a thousand rows, %s: three; a few rows: three',
    async (_what, behaviour) => {
      expect(await requestsFor(999, 1, behaviour, false)).toBe(3);
      expect(await requestsFor(9, 1, behaviour, false)).toBe(3);
    },
  );
});
