import { expect, test } from 'vitest';

import { BatchTrust } from './batch-trust';
import { Collected } from './collected';
import { readList } from './read-list';
import { parseCollection } from './schema';

/** More than a call can take as arguments: how many rows TextUs puts into a page is unknown. */
const MANY = 130_000;

const pageOf = (members: readonly unknown[]) => parseCollection({ members, view: { next: null } });
const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `/textus/opt_outs/+${9_990_000_000 + index}` }));

test('a list in one page of any length is read whole', async () => {
  const state = await readList(
    { account: 'a', filter: { kind: 'all' }, defaultCountry: 'US' },
    { signal: new AbortController().signal, resume: null, onState: () => undefined },
    {
      fetchPage: () => Promise.resolve(pageOf(numbered(MANY))),
      trust: new BatchTrust(),
      now: () => 5,
      waitingUntil: () => null,
      onWait: () => () => undefined,
    },
  );
  expect(state).toMatchObject({ kind: 'whole', optOuts: { length: MANY } });
});

test('any number of rows that cannot be read is kept, also where a reading goes on', () => {
  const collected = new Collected();
  collected.add(pageOf([...numbered(2), ...Array.from({ length: MANY }, (_, index) => index)]), 'a', 'US');
  const { optOuts, unreadable, size } = collected.copy();
  expect([optOuts.length, unreadable.length, size]).toEqual([2, MANY, MANY + 2]);
});
