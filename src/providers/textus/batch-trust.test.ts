import { describe, expect, test } from 'vitest';

import { BatchTrust, shownBy } from './batch-trust';
import { toOptOut } from './opt-out';
import { parseCollection } from './schema';
import { look, many, n, onList } from './testing/look';
import type { PretendRow } from './testing/pretend-vendor';

const list = [900, 901, 902, 3, 7].map((index) => onList(index));

describe('a server that looks at some of the values only, without a word', () => {
  test.each([1, 2, 10, -1, -2, -10] as const)('so many (%i): no number on the list is missed', async (takes) => {
    const { kinds } = await look(many(10), { rows: list, takes, pageSize: 2, trust: new BatchTrust() });
    expect(kinds.flatMap((kind, index) => (kind === 'opted-out' ? [index] : []))).toEqual([3, 7]);
    expect(new Set(kinds)).toEqual(new Set(['opted-out', 'not-found']));
  });

  test.each([1, -1] as const)('one (%i) of the spellings of a single number', async (takes) => {
    for (const understands of ['e164', 'national'] as const) {
      const { kinds } = await look([n(3)], { rows: list, takes, understands, pageSize: 2, trust: new BatchTrust() });
      expect(kinds).toEqual(['opted-out']);
    }
  });

  test('a few from the start: batches get smaller, not single', async () => {
    const rows = Array.from({ length: 400 }, (_, index) => onList(index * 5));
    const { kinds, requests } = await look(many(1000), { rows, takes: 50, trust: new BatchTrust() });
    expect(kinds.flatMap((kind, index) => (kind === 'opted-out' ? [index] : []))).toHaveLength(200);
    expect(requests.length).toBeLessThan(80);
  });

  test('none of them: the whole list comes, and is read', async () => {
    const { kinds, answer } = await look([n(3), n(4)], { rows: list, takes: 'none', trust: new BatchTrust() });
    expect(kinds).toEqual(['opted-out', 'not-found']);
    expect(answer.unasked).toHaveLength(4);
  });
});

describe('a list that shows less than exact[] finds is no proof that the rest is absent', () => {
  const rows = [0, 50, 60, 99, 900].map((index) => onList(index));
  test.each<[string, (row: PretendRow) => boolean]>([
    ['it is empty', () => true],
    ['it holds another record only', ({ digits }) => digits !== n(900).slice(1)],
  ])('%s', async (_, unlisted) => {
    const { kinds, answer } = await look(many(100), { rows, takes: 10, unlisted, trust: new BatchTrust() });
    expect(kinds.flatMap((kind, index) => (kind === 'opted-out' ? [index] : []))).toEqual([0, 50, 60, 99]);
    expect(answer.coverage).toMatchObject([{ kind: 'whole' }]);
  });

  test('ten thousand numbers against an empty list are not asked one by one, a few are', async () => {
    const { requests, kinds, progress } = await look(many(10_000), { rows: [], trust: new BatchTrust() });
    // A hundred batches in either spelling, the list, and 32 numbers in either spelling.
    expect(requests).toHaveLength(265);
    expect(new Set(kinds)).toEqual(new Set(['not-found']));
    expect(progress.at(-1)?.fraction).toBe(1);
  });

  test('one of the few found is enough to ask every number by itself', async () => {
    const rows = Array.from({ length: 200 }, (_, index) => onList(index * 2 + 1));
    const { kinds } = await look(many(400), { rows, takes: 1, unlisted: () => true, trust: new BatchTrust() });
    expect(kinds).toEqual(many(400).map((_, index) => (index % 2 === 1 ? 'opted-out' : 'not-found')));
  });

  test('the few could not be asked: nothing is absent on the word of batches alone', async () => {
    const error = { kind: 'error', reason: 'vendor-error', status: 500 } as const;
    const fault = (request: number) => (request > 9 ? error : null);
    const { kinds } = await look(many(400), { rows: [], trust: new BatchTrust(), fault });
    expect(new Set(kinds)).toEqual(new Set(['could-not-check']));
  });

  test('an empty list is asked in single values only until another account has shown that batches are answered', async () => {
    const rows = [900, 901, 902].map((index) => onList(index, 'b'));
    const setup = { rows, pageSize: 2, accounts: ['a', 'b'], trust: new BatchTrust() };
    const { kinds, requests, progress } = await look(many(400), setup);
    expect(new Set(kinds)).toEqual(new Set(['not-found,not-found']));
    expect(requests.length).toBeLessThan(60);
    expect(progress.at(-1)?.fraction).toBe(1);
  });
});

test('a next page that lost the question teaches nothing about batches, nor about spellings', async () => {
  for (const understands of ['any', 'national'] as const) {
    for (let faulty = 1; faulty <= 12; faulty += 1) {
      const { kinds } = await look([n(1), n(7)], {
        rows: [3, 5].map((index) => onList(index)).concat(onList(7, 'b')),
        accounts: ['a', 'b'],
        takes: 1,
        understands,
        pageSize: 1,
        trust: new BatchTrust(),
        fault: (request) => (request === faulty ? { kind: 'next', link: '/a/opt_outs' } : null),
      });
      expect([faulty, kinds[1]]).not.toEqual([faulty, 'not-found,not-found']);
    }
  }
});

test.each([
  ['once', { 3: [0] }],
  ['in two readings running', { 3: [0], 6: [1, 2] }],
])('a number that slips between two pages of the whole list %s is found all the same', async (_often, leaving) => {
  const { kinds } = await look([n(4)], {
    rows: Array.from({ length: 8 }, (_, index) => onList(index)),
    takes: 'none',
    paging: 'offset',
    pageSize: 2,
    totalItems: 'absent',
    before: (request, rows) => {
      const gone = new Map<number, readonly number[]>(Object.entries(leaving).map(([at, who]) => [Number(at), who]));
      for (const index of gone.get(request) ?? []) {
        const digits = n(index).slice(1);
        rows.splice(
          rows.findIndex((row) => row.digits === digits),
          1,
        );
      }
    },
  });
  expect(kinds).toEqual(['opted-out']);
});

describe('a server that finds nothing by exact[]', () => {
  test.each([1, 20, 150])('no "Not found" of %i numbers stands, and the reason is said', async (count) => {
    const rows = Array.from({ length: 30 }, (_, index) => onList(index));
    const { kinds, reasons } = await look(many(count, 25), { rows, blind: true, pageSize: 5, trust: new BatchTrust() });
    expect(kinds).not.toContain('not-found');
    const left = kinds.filter((kind) => kind === 'could-not-check').length;
    expect(left).toBeGreaterThan(0);
    expect(reasons.filter((reason) => reason === 'known-number-missing')).toHaveLength(left);
  });
});

test('a server whose rows cannot be read is not said to find nothing', async () => {
  const rows = Array.from({ length: 30 }, (_, index) => onList(index));
  const fault = (request: number) => (request > 2 ? ({ kind: 'broken-row' } as const) : null);
  const { reasons } = await look([n(99)], { rows, blind: true, pageSize: 5, trust: new BatchTrust(), fault });
  expect(reasons).toEqual(['incomplete']);
});

test('numbers of another country than the default, under ids that name none, are no sign of a server that finds nothing', async () => {
  const rows = [3, 4, 5, 6].map((index): PretendRow => ({ digits: n(index).slice(1), account: 'a', plainId: true }));
  const { reasons, kinds } = await look(['+61 491 570 156'], {
    rows,
    country: 'AU',
    pageSize: 2,
    trust: new BatchTrust(),
  });
  expect([kinds, reasons]).toEqual([['not-found'], [null]]);
});

describe('what the proof costs', () => {
  test('two requests in the first lookup of a session that leaves a number absent, none ever after', async () => {
    const trust = new BatchTrust();
    const setup = { rows: list, trust, pageSize: 3, accounts: ['a', 'b'] };
    expect((await look([n(1)], setup)).requests).toHaveLength(4);
    expect((await look([n(1)], setup)).requests).toHaveLength(2);
    // Ninety numbers are a request in E.164 and one as ten digits, in each account, and once two that spare the third spelling.
    expect((await look(many(90), setup)).requests).toHaveLength(6);
    expect((await look(many(90), setup)).requests).toHaveLength(4);
  });

  test('nothing when all are found, and one request when two are', async () => {
    expect((await look([n(3)], { rows: list, trust: new BatchTrust() })).requests).toHaveLength(1);
    expect((await look([n(3), n(5), n(7)], { rows: list, trust: new BatchTrust() })).requests).toHaveLength(2);
  });

  test('one request when the first page is the whole list', async () => {
    expect((await look([n(1)], { rows: list, trust: new BatchTrust() })).requests).toHaveLength(2);
  });

  test('five requests for ten thousand numbers that are on no list, each asked in E.164 and as ten digits', async () => {
    const rows = Array.from({ length: 100 }, (_, index) => onList(index));
    const { requests, kinds } = await look(many(10_000, 1000), { rows, pageSize: 3, trust: new BatchTrust() });
    // A fifth of what TextUs allows in five minutes. Nothing that one record shows spares the second spelling of the others.
    expect(requests).toHaveLength(204);
    expect(new Set(kinds)).toEqual(new Set(['not-found']));
  });
});

test('what cannot be proved for want of an answer is not called absent', async () => {
  const { reasons } = await look([n(1)], {
    rows: list,
    trust: new BatchTrust(),
    fault: (request) => (request === 2 ? { kind: 'error', reason: 'vendor-error', status: 500 } : null),
  });
  expect(reasons).toEqual(['vendor-error']);
});

test('an answer shows no more than the least it can mean', () => {
  const records = parseCollection({ members: [{ id: '/x/+15553000002' }], view: { next: null } }).members.flatMap(
    (member) => toOptOut(member, 'a', 'US') ?? [],
  );
  const at = (place: number, own: readonly string[]) =>
    shownBy(
      Array.from({ length: 10 }, (_, index) => own[index - place] ?? `+1555300${1000 + index}`),
      records,
    ).extent.values;
  expect([0, 1, 4, 5, 9].map((place) => at(place, ['+15553000002']))).toEqual([1, 2, 5, 5, 1]);
  expect(at(4, ['+15553000002', '5553000002'])).toBe(5);
  expect(at(5, ['+15553000002', '5553000002'])).toBe(4);
  expect(shownBy(['+15553000009'], records).extent.values).toBe(0);
});
