import { describe, expect, test } from 'vitest';

import { BatchTrust } from './batch-trust';
import { look, many, n, onList, type Setup } from './testing/look';

const COUNT = 3000;
const rows = (): ReturnType<typeof onList>[] => Array.from({ length: 60 }, (_, index) => onList(index * 100));

/** A lookup of numbers of which thirty are on a list of three pages; what a half of it costs is thirty requests. */
async function ask(setup: Setup = {}) {
  const { kinds, requests } = await look(many(COUNT), { rows: rows(), trust: new BatchTrust(), ...setup });
  return { found: kinds.flatMap((kind, place) => (kind === 'opted-out' ? [place] : [])), kinds, requests };
}

const every = (step: number): readonly number[] => Array.from({ length: COUNT / step }, (_, index) => index * step);

test('a short list is read twice instead of asking every number in another spelling', async () => {
  const { found, kinds, requests } = await ask();
  expect(found).toEqual(every(100));
  expect(new Set(kinds)).toEqual(new Set(['opted-out', 'not-found']));
  // Thirty in E.164, one to prove that batches are answered, and twice three pages.
  expect(requests.length).toBeLessThanOrEqual(37);
  expect(requests.filter(({ exact }) => exact.length === 0)).toHaveLength(6);
});

test('and finds what no spelling of ours would', async () => {
  const { found } = await ask({ understands: 'as-stored' });
  expect(found).toEqual(every(100));
});

describe('every number is asked in another spelling all the same', () => {
  const spelled = ({ requests }: Awaited<ReturnType<typeof ask>>) =>
    requests.filter(({ exact }) => exact.length > 2 && exact.every((value) => !value.startsWith('+'))).length;

  test.each<[string, Setup]>([
    ['where the list is long', { pageSize: 6 }],
    ['where its length is not told', { totalItems: 'absent' }],
    ['where it lacks a record that was found', { unlisted: ({ digits }) => digits === n(100).slice(1) }],
    ['where exact[] finds nothing by E.164', { understands: 'national' }],
  ])('%s', async (_, setup) => {
    const answer = await ask(setup);
    expect(answer.found).toEqual(every(100));
    expect(spelled(answer)).toBeGreaterThanOrEqual(30);
  });

  test('where a row goes while it is read, and none of those behind is missed', async () => {
    const world = rows();
    let pages = 0;
    const answer = await ask({
      rows: world,
      understands: 'as-stored',
      paging: 'offset',
      before: (_, list, { exact }) => {
        pages += exact.length === 0 ? 1 : 0;
        if (pages === 2 && list.length === 60) list.shift();
      },
    });
    expect(answer.found.filter((place) => place > 0)).toEqual(every(100).slice(1));
    expect(spelled(answer)).toBeGreaterThanOrEqual(29);
  });
});
