import { getExampleNumber } from 'libphonenumber-js/min';
import examples from 'libphonenumber-js/examples.mobile.json';
import { describe, expect, test } from 'vitest';

import { countries, readPiece } from './phone';
import { knownCountry } from './phone-plan';

interface Mobile {
  readonly code: string;
  readonly callingCode: string;
  readonly msisdn: string;
  /** Without country code and trunk prefix. */
  readonly significant: string;
  readonly national: string;
  readonly international: string;
}

/** A mobile number of every country that has one, as its people write it. */
const mobiles = countries().flatMap(({ code, callingCode }): readonly Mobile[] => {
  const country = knownCountry(code);
  const example = country === null ? undefined : getExampleNumber(country, examples);
  if (example === undefined) return [];
  const { number, nationalNumber } = example;
  const [national, international] = [example.formatNational(), example.formatInternational()];
  return [{ code, callingCode, msisdn: number.slice(1), significant: nationalNumber, national, international }];
});
/** On islands with numbers of four to six digits, digits left over make other possible numbers; there is no telling. */
const ordinary = mobiles.filter(({ significant }) => significant.length > 6);

/** All that would be looked up, preferred first; the problem when nothing would. */
function read(text: string, country: string): readonly string[] {
  const piece = readPiece(text, country);
  if (piece.kind === 'not-a-number') return [piece.problem];
  return piece.kind === 'number' ? piece.readings.map(({ msisdn }) => msisdn) : ['several'];
}

test('there are enough', () => {
  expect(mobiles.length).toBeGreaterThan(230);
  expect(ordinary.length).toBeGreaterThan(220);
});

describe('a mobile number of every country', () => {
  test.each(mobiles)('$code $international', ({ code, callingCode, msisdn, significant, international }) => {
    for (const country of [code, 'US', 'GB', 'XX']) {
      expect(read(international, country)).toEqual([msisdn]);
      expect(read(`00${msisdn}`, country)).toContain(msisdn);
      expect(read(`+${callingCode} (0) ${significant}`, country)[0]).toBe(msisdn);
    }
    expect(read(`011 ${international.slice(1)}`, 'US')).toEqual([msisdn]);
  });

  test.each(ordinary)('$code $national at home, and bare abroad', ({ code, msisdn, significant, national }) => {
    expect(read(national, code)[0]).toBe(msisdn);
    expect(read(significant, code)[0]).toBe(msisdn);
    expect(read(msisdn, 'US')).toContain(msisdn);
  });

  test.each(ordinary)(
    '$code $national with more digits behind is none',
    ({ code, msisdn, significant, national, international }) => {
      for (const text of [national, international, significant, msisdn]) {
        for (const more of [' 5', ' 12', ' / 123']) expect(readPiece(text + more, code).kind).toBe('not-a-number');
      }
    },
  );

  test.each(ordinary)('$code $national twice is one number', ({ code, msisdn, national, international }) => {
    expect(read(`${national} / ${national}`, code)[0]).toBe(msisdn);
    expect(read(`${international} ${international}`, code)).toEqual([msisdn]);
  });
});
