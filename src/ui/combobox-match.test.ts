import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { exactOption, foldText, matchOptions } from './combobox-match';

const zones = ['America/New_York', 'America/Sao_Paulo', 'Australia/Sydney', 'Etc/GMT', 'Etc/GMT+1', 'UTC'].map(
  (zone) => ({ value: zone, label: zone, detail: zone === 'UTC' ? 'UTC+00:00' : 'UTC-05:00' }),
);
const values = (typed: string) => matchOptions(zones, typed).map((option) => option.value);

describe('matchOptions', () => {
  it('finds a zone by its city, in any case, with or without accents and underscores', () => {
    expect(values('sydney')).toEqual(['Australia/Sydney']);
    expect(values('new york')).toEqual(['America/New_York']);
    expect(values('são')).toEqual(['America/Sao_Paulo']);
    expect(values('york america')).toEqual(['America/New_York']);
  });

  it('puts an exact answer before one that only begins so', () => {
    expect(values('etc/gmt')).toEqual(['Etc/GMT', 'Etc/GMT+1']);
    expect(values('utc')[0]).toBe('UTC');
  });

  it('finds by detail, and nothing where nothing matches', () => {
    expect(values('+00:00')).toEqual(['UTC']);
    expect(values('zzz')).toEqual([]);
  });

  it('never loses the option whose name was typed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.boolean(), (zone, upper) => {
        const typed = upper ? zone.label.toUpperCase() : foldText(zone.label);
        expect(matchOptions(zones, typed)[0]).toBe(zone);
        expect(exactOption(zones, typed)).toBe(zone);
      }),
    );
  });
});

it('exactOption takes no half-typed name', () => {
  expect(exactOption(zones, 'Australia/Syd')).toBeNull();
  expect(exactOption(zones, '')).toBeNull();
});
