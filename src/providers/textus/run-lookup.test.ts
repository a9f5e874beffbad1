import { describe, expect, test } from 'vitest';

import { failing, look, many, n, onList } from './testing/look';
import type { Fault, PretendRequest, PretendRow } from './testing/pretend-vendor';

describe('one number', () => {
  test('that is on the list', async () => {
    const { answer, found, requests } = await look([n(1)], { rows: [onList(1)] });
    expect(answer.answers[0]).toMatchObject([
      {
        kind: 'opted-out',
        coverage: 'whole',
        records: [{ msisdn: '15553000001', account: 'a' }],
        scope: { account: 'a', asOf: 5 },
      },
    ]);
    expect(answer.coverage).toMatchObject([{ kind: 'whole' }]);
    expect(found).toMatchObject([[0, [{ msisdn: '15553000001' }]]]);
    expect(requests.map(({ exact }) => exact)).toEqual([['+15553000001', '5553000001']]);
  });

  test('that is on no list', async () => {
    const { answer, requests } = await look([n(1)], { rows: [onList(2)], accounts: ['a', 'b'] });
    expect(answer.answers[0]).toEqual(
      ['a', 'b'].map((account) => ({
        kind: 'not-found',
        scope: { provider: 'textus', account, interval: null, asOf: 5 },
      })),
    );
    expect(requests.map(({ account }) => account).toSorted()).toEqual(['a', 'b']);
  });

  test.each(['any', 'e164', 'national', 'national-digits'] as const)(
    'whatever spelling TextUs understands (%s)',
    async (understands) => {
      const { kinds } = await look([n(1), n(2)], { rows: [onList(1)], understands });
      expect(kinds).toEqual(['opted-out', 'not-found']);
    },
  );

  test('under either reading of its digits', async () => {
    const { kinds, answer } = await look(['5553031234'], {
      rows: [
        { digits: '5553031234', account: 'a' },
        { digits: '15553031234', account: 'a' },
      ],
    });
    expect(kinds).toEqual(['opted-out']);
    expect(answer.answers[0]?.[0]).toMatchObject({ records: [{ msisdn: '15553031234' }, { msisdn: '5553031234' }] });
  });
});

describe('requests', () => {
  test('a hundred numbers in one account are one request in each spelling, and ten thousand a hundred', async () => {
    const rows = [onList(3), onList(7777), ...Array.from({ length: 700 }, (_, index) => onList(20_000 + index))];
    // The values are a hundred and one or more when both spellings are asked at once, so E.164 goes first, and those it finds
    // are asked no more.
    expect((await look(many(100), { rows })).requests.map(({ exact }) => exact.length)).toEqual([100, 99]);
    expect(
      (await look(many(100), { rows: many(100).map((_, index) => onList(index)), pageSize: 100 })).requests,
    ).toHaveLength(1);
    const { requests, answer, kinds } = await look(many(10_000), { rows });
    // And a look at the list, which is too long to be read instead.
    expect(requests).toHaveLength(201);
    expect(answer.coverage).toMatchObject([{ kind: 'whole' }]);
    expect(kinds.flatMap((kind, index) => (kind === 'opted-out' ? [index] : []))).toEqual([3, 7777]);
  });

  test('foreign numbers have one spelling, and are asked once', async () => {
    const british = Array.from({ length: 250 }, (_, index) => `+44${7_700_900_000 + index}`);
    expect((await look(british, { rows: [onList(3)] })).requests).toHaveLength(3);
  });

  test('what is not found in E.164 is asked in the documented spelling as well', async () => {
    const { requests, kinds } = await look(many(250), { rows: [onList(3)], understands: 'national' });
    expect(requests).toHaveLength(6);
    expect(kinds.filter((kind) => kind === 'opted-out')).toHaveLength(1);
    expect(kinds[3]).toBe('opted-out');
  });

  test('numbers asked twice are asked once, and told under both', async () => {
    const { requests, kinds, found } = await look([n(1), n(2), n(1)], { rows: [onList(1)] });
    expect(requests[0]?.exact).toEqual(['+15553000001', '5553000001', '+15553000002', '5553000002']);
    expect(kinds).toEqual(['opted-out', 'not-found', 'opted-out']);
    expect(found.map(([index]) => index)).toEqual([0, 2]);
  });

  test('nothing asked is nothing sent', async () => {
    expect(await look([])).toMatchObject({ requests: [], answer: { answers: [], coverage: [{ kind: 'whole' }] } });
  });

  test('an answer in pages is followed to its end, and what it did not find asked again by itself', async () => {
    const rows = [0, 1, 2, 3, 4].map((index) => onList(index));
    const { requests, kinds } = await look(many(8), { rows, pageSize: 2 });
    expect(kinds).toEqual([...Array<string>(5).fill('opted-out'), ...Array<string>(3).fill('not-found')]);
    expect(requests).toHaveLength(4);
    expect(requests[3]?.exact.slice(0, 2)).toEqual([n(5), n(5).slice(2)]);
  });
});

test('numbers are not called absent while every look at the list finds more of them', async () => {
  const rows = Array.from({ length: 60 }, (_, index) => onList(index));
  // Rows already read go, so that others move onto pages that will not be asked for any more.
  const before = (_: number, list: PretendRow[], { path, exact }: PretendRequest) => {
    if (!path.includes('cursor')) return;
    const first = list.findIndex(({ digits }) => exact.includes(`+${digits}`));
    if (first !== -1) list.splice(first, 1);
  };
  const { answer, kinds } = await look(many(80), { rows, before, pageSize: 2, paging: 'offset', totalItems: 'absent' });
  expect(kinds).not.toContain('not-found');
  expect(answer.coverage).toMatchObject([
    { gaps: [{ failure: { message: expect.stringContaining('kept changing') } }] },
  ]);
});

describe('faults', () => {
  test('a failed batch spoils only its own numbers', async () => {
    const fault = (request: number) => (request === 2 ? failing('vendor-error', 500) : null);
    const { reasons, answer } = await look(many(300), { rows: [onList(0), onList(250)], fault });
    expect(reasons.filter((reason) => reason === 'vendor-error')).toHaveLength(100);
    expect(answer.coverage).toMatchObject([{ kind: 'partial', gaps: [{ failure: { reason: 'vendor-error' } }] }]);
  });

  test.each([400, 413, 414, 422, 431])(
    'a batch rejected with %i is halved down to the one bad number',
    async (rejection) => {
      const bad = n(42).slice(1);
      const { kinds, reasons, requests } = await look(many(100), {
        rows: [onList(0)],
        refuses: [bad],
        rejection,
      });
      expect(kinds.flatMap((kind, index) => (kind === 'could-not-check' ? [index] : []))).toEqual([42]);
      expect(reasons[42]).toBe('not-understood');
      // And one for the second spelling of all that were taken and not found.
      expect(requests.length).toBeLessThanOrEqual(1 + 2 * 7 + 1);
    },
  );

  test('a vendor that takes fewer numbers at a time is asked for fewer', async () => {
    const { kinds, requests } = await look(many(1000), { rows: [onList(0)], exactLimit: 30 });
    expect(kinds.filter((kind) => kind === 'not-found')).toHaveLength(999);
    // 40 for either spelling at 25 a request, and what it took to learn how many it takes.
    expect(requests.length).toBeLessThan(90);
  });

  test('a vendor that takes one value at a time gets every spelling of a number by itself', async () => {
    const { kinds, requests } = await look([n(0), n(1)], {
      rows: [onList(0)],
      exactLimit: 1,
      understands: 'national',
    });
    expect(kinds).toEqual(['opted-out', 'not-found']);
    expect(requests.filter(({ exact }) => exact.length === 1)).toHaveLength(4);
  });

  test('a refused key stops the account, not the others', async () => {
    const rows = [onList(0, 'b')];
    const vendorOf = (request: number) => (request === 1 ? failing('refused', 403) : null);
    const { kinds, requests } = await look([n(0), n(1)], { rows, accounts: ['a', 'b'], fault: vendorOf });
    expect(kinds).toEqual(['could-not-check,opted-out', 'could-not-check,not-found']);
    expect(requests).toHaveLength(2);
  });

  test('a refused key is not tried for every batch', async () => {
    const { reasons, requests } = await look(many(5000), { fault: () => failing('refused', 401) });
    expect(new Set(reasons)).toEqual(new Set(['refused']));
    expect(requests.length).toBeLessThanOrEqual(4);
  });

  test('a vendor that is down, or rejects everything, is not tried for every number', async () => {
    const down = await look(many(5000), { fault: () => failing('no-answer', null) });
    expect(new Set(down.reasons)).toEqual(new Set(['no-answer']));
    expect(down.requests.length).toBeLessThanOrEqual(11);
    const rejecting = await look(many(5000), { fault: () => failing('not-understood', 400) });
    expect(new Set(rejecting.reasons)).toEqual(new Set(['not-understood']));
    expect(rejecting.requests.length).toBeLessThanOrEqual(70);
  });

  test('a row that cannot be read leaves nothing of its batch not found', async () => {
    const fault = (): Fault => ({ kind: 'broken-row' });
    const { kinds, reasons, answer } = await look([n(0), n(1)], { rows: [onList(0)], fault });
    expect(kinds).toEqual(['opted-out', 'could-not-check']);
    expect(reasons[1]).toBe('incomplete');
    expect(answer.coverage).toMatchObject([{ gaps: [{ unreadable: [expect.stringContaining('/opt_outs/9')] }] }]);
    // Shown under "Details" of the number, as on the list.
    expect(answer.answers[1]).toMatchObject([{ failure: { detail: expect.stringContaining('/opt_outs/9') } }]);
  });

  test.each<[Fault, string]>([
    [{ kind: 'no-next' }, 'not-understood'],
    [{ kind: 'next', link: 'https://evil.example/a/opt_outs' }, 'incomplete'],
  ])(
    'records beside a way on that is not clear or not trusted (%o) stand, and nothing is not found',
    async (fault, reason) => {
      const { kinds, reasons } = await look([n(0), n(1)], { rows: [onList(0)], fault: () => fault });
      expect(kinds).toEqual(['opted-out', 'could-not-check']);
      expect(reasons[1]).toBe(reason);
    },
  );

  test('a total above what came leaves nothing not found', async () => {
    expect((await look([n(0), n(1)], { rows: [onList(0)], totalItems: 'too-many' })).reasons).toEqual([
      null,
      'incomplete',
    ]);
  });

  test('without an account nothing can be checked', async () => {
    expect((await look([n(0)], { accounts: [] })).reasons).toEqual(['not-configured']);
  });
});

test('a cancel keeps what was found and leaves nothing not found', async () => {
  const { kinds, reasons, requests, answer } = await look(many(2000), { rows: [onList(0)], stopAt: 6 });
  expect(kinds[0]).toBe('opted-out');
  expect(new Set(reasons.slice(1))).toEqual(new Set(['cancelled']));
  expect(requests.length).toBeLessThan(12);
  expect(answer.coverage).toMatchObject([{ kind: 'partial' }]);
});

test('progress never goes back and ends at the whole', async () => {
  const { progress } = await look(many(1000), { rows: [onList(3)], understands: 'national', accounts: ['a', 'b'] });
  const fractions = progress.map(({ fraction }) => fraction ?? 0);
  expect(fractions).toEqual(fractions.toSorted((one, other) => one - other));
  expect(progress.at(-1)).toMatchObject({
    fraction: 1,
    // Ten in each account, the list of one, which is a page, and the empty one of the other, which is asked ten more.
    requests: 32,
    rows: 1,
    words: expect.stringContaining('1 opt-out'),
  });
});
