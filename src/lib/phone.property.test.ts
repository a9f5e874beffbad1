import fc from 'fast-check';
import { expect, test } from 'vitest';

import { readNumber, readPiece, type Reading } from './phone';

/** Writes digits in groups with a gap between, as a country's people do. */
type Writing = (groups: readonly string[]) => string;

const GAPS = [
  ' ',
  '-',
  '.',
  '\u00a0',
  '\u2009',
  '\u3000',
  '\u2010',
  '\u2011',
  '\u2013',
  '\u2212',
  '\uff0d',
  ' - ',
  '\u200b',
];
const SCRIPTS = [0x30, 0x660, 0x6f0, 0x966, 0xff10, 0xe50];
const DIGITS = '0123456789'.split('');
/** What number readers stumble over, half a surrogate pair among it. */
const SIGNS = '0123456789+-.() /x#,;eE:*|[]a\u0665\uff15\u200b\ud83d'.split('');
const BEFORE = ['', ' ', "'", '"', 'Jane: ', 'Tel. ', 'tel:', '\u202a', '\ufeff', '\u260e ', '<', 'Ren\u00e9 (m) '];
const AFTER = ['', ' ', '"', ' Jane', ' x12', ' ext. 7', ';ext=12', ' (home)', '\u202c', '>', ' \u738b', '.'];

const inScript =
  (zero: number) =>
  (text: string): string =>
    text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

const decoration = fc.record({
  before: fc.constantFrom(...BEFORE),
  after: fc.constantFrom(...AFTER),
  script: fc.constantFrom(...SCRIPTS).map(inScript),
  gap: fc.constantFrom(...GAPS),
  brackets: fc.boolean(),
});

/** North American numbers without country code, in their groups. */
const american = fc
  .tuple(fc.integer({ min: 200, max: 999 }), fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 9999 }))
  .map(([area, exchange, line]) => [String(area), String(exchange).padStart(3, '0'), String(line).padStart(4, '0')]);

function readings(text: string): readonly Reading[] | string {
  const read = readNumber(text, 'US');
  return read.kind === 'number' ? read.readings : `${text}: ${read.problem}`;
}

function preferred(text: string): string {
  const read = readNumber(text, 'US');
  return read.kind === 'number' ? read.readings[0].msisdn : `${text}: ${read.problem}`;
}

test('a bare number reads the same however it is decorated', () => {
  fc.assert(
    fc.property(american, decoration, (groups, { before, after, script, gap, brackets }) => {
      const [area = '', ...others] = groups;
      const write: Writing = (all) => before + script(all.join(gap)) + after;
      expect(readings(write([brackets ? `(${area})` : area, ...others]))).toEqual(readings(groups.join('')));
    }),
    { numRuns: 2000 },
  );
});

const international = fc
  .constantFrom(
    '44 7700 900123',
    '61 412 345 678',
    '49 1512 3456789',
    '33 6 12 34 56 78',
    '91 98765 43210',
    '55 11 91234 5678',
  )
  .map((number) => number.split(' '));

test('an international number reads the same with +, 00 and 011, and however it is decorated', () => {
  const prefix = fc.constantFrom('+', '+ ', '\uff0b', '00', '00 ', '011 ', '(+');
  fc.assert(
    fc.property(international, prefix, decoration, (groups, plus, { before, after, script, gap }) => {
      const [code = '', ...others] = groups;
      const first = plus === '(+' ? `(+${code})` : `${plus}${code}`;
      expect(preferred(before + script([first, ...others].join(gap)) + after)).toBe(groups.join(''));
    }),
    { numRuns: 2000 },
  );
});

test('a decimal from a spreadsheet reads as the number', () => {
  fc.assert(
    fc.property(american, fc.constantFrom('.0', '.00', ',0'), (groups, decimals) => {
      expect(readings(groups.join('') + decimals)).toEqual(readings(groups.join('')));
    }),
  );
});

test('two numbers on one piece are both read, in order, and never merged', () => {
  const between = fc.constantFrom(' ', ' / ', '/', ' or ', ' & ', '  ', ' +1 ', '\u3000');
  fc.assert(
    fc.property(american, american, between, fc.constantFrom('', ' ', '-', '.'), (one, other, border, gap) => {
      fc.pre(one.join('') !== other.join(''));
      const piece = readPiece(one.join(gap) + border + other.join(gap), 'US');
      const found = piece.kind === 'several' ? piece.parts.map(({ readings }) => readings[0].msisdn) : piece;
      expect(found).toEqual([`1${one.join('')}`, `1${other.join('')}`]);
    }),
    { numRuns: 1000 },
  );
});

test('digits left over behind a whole number never make another number of it', () => {
  // Not `.0`, which is a decimal.
  const extra = fc
    .string({ unit: fc.constantFrom(...DIGITS), minLength: 1, maxLength: 5 })
    .filter((digits) => /[1-9]/.test(digits));
  const border = fc.constantFrom(' ', '-', '.', '/', ' - ', ' / ');
  fc.assert(
    fc.property(
      fc.oneof(
        american,
        american.map((groups) => ['1'].concat(groups)),
      ),
      fc.constantFrom('', ' ', '-', '.'),
      border,
      extra,
      (groups, gap, between, digits) => {
        expect(readPiece(groups.join(gap) + between + digits, 'US').kind).toBe('not-a-number');
      },
    ),
    { numRuns: 2000 },
  );
});

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...SIGNS), maxLength: 40 }),
);

test('any text and country is read without an error, and every reading holds together', () => {
  fc.assert(
    fc.property(
      text,
      fc.oneof(fc.constantFrom('US', 'GB', 'DE', 'IT', 'SG', 'CL', 'XX', ''), fc.string()),
      (typed, country) => {
        const piece = readPiece(typed, country);
        const parts = piece.kind === 'several' ? piece.parts : piece.kind === 'number' ? [piece] : [];
        for (const { readings } of parts) {
          expect(new Set(readings.map(({ msisdn }) => msisdn)).size).toBe(readings.length);
          for (const reading of readings) {
            expect(reading.msisdn).toMatch(/^\d{5,15}$/);
            expect(reading.keys[0]).toBe(reading.msisdn);
            expect(new Set(reading.keys).size).toBe(reading.keys.length);
            expect(reading.display.replace(/\D/g, '')).toBe(reading.msisdn);
            expect(reading.country === null).toBe(reading.as === 'international');
          }
        }
      },
    ),
    { numRuns: 5000 },
  );
});

test('the number of a line before a whole number never makes it somebody else’s alone', () => {
  const numbers = [
    ['(212) 555-1234', '12125551234', 'US'],
    ['1-212-555-1234', '12125551234', 'US'],
    ['(555) 303-1234', '15553031234', 'US'],
    ['2125551234', '12125551234', 'US'],
    ['07700 900123', '447700900123', 'GB'],
    ['0412 345 678', '61412345678', 'AU'],
  ] as const;
  const marker = fc.constantFrom('n. ', 'n) ', 'n - ', 'n ', '#n ', '(n) ', 'n / ', 'n.', 'n)', 'n-');
  fc.assert(
    fc.property(
      fc.constantFrom(...numbers),
      marker,
      fc.integer({ min: 1, max: 999 }),
      ([number, own, country], form, n) => {
        const read = readNumber(form.replace('n', String(n)) + number, country);
        const asked = read.kind === 'number' ? read.readings : [];
        expect(asked.some(({ keys }) => keys.includes(own)) || asked.every(({ possible }) => !possible)).toBe(true);
      },
    ),
    { numRuns: 3000 },
  );
});

test.each(['(212)5551234 12', '212-5551234 12', '212555-1234 12'])(
  'digits behind %s leave the number in doubt',
  (text) => {
    const read = readNumber(text, 'US');
    expect(read.kind === 'number' && read.readings.map(({ msisdn }) => msisdn)).toContain('12125551234');
  },
);

test('a plus that is cut off leaves the number unclear', () => {
  expect(readNumber('+1+5553031234', 'US')).toEqual({ kind: 'not-a-number', problem: 'unclear' });
});
