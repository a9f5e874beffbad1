import { expect, test } from 'vitest';

import { placesOf, type RestingClaim } from './resting-claims';

const claim = (from: number, ...points: readonly number[]): RestingClaim => ({
  interval: { from, to: from + 10 },
  points: Float64Array.from(points),
  unreadable: [],
});

test('the places of all claims stand in order, whichever was made first, and also where two overlap', () => {
  expect([...placesOf([claim(20, 21, 25), claim(0, 1, 1, 3)])]).toEqual([1, 1, 3, 21, 25]);
  expect([...placesOf([claim(5, 6, 14), claim(0, 1, 9)])]).toEqual([1, 6, 9, 14]);
  expect([...placesOf([])]).toEqual([]);
});
