import { expect, test } from 'vitest';

import { BatchTrust } from './batch-trust';
import { look, many, n, onList, type Setup } from './testing/look';

/** Every number on the list, asked in lists of all lengths. */
async function expectAllFound(setup: Setup): Promise<void> {
  for (const texts of [many(150), many(40), many(10), [n(7)]]) {
    const trust = new BatchTrust();
    expect(new Set((await look(texts, { ...setup, trust })).kinds)).toEqual(new Set(['opted-out']));
    // What the first taught the session misleads no other.
    for (const more of [many(120, 30), [n(8)]])
      expect(new Set((await look(more, { ...setup, trust })).kinds)).toEqual(new Set(['opted-out']));
  }
}

test('a list kept in E.164, as ten digits and in brackets, compared letter by letter: nobody on it is missed', async () => {
  const rows = Array.from({ length: 300 }, (_, index) => onList(index));
  await expectAllFound({ rows, understands: 'as-stored' });
});

test('a list that shows both forms of the documentation and compares them letter by letter: nobody on it is missed', async () => {
  const rows = Array.from({ length: 300 }, (_, index) => ({ ...onList(index), bare: index % 4 !== 0 }));
  await expectAllFound({ rows, understands: 'as-shown' });
});

test('two records of one number, kept in two forms, prove nothing of the others', async () => {
  const rows = [0, 0, ...Array.from({ length: 200 }, (_, index) => index + 1)].map((index) => onList(index));
  const { kinds } = await look(many(150, 1), { rows, understands: 'as-stored', trust: new BatchTrust() });
  expect(new Set(kinds)).toEqual(new Set(['opted-out']));
});

test('two requests a session show that texts are not compared, and spare the third spelling ever after', async () => {
  const rows = [3, 500, 501].map((index) => onList(index));
  const trust = new BatchTrust();
  const setup: Setup = { rows, pageSize: 2, accounts: ['a', 'b'], trust };
  const asked = async (texts: readonly string[]) => (await look(texts, setup)).requests.flatMap(({ exact }) => exact);
  expect((await asked(many(150))).filter((value) => value.startsWith('('))).toEqual([]);
  expect(trust.readsAnyForm).toBe(true);
  expect((await asked([n(9)])).filter((value) => value.startsWith('('))).toEqual([]);
});
