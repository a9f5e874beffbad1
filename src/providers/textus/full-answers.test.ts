import { expect, test } from 'vitest';

import { BatchTrust } from './batch-trust';
import { isPageful } from './full-answers';
import { look, many, n, onList } from './testing/look';
import type { PretendBehaviour } from './testing/pretend-vendor';

const KINDS: readonly PretendBehaviour['understands'][] = ['any', 'e164', 'national-digits', 'as-stored'];

test.each([10, 20, 25, 32, 50, 100])(
  'answers cut off at %i rows, their end and no total stated: no number on the list is missed',
  async (pageSize) => {
    for (const [count, every] of [
      [30, 1],
      [60, 1],
      [100, 1],
      [300, 2],
      [450, 3],
    ] as const) {
      const rows = Array.from({ length: 1000 }, (_, index) => onList(index * every));
      for (const understands of KINDS) {
        const cut = () => ({ kind: 'cut' }) as const;
        const setup = {
          rows,
          pageSize,
          understands,
          totalItems: 'absent',
          fault: cut,
          trust: new BatchTrust(),
        } as const;
        const { kinds } = await look(many(count), setup);
        const listed = many(count).map((_, index) => (index % every === 0 ? 'opted-out' : 'not-found'));
        expect(kinds, `${count} ${every} ${understands}`).toEqual(listed);
      }
    }
  },
);

test('numbers of rows that no page has, or fewer than another answer had, cost no request more', async () => {
  const rows = Array.from({ length: 50 }, (_, index) => onList(index));
  const trust = new BatchTrust();
  const setup = { rows, pageSize: 100, trust };
  await look(many(90), setup);
  // Fifty of ninety were found, and the rest asked for again; now one less.
  const { requests } = await look(many(60, 1), setup);
  expect(requests.filter(({ exact }) => exact.includes(n(55)))).toHaveLength(1);
  expect([9, 11, 23, 33, 49, 51, 99, 101].filter(isPageful)).toEqual([]);
});

test('where an answer has gone on behind its first page, a full one is whole', async () => {
  const rows = Array.from({ length: 60 }, (_, index) => onList(index));
  const trust = new BatchTrust();
  await look(many(50), { rows, pageSize: 20, trust });
  const { requests } = await look(many(30, 40), { rows, pageSize: 20, trust });
  expect(requests.filter(({ exact }) => exact.length === 10)).toEqual([]);
});
