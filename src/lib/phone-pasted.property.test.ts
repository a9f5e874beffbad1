import fc from 'fast-check';
import { getExampleNumber, parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/min';
import examples from 'libphonenumber-js/examples.mobile.json';
import { expect, test } from 'vitest';

import { countries, readPiece } from './phone';
import { knownCountry } from './phone-plan';

/** Countries whose numbers have eight digits and more; with fewer, digits beside a number make other possible ones. */
const PLANS = countries().flatMap(({ code, callingCode }) => {
  const country = knownCountry(code);
  const example = country === null ? undefined : getExampleNumber(country, examples);
  return example === undefined || example.nationalNumber.length < 8 ? [] : [{ code, callingCode, example }];
});

const COUNTS = [1, 2, 3, 5, 7, 9, 10, 12, 17, 20, 27, 33, 44, 49, 55, 61, 81, 91, 100, 212, 353, 1001];
const DATES = ['2024-05-01', '05/01/2024', '1.5.2024', '5/1/24', '1.5.24', '2024-05-01 10:30', '1 May 2024'];

/** How a number is written abroad: the same for every default country. */
const ABROAD: readonly ((phone: PhoneNumber) => string)[] = [
  (phone) => phone.number,
  (phone) => phone.formatInternational(),
  (phone) => phone.formatInternational().replaceAll(' ', '-'),
  (phone) => phone.formatInternational().replaceAll(' ', '.'),
  (phone) => phone.formatInternational().replace(/^\+\d+/, '($&)'),
  (phone) => phone.formatInternational().replace(' ', ' (0) '),
  (phone) => `00${phone.number.slice(1)}`,
  (phone) => `00 ${phone.formatInternational().slice(1)}`,
];
const BARE: readonly ((phone: PhoneNumber) => string)[] = [
  (phone) => phone.number.slice(1),
  (phone) => phone.formatInternational().slice(1),
];
/** At home: for the number's own country as the default one. */
const AT_HOME: readonly ((phone: PhoneNumber) => string)[] = [
  (phone) => phone.formatNational(),
  (phone) => phone.formatNational().replaceAll(/\D/g, ''),
  (phone) =>
    phone
      .formatNational()
      .replaceAll(/[ ()]+/g, '-')
      .replace(/^-/, ''),
  (phone) => phone.formatNational().replaceAll(/\D+/g, '.').replace(/^\./, ''),
  (phone) => phone.nationalNumber,
];

/** `%` is a count, `@` a date. */
const BEFORE = [
  '',
  'Jane ',
  'Tel. ',
  '- ',
  '• ',
  '10:30 ',
  '@ ',
  '[@] ',
  '%. ',
  '%) ',
  '(%) ',
  '[%] ',
  '#% ',
  '%: ',
].concat(['% x ', '%x ', '% - ', '%/ ', '%.', '%)', '% ', 'No. % ', 'Flat % ', '0%. ', '00%. ']);
const AFTER = [
  '',
  ' Jane',
  ' (home)',
  ' x%',
  ' ext. %',
  ', ext %',
  '#%',
  ' @',
  ' (@)',
  ' 10:30',
  ' (%)',
  ' (% messages)',
].concat([' - %', ' /%', '-%', '.0']);
const BARE_AFTER = [' %', ' 20240501', ' % messages', ' $%.50', ' 10.30', ' 1/2'];
const filled = (forms: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...forms), fc.constantFrom(...COUNTS), fc.constantFrom(...DATES))
    .map(([form, count, date]) => ({ form, text: form.replace('%', String(count)).replace('@', date) }));

const written = fc
  .record({
    plan: fc.constantFrom(...PLANS),
    other: fc.constantFrom(...PLANS),
    digits: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 5 }),
    kind: fc.constantFrom(ABROAD, BARE, AT_HOME),
    form: fc.nat(),
  })
  .map(({ plan, other, digits, kind, form }) => {
    const start = plan.example.number.slice(0, -digits.length);
    const phone = parsePhoneNumberFromString(start + digits.join(''), { extract: false });
    const text = phone?.isValid() === true ? kind[form % kind.length]?.(phone) : undefined;
    const { code, callingCode } = kind === AT_HOME ? plan : other;
    return { msisdn: phone?.number.slice(1) ?? '', text: text ?? '', kind, code, callingCode };
  })
  .filter(({ text }) => text !== '');

interface Written {
  readonly kind: readonly ((phone: PhoneNumber) => string)[];
  readonly callingCode: string;
}
type Filled = Readonly<Record<'form' | 'text', string>>;

/**
 * What nobody can tell: a count that is the default country's own code may be that code, and a 1 before bare digits North America's;
 * digits without + and with bare digits before and behind may be two numbers.
 */
function isAmbiguous(start: Filled, end: Filled, { kind, callingCode }: Written): boolean {
  const count = start.text.replaceAll(/\D/g, '').replace(/^0+/, '');
  return (
    count === callingCode ||
    (count !== '' && ((kind === BARE && count === '1') || (kind !== ABROAD && BARE_AFTER.includes(end.form))))
  );
}

test('a number in a pasted line is among those looked up, or nothing is: never other numbers only', () => {
  fc.assert(
    fc.property(written, filled(BEFORE), filled([...AFTER, ...BARE_AFTER]), (number, start, end) => {
      const { msisdn, text, code } = number;
      fc.pre(!isAmbiguous(start, end, number));
      const piece = readPiece(start.text + text + end.text, code);
      const parts = piece.kind === 'several' ? piece.parts : piece.kind === 'number' ? [piece] : [];
      const readings = parts.flatMap((part) => part.readings);
      const isFound = readings.some(({ keys }) => keys.includes(msisdn));
      expect(isFound ? [] : readings.filter(({ possible }) => possible).map((reading) => reading.msisdn)).toEqual([]);
    }),
    { numRuns: 1000, seed: 4 },
  );
});
