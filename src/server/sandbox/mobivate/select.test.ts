import fc from 'fast-check';
import { expect, test } from 'vitest';

import { answerMobivate } from './answer';
import { DEFAULT_BEHAVIOUR, type MobivateBehaviour } from './behaviour';
import {
  createColumns,
  insertRow,
  removeRow,
  rowAt,
  withoutMobile,
  type MobivateData,
  type MobivateRow,
} from './columns';
import { createMobivateData } from './data';
import { countRows, selectRows, type MobivateQuery } from './select';

const orders = ['ascending', 'descending', 'shuffled'] as const;
const behaviours: fc.Arbitrary<MobivateBehaviour> = fc.record({
  order: fc.constantFrom(...orders),
  kept: fc.constantFrom('same', ...orders),
  startInclusive: fc.boolean(),
  endInclusive: fc.boolean(),
  page: fc.constantFrom('honoured', 'ignored', 'rejected'),
});
const times = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 60 });
const queries: fc.Arbitrary<MobivateQuery> = fc
  .tuple(fc.integer({ min: -2, max: 42 }), fc.nat(44), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 5 }))
  .map(([start, length, pageSize, page]) => ({ start, end: start + length, pageSize, page }));

function listOf(instants: readonly number[]): MobivateData {
  const data = createColumns(0);
  for (const [index, created] of instants.entries()) {
    insertRow(data, { id: 1000 + index, mobile: `1555${index}`, note: index % 3 === 0 ? null : 'MO', created });
  }
  return data;
}

const allRows = (data: MobivateData) => Array.from({ length: data.length }, (_, index) => rowAt(data, index));

/** The same answer by brute force. The shuffled order itself is taken as given: the order of the whole list. */
function expected(data: MobivateData, behaviour: MobivateBehaviour, query: MobivateQuery): readonly MobivateRow[] {
  const everything = { start: -1000, end: 1000, pageSize: 1000, page: 1 };
  const shuffled = selectRows(data, { ...DEFAULT_BEHAVIOUR, order: 'shuffled' }, everything).map(({ id }) => id);
  const sort = (rows: readonly MobivateRow[], order: (typeof orders)[number]) => {
    const rising = allRows(data).filter(({ id }) => rows.some((row) => row.id === id));
    if (order === 'ascending') return rising;
    if (order === 'descending') return rising.toReversed();
    return rising.toSorted((a, b) => shuffled.indexOf(a.id) - shuffled.indexOf(b.id));
  };
  const matching = allRows(data).filter(
    ({ created }) =>
      (behaviour.startInclusive ? created >= query.start : created > query.start) &&
      (behaviour.endInclusive ? created <= query.end : created < query.end),
  );
  const skip = behaviour.page === 'honoured' ? (query.page - 1) * query.pageSize : 0;
  const kept = sort(matching, behaviour.kept === 'same' ? behaviour.order : behaviour.kept);
  return sort(kept.slice(skip, skip + query.pageSize), behaviour.order);
}

test('an answer equals that of brute force, under every behaviour', () => {
  fc.assert(
    fc.property(times, behaviours, queries, (instants, behaviour, query) => {
      const data = listOf(instants);
      expect(selectRows(data, behaviour, query)).toEqual(expected(data, behaviour, query));
    }),
    { numRuns: 1000 },
  );
});

test('pages of a shuffled list are shuffled, all different, and make up the whole', () => {
  const data = createMobivateData({ now: Date.UTC(2026, 10, 22), seed: 1, rows: 25_000 });
  const behaviour = { ...DEFAULT_BEHAVIOUR, order: 'shuffled' as const };
  const query = { start: 0, end: Date.UTC(2027, 0, 1), pageSize: 1000 };
  const pages = Array.from({ length: 25 }, (_, index) => selectRows(data, behaviour, { ...query, page: index + 1 }));
  expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(25_000);
  expect(countRows(data, behaviour, { ...query, page: 1 })).toBe(25_000);
  const steps = pages.flat().map(({ created }, index, rows) => created > (rows[index - 1]?.created ?? 0));
  expect(steps.filter(Boolean).length).toBeGreaterThan(10_000);
  expect(steps.filter(Boolean).length).toBeLessThan(15_000);
});

test('rows put in, taken off and hidden leave a list in order', () => {
  fc.assert(
    fc.property(times, fc.array(fc.nat(59), { maxLength: 10 }), (instants, removals) => {
      const data = listOf(instants);
      let model = instants
        .map((created, index) => ({ created, index }))
        .toSorted((a, b) => a.created - b.created || a.index - b.index);
      for (const place of removals) {
        removeRow(data, place);
        model = model.filter((_, index) => index !== place);
      }
      expect(allRows(data).map(({ id }) => id)).toEqual(model.map(({ index }) => 1000 + index));
      const hidden = withoutMobile(data, '15557');
      expect(allRows(hidden)).toEqual(allRows(data).filter(({ mobile }) => mobile !== '15557'));
    }),
  );
});

test('a mobile that is no plain number is kept as it is', () => {
  const mobiles = ['4400111222', '007', '12345678901234567890', '+1', '', 'anonymous', '0', '999999999999999'];
  const data = createColumns(0);
  for (const [index, mobile] of mobiles.entries()) insertRow(data, { id: index, mobile, note: null, created: index });
  expect(allRows(data).map(({ mobile }) => mobile)).toEqual(mobiles);
  expect(withoutMobile(data, 'anonymous').length).toBe(mobiles.length - 1);
});

test('a query string is answered without a server too', () => {
  const data = listOf([1000, 2000, 3000]);
  const answer = answerMobivate(data, DEFAULT_BEHAVIOUR, '?startDate=1970-01-01&endDate=1970-01-01T00:00:03%2B0000');
  expect(answer).toEqual({ status: 200, body: [rowAt(data, 1), rowAt(data, 0)] });
});
