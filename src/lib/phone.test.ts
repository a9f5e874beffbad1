import { describe, expect, test } from 'vitest';

import { readNumber, readPiece, type PieceReading } from './phone';
import { MARKERS } from './phone-markers.cases';
import { PLANS } from './phone-plans.cases';
import { PROBLEMS } from './phone-problems.cases';
import { TAILS } from './phone-tails.cases';
import { WRITING, type PhoneCase } from './phone.cases';

/** A reading in the short form of the cases. */
function short(piece: PieceReading): string {
  if (piece.kind === 'not-a-number') return `!${piece.problem}`;
  if (piece.kind === 'several') return piece.parts.map(({ readings }) => readings[0].msisdn).join('&');
  return piece.readings
    .map(({ possible, country, msisdn }) => `${possible ? (country ?? '') : '?'}:${msisdn}`)
    .join(' ');
}

describe.each([
  ['ways of writing', WRITING],
  ['numbering plans', PLANS],
  ['problems', PROBLEMS],
  ['markers of lists', MARKERS],
  ['what stands behind', TAILS],
])('%s', (_, cases: readonly PhoneCase[]) => {
  test.each(cases)('%j in %s', (text, country, expected) => {
    expect(short(readPiece(text, country))).toBe(expected);
  });
});

test('there are at least 500 different inputs', () => {
  const all = [...WRITING, ...PLANS, ...PROBLEMS, ...MARKERS, ...TAILS];
  expect(new Set(all.map(([text]) => text)).size).toBeGreaterThanOrEqual(500);
});

test('a text with several numbers is no single number', () => {
  expect(readNumber('5553031234 5552221234', 'US')).toEqual({ kind: 'not-a-number', problem: 'several' });
});

test('a reading carries everything a check needs', () => {
  expect(readNumber('(555) 303-1234', 'US')).toEqual({
    kind: 'number',
    readings: [
      {
        msisdn: '15553031234',
        as: 'national',
        country: 'US',
        display: '+1 555 303 1234',
        keys: ['15553031234'],
        possible: true,
      },
      {
        msisdn: '5553031234',
        as: 'international',
        country: null,
        display: '+55 530 312 34',
        keys: ['5553031234'],
        possible: true,
      },
    ],
  });
});

/** Keys of each reading. */
function keys(text: string, country: string): readonly (readonly string[])[] {
  const reading = readNumber(text, country);
  return reading.kind === 'number' ? reading.readings.map((one) => one.keys) : [];
}

describe('keys', () => {
  test("Mobivate's sample is asked with and without the zero that parsing drops", () => {
    expect(keys('4400111222', 'US')).toEqual([['14400111222'], ['4400111222', '440111222']]);
    expect(keys('+4400111222', 'US')).toEqual([['4400111222', '440111222']]);
  });
  test('a trunk zero written after the country code is asked both ways', () => {
    expect(keys('+44 (0) 7700 900123', 'US')).toEqual([['447700900123', '4407700900123']]);
  });
  test('digits that are no international number are a spelling of the national one', () => {
    expect(keys('07700 900123', 'GB')).toEqual([['447700900123', '07700900123', '7700900123']]);
    expect(keys('(940) 850-3220', 'US')).toEqual([['19408503220', '9408503220']]);
  });
  test('hold what people write at home, however the number was written', () => {
    for (const text of ['07700 900123', '+44 7700 900123', '447700900123', '0044 7700 900123', '+44 (0)7700 900123'])
      expect(keys(text, 'GB')[0]).toContain('07700900123');
    for (const text of ['0171 2345678', '1712345678', '+49 171 2345678'])
      expect(keys(text, 'DE')[0]).toEqual(expect.arrayContaining(['491712345678', '01712345678', '1712345678']));
    expect(keys('+1 940 850 3220', 'US')).toEqual([['19408503220', '9408503220']]);
    // Those of another country are not written so here, and these digits may be a number of another one.
    expect(keys('+44 7700 900123', 'US')).toEqual([['447700900123']]);
    expect(keys('+1 555 303 1234', 'US')).toEqual([['15553031234']]);
  });
  test('digits that are an international number too are not', () => {
    expect(keys('5553031234', 'US')).toEqual([['15553031234'], ['5553031234']]);
  });
  test('a number with the mobile sign of Mexico or Argentina is asked without it too, and the other way round', () => {
    const mexican = [['525512345678', '5215512345678']];
    for (const text of ['+52 1 55 1234 5678', '+525512345678', '5215512345678'])
      expect(keys(text, 'US')).toEqual(mexican);
    expect(keys('+54 9 11 2345 6789', 'US')).toEqual([['5491123456789', '541123456789']]);
    expect(keys('+54 11 2345 6789', 'US')).toEqual([['541123456789', '5491123456789']]);
  });
  test('digits possible nowhere are asked as they are', () => {
    expect(keys('07700900123', 'US')).toEqual([['07700900123']]);
  });
});

/** Texts of the parts of a piece with several numbers. */
function parts(text: string): readonly string[] {
  const piece = readPiece(text, 'US');
  return piece.kind === 'several' ? piece.parts.map((part) => part.text) : [];
}

describe('several numbers keep their own part of the text', () => {
  test.each<[string, readonly string[]]>([
    ['555-303-1234 / 555-222-1234', ['555-303-1234', '555-222-1234']],
    ['home 5553031234 x9 work 5552221234', ['home 5553031234 x9', 'work 5552221234']],
    ['5553031234 (home) 5552221234 (work)', ['5553031234 (home)', '5552221234 (work)']],
    ['+1 555 303 1234+1 555 222 1234', ['+1 555 303 1234', '+1 555 222 1234']],
    ['\u200b\uff15553031234\u3000\u{1f4de}5552221234', ['\u200b\uff15553031234\u3000\u{1f4de}', '5552221234']],
  ])('%j', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });
});

describe('digits one short or long for the default country', () => {
  const offByOne = (text: string, country: string) => {
    const reading = readNumber(text, country);
    return reading.kind === 'number' ? reading.readings.map((one) => one.offByOne) : reading.problem;
  };
  test.each([
    ['270555187', 'US', { digits: 9, off: 'short', country: 'US', readAs: 'ZA' }],
    ['20155510270', 'US', { digits: 11, off: 'long', country: 'US', readAs: 'EG' }],
    ['61412345678', 'CA', { digits: 11, off: 'long', country: 'CA', readAs: 'AU' }],
    ['6123456789', 'ES', { digits: 10, off: 'long', country: 'ES', readAs: 'AU' }],
  ])('%j in %s says so beside the other country', (text, country, expected) => {
    expect(offByOne(text, country)).toEqual([expected]);
  });
  test.each([
    ['+27555187', 'US'],
    ['0020155510270', 'US'],
    ['447700900123', 'US'],
    ['15553031234', 'US'],
    // A trunk zero is missing: meant as international.
    ['15553031234', 'GB'],
    ['33612345678', 'DE'],
  ])('%j in %s is in no doubt', (text, country) => {
    expect(offByOne(text, country)).not.toContainEqual(expect.anything());
  });
});

test('digits that no North American number begins with are looked up, but not taken as understood', () => {
  const reading = readNumber('0491 570 000', 'US');
  expect(reading.kind === 'number' && reading.readings.map(({ possible }) => possible)).toEqual([false]);
  expect(readNumber('0491 570 000', 'AU')).toMatchObject({ readings: [{ msisdn: '61491570000', possible: true }] });
});
