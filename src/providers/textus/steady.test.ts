import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { soakable } from '../../lib/__fixtures__/soakable';
import type { PageRead } from './list';
import { parseCollection } from './schema';
import { readSteadily } from './steady';
import { createPretendVendor, type PretendBehaviour, type PretendRow } from './testing/pretend-vendor';

const rowsOf = (count: number): PretendRow[] =>
  Array.from({ length: count }, (_, index) => ({ digits: String(15_553_000_000 + index * 7), account: 'a' }));

function read(behaviour: Partial<PretendBehaviour>, rows = rowsOf(10), now = () => 5) {
  const vendor = createPretendVendor(rows, { paging: 'offset', pageSize: 2, ...behaviour });
  const pages: PageRead[] = [];
  const reading = readSteadily(
    { account: 'a', query: { kind: 'all' }, defaultCountry: 'US' },
    {
      fetchPage: vendor.fetchPage,
      signal: new AbortController().signal,
      now,
      onPage: (page) => pages.push(page),
    },
  );
  return { vendor, reading, pages };
}

/** The first row goes before each of these requests. */
const leaving =
  (...at: readonly number[]): PretendBehaviour['before'] =>
  (request, rows) => {
    if (at.includes(request)) rows.shift();
  };

describe('a list in several pages', () => {
  test('that the vendor counts is read once', async () => {
    const { vendor, reading } = read({});
    expect(await reading).toMatchObject({ coverage: { kind: 'whole' }, requests: 5 });
    expect(vendor.requests).toHaveLength(5);
  });

  test.each(['absent', 'too-few'] as const)(
    'with a total that is %s is whole when it is the same twice',
    async (totalItems) => {
      const { reading, pages } = read({ totalItems });
      expect(await reading).toMatchObject({ coverage: { kind: 'whole' }, requests: 10, optOuts: { length: 10 } });
      expect(pages.map(({ requests }) => requests)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    },
  );

  test('of which one slipped between two pages is read until it is the same twice', async () => {
    const { reading, vendor } = read({ totalItems: 'absent', before: leaving(3) });
    expect((await reading).coverage.kind).toBe('whole');
    expect((await reading).optOuts).toHaveLength(vendor.rows.length);
  });

  test('a row that slips while another comes is seen by the total that fell in between', async () => {
    const before: PretendBehaviour['before'] = (request, rows) => {
      if (request === 3) rows.shift();
      if (request === 4) rows.push({ digits: '15553999999', account: 'a' });
    };
    const { reading, vendor } = read({ before });
    expect((await reading).coverage.kind).toBe('whole');
    expect((await reading).optOuts.map(({ msisdn }) => msisdn).toSorted()).toEqual(
      vendor.rows.map(({ digits }) => digits),
    );
  });

  test('a row that slips while another comes during a long wait is seen, though the total is the same', async () => {
    let now = 0;
    const before: PretendBehaviour['before'] = (request, rows) => {
      if (request !== 3) return;
      now += 60_000;
      rows.shift();
      rows.push({ digits: '15553999999', account: 'a' });
    };
    const { reading, vendor } = read({ before }, rowsOf(10), () => now);
    expect((await reading).coverage.kind).toBe('whole');
    expect(new Set((await reading).optOuts.map(({ msisdn }) => msisdn))).toEqual(
      new Set(vendor.rows.map(({ digits }) => digits)),
    );
    // Five pages, one of them again because of the wait, and once more all of them.
    expect(vendor.requests).toHaveLength(11);
  });

  test('that nothing came or went from during a long wait is read once, and one page of it again', async () => {
    let now = 0;
    const before: PretendBehaviour['before'] = (request) => {
      if (request === 3) now += 60_000;
    };
    const { reading, vendor } = read({ before }, rowsOf(10), () => now);
    expect((await reading).coverage.kind).toBe('whole');
    expect(vendor.requests.map(({ path }) => path).filter((path) => path === vendor.requests[1]?.path)).toHaveLength(2);
    expect(vendor.requests).toHaveLength(6);
  });

  test('that keeps changing is incomplete, and says why', async () => {
    const { reading } = read({ totalItems: 'absent', before: leaving(3, 7, 11) });
    expect(await reading).toMatchObject({
      coverage: { kind: 'partial', gaps: [{ failure: { message: expect.stringContaining('kept changing') } }] },
    });
  });

  test('whose second look fails keeps what the first has read', async () => {
    const { reading } = read({
      totalItems: 'absent',
      fault: (request) => (request === 7 ? { kind: 'error', reason: 'vendor-error', status: 500 } : null),
    });
    expect(await reading).toMatchObject({
      optOuts: { length: 10 },
      requests: 7,
      coverage: { kind: 'partial', gaps: [{ failure: { reason: 'vendor-error' } }] },
    });
  });
});

test('a row that could not be read and then slips between two pages is missed like any other', async () => {
  const rows: unknown[] = [...[1, 2].map((index) => ({ id: `/x/+1555300000${index}` })), {}, { id: '/x/+15553000003' }];
  let requests = 0;
  const reading = await readSteadily(
    { account: 'a', query: { kind: 'all' }, defaultCountry: 'US' },
    {
      fetchPage: (path) => {
        requests += 1;
        // The first row goes between the two pages of the second look, whose second page then begins behind the odd row.
        if (requests === 4) rows.shift();
        const from = path.includes('page=2') ? 2 : 0;
        const next = from === 0 ? '/a/opt_outs?page=2' : null;
        return Promise.resolve(parseCollection({ members: rows.slice(from, from + 2), view: { next } }));
      },
      signal: new AbortController().signal,
      now: () => 5,
    },
  );
  expect(reading.coverage.kind).toBe('partial');
});

test('one page is read once, counted or not', async () => {
  const { vendor, reading } = read({ totalItems: 'absent' }, rowsOf(2));
  expect((await reading).coverage.kind).toBe('whole');
  expect(vendor.requests).toHaveLength(1);
});

test('whichever rows go, a list said to be whole lacks none that stayed', async () => {
  const totals = fc.constantFrom<PretendBehaviour['totalItems']>('exact', 'absent', 'too-few');
  await fc.assert(
    fc.asyncProperty(
      totals,
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 6 }),
      async (totalItems, pageSize, goes) => {
        const { reading, vendor } = read({ totalItems, pageSize, before: leaving(...goes) }, rowsOf(14));
        const { coverage, optOuts } = await reading;
        const listed = new Set(optOuts.map(({ msisdn }) => msisdn));
        expect(coverage.kind === 'partial' || vendor.rows.every(({ digits }) => listed.has(digits))).toBe(true);
      },
    ),
    soakable(300),
  );
});
