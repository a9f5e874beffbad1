import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { changedPreferences, parsePreferences } from './preferences';

const DEFAULTS = {
  theme: 'system',
  zone: null,
  country: null,
  density: 'comfortable',
  pageSize: 50,
  hiddenColumns: {},
  shortcuts: true,
};

describe('parsePreferences', () => {
  it('gives the defaults for nothing, for broken text and for other shapes', () => {
    for (const stored of [null, '', '{', 'null', '7', '[]', '"dark"']) {
      expect(parsePreferences(stored)).toEqual(DEFAULTS);
    }
  });

  it('keeps what is good and drops the rest, one by one', () => {
    const stored = { theme: 'dark', zone: 'Mars/Olympus', country: 'gb', pageSize: 100, number: '5553031234' };
    expect(parsePreferences(JSON.stringify(stored))).toEqual({ ...DEFAULTS, theme: 'dark', pageSize: 100 });
  });

  it('takes any stored text without throwing, and reads its own writing back', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (stored) => {
        const preferences = parsePreferences(stored);
        expect(parsePreferences(JSON.stringify(preferences))).toEqual(preferences);
      }),
    );
  });
});

describe('changedPreferences', () => {
  it('names what is not at its default, and nothing else', () => {
    const preferences = parsePreferences(null);
    expect(changedPreferences(preferences)).toEqual([]);
    expect(changedPreferences({ ...preferences, hiddenColumns: { Results: [] } })).toEqual([]);
    expect(
      changedPreferences({ ...preferences, theme: 'dark', shortcuts: false, hiddenColumns: { Results: ['line'] } }),
    ).toEqual(['theme', 'hiddenColumns', 'shortcuts']);
  });
});
