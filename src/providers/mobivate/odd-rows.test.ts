import { describe, expect, it } from 'vitest';

import { rowKeys } from './history-keys';
import { readInterval } from './lookup';
import { VendorMemory } from './reading/memory';
import { parseWindow, type MobivateRow } from './schema';

const row = { id: 1, mobile: '15553031002', note: 'MO', created: 1_672_704_203_000 };

describe('rows that are not as documented', () => {
  it.each([
    ['an instant no date can hold', { ...row, created: 9e15 }],
    ['a masked number', { ...row, mobile: '1555****002' }],
    ['a number with an ellipsis in it', { ...row, mobile: '1555…002' }],
    ['a number lost to a spreadsheet', { ...row, mobile: '1.20120e+10' }],
    ['a number with an extension', { ...row, mobile: '12012001002 ext 12' }],
  ])('%s is reported, not taken as read', async (_name, odd) => {
    expect(await parseWindow([row, odd])).toMatchObject({ rows: [{ id: '1' }], unreadable: [JSON.stringify(odd)] });
  });

  it.each(['15553031002.0', '１５５５３０３１００２', '15550000001,15553031002', '+1 (555) 303-1002'])(
    'a number stored as %s answers to its digits',
    (mobile) => {
      expect(rowKeys(mobile)).toContain('15553031002');
      expect(rowKeys(mobile)).toContain(mobile);
    },
  );
});

/** Reads the year 2023 from rows of a vendor that puts at most `limit` into an answer. */
async function read(rows: readonly MobivateRow[], limit: number) {
  const seen = new Map<string, MobivateRow>();
  let requests = 0;
  const coverage = await readInterval(
    { from: Date.UTC(2023, 0, 1), to: Date.UTC(2024, 0, 1) },
    {
      fetchWindow: ({ from, to }) => {
        requests += 1;
        const inside = rows.filter(({ created, id }) => id === 'stray' || (created >= from && created < to));
        return Promise.resolve({ rows: inside.slice(0, limit), unreadable: [] });
      },
      sink: {
        add: (batch) => {
          const before = seen.size;
          for (const each of batch) seen.set(each.id, each);
          return seen.size - before;
        },
      },
      signal: new AbortController().signal,
      onProgress: () => undefined,
      now: () => Date.UTC(2024, 5, 1),
    },
  );
  return { coverage, requests, seen };
}

const year = Array.from({ length: 40 }, (_, index) => {
  return { id: `${index}`, mobile: `1555303${1000 + index}`, note: null, created: Date.UTC(2023, 0, 2 + index * 9) };
});

describe('a vendor that stops short', () => {
  it.each([year, year.toReversed()])(
    'at the documented default of ten rows is found out in three requests',
    async (...rows) => {
      const { coverage, requests } = await read(rows, 10);
      expect(coverage).toMatchObject({ kind: 'partial', gaps: [{ failure: { reason: 'incomplete' } }] });
      expect(requests).toBe(3);
    },
  );

  it('is not suspected of a list that happens to hold a round number', async () => {
    const { coverage, requests } = await read(year, 1000);
    expect([coverage.kind, requests]).toEqual(['whole', 3]);
  });
});

it('a row years outside the dates asked for puts the answer in doubt, and is kept', async () => {
  const stray = { id: 'stray', mobile: '15553039999', note: null, created: 1_672_704_203 };
  const { coverage, seen } = await read([...year.slice(0, 7), stray], 1000);
  expect(coverage.kind === 'partial' && coverage.gaps[0].unreadable[0]).toContain('15553039999');
  expect(seen.has('stray')).toBe(true);
});

it('a row from outside the dates asked for is no landmark for later readings', async () => {
  const stray = { id: 'stray', mobile: '15559990000', note: null, created: -8.64e15 };
  const memory = new VendorMemory();
  const asked: number[] = [];
  const readFrom = (from: number) =>
    readInterval(
      { from, to: Date.UTC(2024, 0, 1) },
      {
        fetchWindow: ({ from, to }) => {
          asked.push(from);
          const inside = year.filter(({ created }) => created >= from && created < to);
          return Promise.resolve({ rows: [...inside, stray], unreadable: [] });
        },
        sink: { add: () => 0 },
        signal: new AbortController().signal,
        onProgress: () => undefined,
        now: () => Date.UTC(2024, 5, 1),
        memory,
      },
    );
  await readFrom(Date.UTC(2023, 9, 1));
  expect(await readFrom(Date.UTC(2023, 11, 20))).toMatchObject({
    kind: 'partial',
    gaps: [{ unreadable: [expect.stringContaining('stray')] }],
  });
  expect(Math.min(...asked)).toBeGreaterThan(Date.UTC(2023, 8, 29));
});
