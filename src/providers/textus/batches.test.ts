import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { AskedNumbers } from './asked';
import { LONGEST_LINE, MOST_VALUES, planBatches, valuesOf, type Spelling } from './batches';
import { toOptOut } from './opt-out';
import { firstPath } from './paths';
import { parseCollection } from './schema';

describe('the values that ask for a number', () => {
  test.each<[string, string[], Spelling, string[]]>([
    ['a North American number', ['15553031234'], 'e164', ['+15553031234']],
    ['the same as documented', ['15553031234'], 'national', ['5553031234']],
    ['the same both ways', ['15553031234'], 'digits', ['+15553031234', '5553031234']],
    ['every way', ['15553031234'], 'all', ['+15553031234', '5553031234', '(555) 303-1234']],
    ['a foreign number', ['447700900123'], 'all', ['+447700900123']],
    ['a foreign number has no documented spelling', ['447700900123'], 'national', []],
    ['both readings of a bare number', ['15553031234', '5553031234'], 'e164', ['+15553031234', '+5553031234']],
    ['a spelling that is no international number', ['13035550100', '3035550100'], 'e164', ['+13035550100']],
    ['a spelling as typed', ['447700900123', '07700900123'], 'e164', ['+447700900123']],
    ['a number with only odd keys', ['99912345', '99912346'], 'e164', ['+99912345', '+99912346']],
  ])('%s', (_, keys, spelling, values) => {
    expect(valuesOf(keys, spelling)).toEqual(values);
  });
});

const digits = fc.oneof(
  fc.integer({ min: 2_000_000_000, max: 9_999_999_999 }).map((n) => `1${n}`),
  fc.bigInt({ min: 1_000_000n, max: 999_999_999_999_999n }).map(String),
);
const questions = fc.array(fc.array(digits, { minLength: 1, maxLength: 4 }), { maxLength: 150 });

test('every number is in one batch, whole and in order; no batch is over a limit or could have taken the next number', () => {
  fc.assert(
    fc.property(
      questions,
      fc.constantFrom('a', 'x'.repeat(3000)),
      fc.constantFrom('e164', 'digits', 'all'),
      (keys, account, spelling) => {
        const places = keys.map((_, place) => place);
        const valuesAt = (place: number) => valuesOf(keys[place] ?? [], spelling);
        const batches = [...planBatches(account, places, valuesAt)];
        expect(batches.flatMap((batch) => batch.questions)).toEqual(places);
        for (const { questions, values } of batches) {
          expect(new Set(values)).toEqual(new Set(questions.flatMap(valuesAt)));
          expect(values.length).toBeLessThanOrEqual(MOST_VALUES);
          expect(new Set(values).size).toBe(values.length);
          const line = `GET ${firstPath(account, { kind: 'exact', numbers: values })} HTTP/1.1`;
          expect(line.length).toBeLessThanOrEqual(LONGEST_LINE);
        }
      },
    ),
  );
});

test('a hundred numbers are one request, and ten thousand a hundred', () => {
  const places = Array.from({ length: 10_000 }, (_, place) => place);
  const valuesAt = (place: number) => valuesOf([String(15_550_000_000 + place)], 'e164');
  expect([...planBatches('my_account', places, valuesAt)]).toHaveLength(100);
  expect([...planBatches('my_account', places.slice(0, 100), valuesAt)]).toHaveLength(1);
});

function record(member: object) {
  const [only] = parseCollection({ members: [member], view: { next: null } }).members;
  const optOut = only === undefined ? null : toOptOut(only, 'a', 'US');
  if (optOut === null) throw new Error('The member is not readable');
  return optOut;
}

describe('records and the numbers asked', async () => {
  const asked = await AskedNumbers.of([
    { keys: ['15553031234', '5553031234'] },
    { keys: ['19408503220'] },
    { keys: ['15553031234', '5553031234'] },
    { keys: ['5553031234'] },
  ]);

  test('equal questions are one number', () => {
    expect(asked.keys).toHaveLength(3);
    expect(asked.placeOf).toEqual([0, 1, 0, 2]);
  });

  test('a record answers every number it has a key in common with', () => {
    expect(asked.matching(record({ id: '/x/opt_outs/+15553031234' }))).toEqual([0]);
    expect(asked.matching(record({ id: '/x/opt_outs/+5553031234' }))).toEqual([0, 2]);
    expect(asked.matching(record({ id: '/x/opt_outs/+15552221234' }))).toEqual([]);
  });

  test('a record without a country of its own resembles the numbers it ends like', () => {
    const british = (text: string) =>
      asked.resembling({ ...record({ id: '/x/7', formattedPhoneNumber: '+1 202 555 0100' }), numberAsGiven: text });
    expect(british('(940) 850-3220')).toEqual([1]);
    expect(british('0 940 850 3220')).toEqual([1]);
    expect(british('5553031234')).toEqual([0, 0, 2]);
    expect(british('850 3220')).toEqual([1]);
    expect(british('50 3220')).toEqual([]);
    expect(british('(941) 850-3220')).toEqual([]);
    expect(asked.resembling(record({ id: '/x/opt_outs/+449408503220' }))).toEqual([]);
  });
});
