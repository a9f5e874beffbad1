import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { describe, expect, test } from 'vitest';

import { countries, displayMsisdn, recordKeys } from './phone';

describe('displayMsisdn', () => {
  test.each([
    ['15553031234', '+1 555 303 1234'],
    ['447700900123', '+44 7700 900123'],
    ['4915123456789', '+49 1512 3456789'],
    ['5511912345678', '+55 11 91234 5678'],
    ['80012345678', '+800 1234 5678'],
    // Not as the plans would: they drop a zero of Mobivate's sample.
    ['4400111222', '+44 001 112 22'],
    ['99912345678', '+999 123 456 78'],
    ['12345678901234567890', '+1 234 567 890 123 456 7890'],
    ['1', '+1'],
    ['0', '+0'],
    ['', ''],
    ['n/a', 'n/a'],
    ['+15553031234', '+15553031234'],
    ['\u0665\u0665', '\u0665\u0665'],
  ])('%j is shown as %j', (digits, expected) => {
    expect(displayMsisdn(digits)).toBe(expected);
  });
});

describe('recordKeys', () => {
  test.each([
    ['15553031234', ['15553031234']],
    ['4400111222', ['4400111222', '440111222']],
    ['4407700900123', ['4407700900123', '447700900123']],
    ['789161234567', ['789161234567', '79161234567']],
    ['390612345678', ['390612345678']],
    ['5553031234', ['5553031234']],
    ['00447700900123', ['00447700900123', '447700900123']],
    ['07700900123', ['07700900123']],
    ['12345678901234567890', ['12345678901234567890']],
    ['', ['']],
    ['withheld', ['withheld']],
  ])('%j answers to %j', (digits, expected) => {
    expect(recordKeys(digits)).toEqual(expected);
  });
});

const codes = [...new Set(countries().map(({ callingCode }) => callingCode)), '800', '881', '979', '999', '0'];
const vendorDigits = fc
  .tuple(fc.constantFrom(...codes), fc.string({ unit: fc.constantFrom(...'0123456789'.split('')), maxLength: 14 }))
  .map(([code, national]) => code + national);

test('the quick ways agree with the library on every plan, and no digit is lost', () => {
  fc.assert(
    fc.property(vendorDigits, (digits) => {
      const shown = displayMsisdn(digits);
      expect(shown.replace(/\D/g, '')).toBe(digits);
      if (digits.startsWith('0')) return;
      const parsed = parsePhoneNumberFromString(`+${digits}`, { extract: false });
      const msisdn = parsed?.number.slice(1) ?? digits;
      expect(recordKeys(digits)).toEqual(msisdn === digits ? [digits] : [digits, msisdn]);
      const formatted = parsed?.formatInternational().replace(/[^\d+]+/g, ' ') ?? '';
      // Where the library changes digits, or does not group them at all, we group them plainly.
      const theirs = msisdn === digits && formatted.split(' ').length > 2;
      expect(theirs && shown !== formatted).toBe(false);
    }),
    { numRuns: 5000 },
  );
});

test('countries are all that can be a default, by name', () => {
  const all = countries();
  expect(all).toContainEqual({ code: 'US', callingCode: '1', name: 'United States' });
  expect(all).toContainEqual({ code: 'GB', callingCode: '44', name: 'United Kingdom' });
  expect(all.map(({ name }) => name)).toEqual(all.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, 'en')));
});
