import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createCast, numberOfPerson, TEXTUS_PEOPLE, writeNumber } from './people';
import { createRandom, scatter, strideFor } from './random';

test('different people have different numbers, up to the last that any list uses', () => {
  for (const seed of [1, 77]) {
    const numbers = new Set<number>();
    const count = 400_000;
    for (let index = 0; index < count; index += 1) numbers.add(numberOfPerson(index, seed));
    for (let index = 0; index < count; index += 1) numbers.add(numberOfPerson(TEXTUS_PEOPLE + index, seed));
    expect(numbers.size).toBe(2 * count);
  }
});

test('numbers are of a possible length and belong to nobody', () => {
  fc.assert(
    fc.property(fc.nat(3_000_000), fc.nat(), (index, seed) => {
      expect(String(numberOfPerson(index, seed))).toMatch(/^(1[2-9]\d\d555\d{4}|6149157\d{4}|447700900\d{3})$/);
    }),
  );
});

test('a number is written in international form and read back by its digits', () => {
  expect(writeNumber('15553031234')).toBe('+1 555 303 1234');
  expect(writeNumber('61491570006')).toBe('+61 491 570 006');
  expect(writeNumber('447700900123')).toBe('+44 7700 900123');
  expect(writeNumber('4400111222')).toBe('4400111222');
  const { digits } = createCast(1)[0] ?? { digits: '' };
  expect(writeNumber(digits).replaceAll(/\D/gu, '')).toBe(digits);
});

test('the cast is on every combination of lists', () => {
  const combinations = new Set(createCast(5).map(({ on }) => on.join('+')));
  expect([...combinations].toSorted()).toEqual([
    '',
    'mobivate',
    'mobivate+mobivate',
    'mobivate+textus',
    'textus',
    'textus+textus',
  ]);
});

test('the same seed gives the same random numbers, all within 0 and 1', () => {
  const [one, again, other] = [createRandom(9), createRandom(9), createRandom(10)];
  const draws = Array.from({ length: 1000 }, () => one());
  expect(draws).toEqual(Array.from({ length: 1000 }, () => again()));
  expect(draws).not.toEqual(Array.from({ length: 1000 }, () => other()));
  expect(draws.every((draw) => draw >= 0 && draw < 1)).toBe(true);
  expect(new Set(Array.from({ length: 10_000 }, (_, value) => scatter(value, 3))).size).toBe(10_000);
});

test('a stride visits every place once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000 }), (count) => {
      const stride = strideFor(count);
      expect(new Set(Array.from({ length: count }, (_, index) => (index * stride) % count)).size).toBe(count);
    }),
    { numRuns: 30 },
  );
});
