import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { dayOfBound, displayBound, normalizeBound, readPastedRange } from './range-text';

const bound = fc
  .record({
    day: fc.date({ min: new Date('2010-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }),
    timed: fc.boolean(),
  })
  .map(({ day, timed }) => day.toISOString().slice(0, timed ? 16 : 10));

describe('normalizeBound', () => {
  it.each([
    ['2026-11-21', '2026-11-21'],
    [' 2026-11-21 09:30 ', '2026-11-21T09:30'],
    ['2026/1/5', '2026-01-05'],
    ['2026.11.21 9:05', '2026-11-21T09:05'],
    ['2026-11-21T09:30', '2026-11-21T09:30'],
    ['2026/11/01', '2026-11-01'],
    ['20261101', '2026-11-01'],
    ['1 Nov 2026', '2026-11-01'],
    ['1st November 2026 9:30', '2026-11-01T09:30'],
    ['01-Sept-2026', '2026-09-01'],
    ['Nov 1 2026', '2026-11-01'],
    ['november 21, 2026, 09:30', '2026-11-21T09:30'],
    ['May 3rd 2026', '2026-05-03'],
    ['31 Feb 2026', '2026-02-31'],
    ['1 Nov', '1 Nov'],
    ['1 Nov 26', '1 Nov 26'],
    ['1 Novel 2026', '1 Novel 2026'],
    ['01/11/2026', '01/11/2026'],
    ['21/11/2026', '21/11/2026'],
    ['yesterday', 'yesterday'],
    ['', ''],
  ])('reads %j as %j', (typed, expected) => {
    expect(normalizeBound(typed)).toBe(expected);
  });

  it('reads back what is displayed', () => {
    fc.assert(
      fc.property(bound, (text) => {
        expect(normalizeBound(displayBound(text))).toBe(text);
      }),
    );
  });
});

describe('readPastedRange', () => {
  it('reads two bounds with any usual separator', () => {
    const separators = fc.constantFrom(' – ', '–', ' - ', ' to ', ' until ', '..', ', ', '\t', ' / ');
    fc.assert(
      fc.property(bound, bound, separators, (from, to, separator) => {
        expect(readPastedRange(`${displayBound(from)}${separator}${displayBound(to)}`)).toEqual({ from, to });
      }),
    );
  });

  it('reads two days with the month by name', () => {
    expect(readPastedRange('1 Nov 2026 – Nov 21, 2026')).toEqual({ from: '2026-11-01', to: '2026-11-21' });
    expect(readPastedRange('20261101-20261121')).toEqual({ from: '2026-11-01', to: '2026-11-21' });
  });

  it('leaves a single bound and other text alone', () => {
    for (const text of ['2026-11-21', '2026-11-21 09:30', 'from now on', '']) expect(readPastedRange(text)).toBeNull();
  });
});

it('dayOfBound knows no 31st of February', () => {
  expect(dayOfBound('2026-02-31')).toBeNull();
  expect(dayOfBound('2026-02-28T10:00')).toBe('2026-02-28');
  expect(dayOfBound('soon')).toBeNull();
});
