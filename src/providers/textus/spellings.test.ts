import { expect, test } from 'vitest';

import { BatchTrust } from './batch-trust';
import { look, many, n, onList, type Setup } from './testing/look';

test('a list kept half in E.164 and half in national form, compared letter by letter: nobody on it is missed', async () => {
  const rows = Array.from({ length: 300 }, (_, index) => onList(index));
  const trust = new BatchTrust();
  const setup: Setup = { rows, understands: 'as-stored', trust };
  for (const texts of [many(150), many(10), [n(7)]]) {
    expect(new Set((await look(texts, setup)).kinds)).toEqual(new Set(['opted-out']));
  }
});
