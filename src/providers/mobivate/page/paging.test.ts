import { describe, expect, it } from 'vitest';

import { placeOf } from './paging';

describe('placeOf', () => {
  it.each([
    [1, 50, 0, { page: 1, last: 1, skipped: 0, beyond: false }],
    [2, 50, 3214, { page: 2, last: 65, skipped: 50, beyond: false }],
    [65, 50, 3214, { page: 65, last: 65, skipped: 3200, beyond: false }],
    [66, 50, 3214, { page: 65, last: 65, skipped: 3200, beyond: true }],
    [2, 50, 50, { page: 1, last: 1, skipped: 0, beyond: true }],
    [2, 25, 50, { page: 2, last: 2, skipped: 25, beyond: false }],
  ])('page %d of %d rows each, among %d', (asked, size, total, place) => {
    expect(placeOf(asked, size, total)).toEqual(place);
  });
});
