import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createPretendVendor, type Fault, type PretendBehaviour, type PretendRow } from './testing/pretend-vendor';
import { readCollection, type PageRead, type ReadContext } from './list';
import type { CollectionQuery } from './paths';

/** Rows of account `a`, each a number of its own. */
function rowsOf(count: number): PretendRow[] {
  return Array.from({ length: count }, (_, index) => ({
    digits: String(15_553_000_000 + index * 7),
    account: 'a',
    plainId: index % 3 === 0,
  }));
}

function read(
  behaviour: Partial<PretendBehaviour>,
  {
    rows = 100,
    query = { kind: 'all' },
    ...context
  }: Partial<ReadContext> & { rows?: number; query?: CollectionQuery } = {},
) {
  const vendor = createPretendVendor(rowsOf(rows), behaviour);
  const { fetchPage } = vendor;
  const { signal } = new AbortController();
  const request = { account: 'a', query, defaultCountry: 'US' };
  return { vendor, request, reading: readCollection(request, { fetchPage, signal, now: () => 5, ...context }) };
}

const faultAt = (at: number, fault: Fault) => (request: number) => (request === at ? fault : null);

test('a list is read page by page to its end, in as many requests as it has pages', async () => {
  const pages: PageRead[] = [];
  const { vendor, reading } = read({}, { rows: 60, onPage: (page) => pages.push(page) });
  expect(await reading).toMatchObject({
    totalItems: 60,
    requests: 3,
    ending: { kind: 'end' },
    coverage: { kind: 'whole', scope: { provider: 'textus', account: 'a', interval: null, asOf: 5 } },
    continuation: null,
  });
  expect((await reading).optOuts.map(({ msisdn }) => msisdn)).toEqual(vendor.rows.map(({ digits }) => digits));
  expect(pages.map(({ fresh, read, requests }) => [fresh.length, read, requests])).toEqual([
    [25, 25, 1],
    [25, 50, 2],
    [10, 60, 3],
  ]);
});

test('an empty list is whole', async () => {
  expect(await read({}, { rows: 0 }).reading).toMatchObject({ optOuts: [], requests: 1, coverage: { kind: 'whole' } });
});

test('a search asks the vendor', async () => {
  const { vendor, reading } = read({}, { query: { kind: 'search', q: '3000007' } });
  expect((await reading).optOuts).toHaveLength(1);
  expect(vendor.requests[0]?.path).toBe('/api/textus/a/opt_outs?q=3000007');
});

test('a list that grew while it was read is whole', async () => {
  expect(await read({ totalItems: 'too-few' }).reading).toMatchObject({ coverage: { kind: 'whole' } });
  expect(await read({ totalItems: 'absent' }).reading).toMatchObject({ coverage: { kind: 'whole' }, totalItems: null });
});

test('a row that comes twice counts once', async () => {
  const { reading } = read({ fault: () => ({ kind: 'duplicate' }) });
  expect(await reading).toMatchObject({ coverage: { kind: 'whole' } });
  expect((await reading).optOuts).toHaveLength(100);
});

describe('incomplete', () => {
  test.each<[string, Partial<PretendBehaviour>, number, RegExp]>([
    ['a chain that ends early', { fault: faultAt(2, { kind: 'cut' }) }, 50, /holds 100 opt-outs, but only 50 came/],
    ['a total that is never reached', { totalItems: 'too-many' }, 100, /holds 117 opt-outs, but only 100 came/],
    ['an answer that does not say what follows', { fault: faultAt(2, { kind: 'no-next' }) }, 50, /may go on/],
    [
      'an answer of another account',
      { fault: faultAt(2, { kind: 'of-account', account: 'b' }) },
      50,
      /list of another account/,
    ],
    ['a link to the page itself', { fault: faultAt(1, { kind: 'next', link: '/a/opt_outs' }) }, 25, /already read/],
    [
      'a link to another host',
      { fault: faultAt(2, { kind: 'next', link: 'https://evil.example/a/opt_outs' }) },
      50,
      /not followed/,
    ],
    [
      'a link to another account',
      { fault: faultAt(2, { kind: 'next', link: '/b/opt_outs?cursor=1' }) },
      50,
      /not followed/,
    ],
  ])('%s', async (_, behaviour, count, words) => {
    const { reading } = read(behaviour);
    const { optOuts, coverage, continuation } = await reading;
    expect(optOuts).toHaveLength(count);
    expect(coverage).toMatchObject({
      kind: 'partial',
      gaps: [{ unreadable: [], failure: { message: expect.stringMatching(words) } }],
    });
    expect(continuation).toBeNull();
  });

  test('a link is shown without the numbers in it', async () => {
    const link = 'https://evil.example/?exact[]=15553031234';
    const { coverage } = await read({ fault: faultAt(1, { kind: 'next', link }) }).reading;
    expect(coverage).toMatchObject({ gaps: [{ failure: { detail: 'view.next: https://evil.example/?exact[]=…' } }] });
  });

  test('rows that cannot be read are counted and kept as text', async () => {
    const { reading } = read({ fault: faultAt(3, { kind: 'broken-row' }) });
    expect((await reading).optOuts).toHaveLength(100);
    expect((await reading).coverage).toMatchObject({
      kind: 'partial',
      gaps: [
        {
          unreadable: [expect.stringContaining('/textus/opt_outs/9')],
          failure: { reason: 'incomplete', message: '1 of 101 rows could not be read.' },
        },
      ],
    });
  });

  test('a chain of new links without new rows ends after 50 pages', async () => {
    const fault = (request: number): Fault => ({ kind: 'next', link: `/a/opt_outs?lap=${request}` });
    const { vendor, reading } = read({ fault }, { rows: 3 });
    expect(await reading).toMatchObject({ ending: { kind: 'idle' }, coverage: { kind: 'partial' } });
    expect(vendor.requests).toHaveLength(51);
  });

  test('a chain that always brings something new ends too', async () => {
    const { vendor, reading } = read({ pageSize: 1 }, { mostPages: 20 });
    expect(await reading).toMatchObject({ ending: { kind: 'endless', pages: 20 }, coverage: { kind: 'partial' } });
    expect(vendor.requests).toHaveLength(20);
  });
});

test.each(['refused', 'slowed-down', 'vendor-error', 'no-answer', 'not-understood'] as const)(
  'a page that fails (%s) keeps the rows before it',
  async (reason) => {
    const { reading } = read({ fault: faultAt(3, { kind: 'error', reason, status: null }) });
    expect((await reading).optOuts).toHaveLength(50);
    expect(await reading).toMatchObject({ coverage: { kind: 'partial', gaps: [{ failure: { reason } }] } });
    expect((await reading).continuation !== null).toBe(['slowed-down', 'vendor-error', 'no-answer'].includes(reason));
  },
);

test('a total that is no count leaves the list incomplete: some of it may be missing', async () => {
  const { reading } = read({ totalItems: 'unreadable' });
  expect((await reading).optOuts).toHaveLength(100);
  expect(await reading).toMatchObject({
    ending: { kind: 'miscounted' },
    coverage: { kind: 'partial', gaps: [{ failure: { reason: 'not-understood' } }] },
  });
});

test('a reading that was cut off goes on where it stopped', async () => {
  const fault = faultAt(3, { kind: 'error', reason: 'no-answer', status: null });
  const { vendor, request, reading } = read({ fault });
  const cut = await reading;
  const { signal } = new AbortController();
  const rest = await readCollection(request, {
    fetchPage: vendor.fetchPage,
    signal,
    resume: cut.continuation,
    now: () => 9,
  });
  expect(rest).toMatchObject({ requests: 5, coverage: { kind: 'whole', scope: { asOf: 5 } } });
  expect(rest.optOuts).toHaveLength(100);
  expect(cut.optOuts).toHaveLength(50);
});

test('a reading can pause and go on', async () => {
  const { vendor, request, reading } = read({}, { maxRequests: 1 });
  let state = await reading;
  const { signal } = new AbortController();
  while (state.continuation !== null) {
    expect(state.coverage).toMatchObject({ kind: 'partial', gaps: [{ failure: { reason: 'incomplete' } }] });
    const { fetchPage } = vendor;
    const resume = state.continuation;
    state = await readCollection(request, { fetchPage, signal, now: () => 5, maxRequests: 1, resume });
  }
  expect(state).toMatchObject({ requests: 4, coverage: { kind: 'whole' } });
  expect(vendor.requests).toHaveLength(4);
});

test('a cancel keeps what is known', async () => {
  const stop = new AbortController();
  const onPage = ({ requests }: PageRead) => requests === 2 && stop.abort();
  const { vendor, reading } = read({}, { signal: stop.signal, onPage });
  expect((await reading).optOuts).toHaveLength(50);
  expect(await reading).toMatchObject({ coverage: { kind: 'partial', gaps: [{ failure: { reason: 'cancelled' } }] } });
  expect(vendor.requests).toHaveLength(2);
});

test('a fault of our own is not taken for the vendor’s', async () => {
  const broken = () => Promise.reject(new TypeError('ours'));
  await expect(read({}, { fetchPage: broken }).reading).rejects.toThrow('ours');
});

test('whatever goes wrong: a whole list is the true one, a partial one holds nothing else and says why', async () => {
  const fault = fc.oneof(
    fc.constantFrom<Fault>({ kind: 'cut' }, { kind: 'duplicate' }, { kind: 'broken-row' }, { kind: 'no-next' }),
    fc.constantFrom('/a/opt_outs', '/b/opt_outs', '//x/', '').map((link): Fault => ({ kind: 'next', link })),
    fc.constantFrom('no-answer', 'not-understood').map((reason): Fault => ({ kind: 'error', reason, status: null })),
  );
  const behaviour = fc.record({
    pageSize: fc.integer({ min: 1, max: 30 }),
    paging: fc.constantFrom('cursor', 'offset'),
    totalItems: fc.constantFrom('exact', 'too-many'),
    faults: fc.dictionary(fc.integer({ min: 1, max: 12 }).map(String), fault, { maxKeys: 2 }),
  });
  await fc.assert(
    fc.asyncProperty(behaviour, fc.integer({ min: 0, max: 80 }), async ({ faults, ...how }, rows) => {
      const { vendor, reading } = read({ ...how, fault: (request) => faults[request] ?? null }, { rows });
      const { optOuts, coverage } = await reading;
      const got = optOuts.map(({ msisdn }) => msisdn);
      const truth = vendor.rows.map(({ digits }) => digits);
      expect(new Set(got).size).toBe(got.length);
      expect(truth).toEqual(expect.arrayContaining(got));
      expect(coverage.kind === 'whole' ? got.toSorted() : truth).toEqual(truth);
      expect(coverage.kind === 'partial' && coverage.gaps[0].failure.message === '').toBe(false);
    }),
    { numRuns: 500 },
  );
});
