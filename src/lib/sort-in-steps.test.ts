import fc from 'fast-check';
import { expect, test } from 'vitest';

import { soakable } from './__fixtures__/soakable';
import { sortInSteps } from './sort-in-steps';

const byKey = (a: readonly [number, number], b: readonly [number, number]) => a[0] - b[0];

test('gives what the language itself would, equal items in their order', async () => {
  const lists = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 1500, size: 'max' });
  await fc.assert(
    fc.asyncProperty(lists, async (keys) => {
      const items = keys.map((key, place) => [key, place] as const);
      expect(await sortInSteps(items, byKey, () => Promise.resolve())).toEqual(items.toSorted(byKey));
    }),
    soakable(60),
  );
});

test('lets the page live on, and stops when told to', async () => {
  const items = Array.from({ length: 10_000 }, (_, place) => [(place * 7919) % 10_007, place] as const);
  let breaths = 0;
  await sortInSteps(items, byKey, () => {
    breaths += 1;
    return Promise.resolve();
  });
  expect(breaths).toBeGreaterThan(10_000 / 128);
  const stopped = sortInSteps(items, byKey, () =>
    breaths > 0 ? Promise.reject(new Error('stopped')) : Promise.resolve(),
  );
  await expect(stopped).rejects.toThrow('stopped');
});
