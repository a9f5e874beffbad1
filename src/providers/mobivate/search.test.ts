import * as fc from 'fast-check';
import { createLoader, createSerializer } from 'nuqs';
import { describe, expect, it } from 'vitest';

import { moveDay } from '../../lib/date-range';
import { PAGE_SIZES, searchParsers, SORTS } from './search';

const load = createLoader(searchParsers);
const serialize = createSerializer(searchParsers);

const DEFAULTS = { from: null, to: null, tz: null, find: '', size: 50, page: 1, sort: 'time-desc' };

const twoDigits = (max: number) => fc.nat({ max }).map((number) => String(number).padStart(2, '0'));
const moments = fc.record({
  day: fc.integer({ min: -20_000, max: 20_000 }).map((days) => moveDay('2026-11-21', days)),
  time: fc.option(
    fc.oneof(
      fc.tuple(twoDigits(23), twoDigits(59)).map((parts) => parts.join(':')),
      fc.tuple(twoDigits(23), twoDigits(59), twoDigits(59)).map((parts) => parts.join(':')),
    ),
  ),
});
const searches = fc.record({
  from: fc.option(moments),
  to: fc.option(moments),
  tz: fc.option(fc.constantFrom('Australia/Sydney', 'UTC', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5')),
  find: fc.oneof(fc.constantFrom('', '+44 77', '4400', '%2B', 'a&page=3', '٤٤'), fc.string({ unit: 'grapheme' })),
  size: fc.constantFrom(...PAGE_SIZES),
  page: fc.integer({ min: 1, max: 9_999_999 }),
  sort: fc.constantFrom(...SORTS),
});

describe('searchParsers', () => {
  it('reads back every filter that it writes', () => {
    fc.assert(
      fc.property(searches, (search) => {
        expect(load(serialize(search))).toEqual(search);
      }),
    );
  });

  it('reads the link of the contract', () => {
    const link =
      '/mobivate?from=2026-11-01&to=2026-11-21T09:30&tz=Australia/Sydney&find=4400&size=25&page=2&sort=number-asc';
    const query = link.slice(link.indexOf('?'));
    expect(load(query)).toEqual({
      from: { day: '2026-11-01', time: null },
      to: { day: '2026-11-21', time: '09:30' },
      tz: 'Australia/Sydney',
      find: '4400',
      size: 25,
      page: 2,
      sort: 'number-asc',
    });
    expect(serialize(load(query))).toBe(query);
  });

  it('takes what it cannot read as if it were not there, and never throws', () => {
    const wrong = '?from=2026-02-31&to=yesterday&tz=Mars/Base&size=51&page=0&sort=colour';
    expect(load(wrong)).toEqual(DEFAULTS);
    const values = fc.oneof(
      fc.string({ unit: 'grapheme-ascii' }),
      fc.constantFrom('1e3', '02', '-1', '+05:30', '2026-13-01'),
    );
    fc.assert(
      fc.property(fc.constantFrom('from', 'to', 'tz', 'size', 'page', 'sort'), values, (name, value) => {
        const read: Record<string, unknown> = load(new URLSearchParams([[name, value]]));
        const written = new URLSearchParams(serialize(load(new URLSearchParams([[name, value]])))).get(name);
        expect(Object.keys(read)).toEqual(Object.keys(DEFAULTS));
        expect(load(new URLSearchParams(written === null ? [] : [[name, written]]))).toEqual(read);
      }),
    );
  });
});
