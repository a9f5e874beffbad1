import { expect, test } from 'vitest';

import documented from '../../../providers/mobivate/__fixtures__/list.json';
import { HOSTILE_TEXTS } from '../data/hostile-text';
import { createCast } from '../data/people';
import { rowAt } from './columns';
import { createMobivateData } from './data';

const options = { now: Date.UTC(2026, 10, 22, 12, 24, 30, 123), seed: 1, rows: 25_000 };
const data = createMobivateData(options);
const rows = Array.from({ length: data.length }, (_, index) => rowAt(data, index));
const countOf = (mobile: string) => rows.filter((row) => row.mobile === mobile).length;

test('the same options give the same list, another seed another one', () => {
  expect(createMobivateData(options)).toEqual(data);
  expect(createMobivateData({ ...options, seed: 2 }).mobile).not.toEqual(data.mobile);
});

test('there are as many rows as asked for, never fewer than the documented one', () => {
  expect(rows).toHaveLength(25_000);
  for (const count of [0, 1, 2, 30, 1000]) {
    expect(createMobivateData({ ...options, rows: count }).length).toBe(Math.max(1, count));
  }
});

test('the documented row is there, word for word', () => {
  expect(rows.filter(({ id }) => id === 1_354_505_990)).toEqual(documented);
});

test('ids are unique and mostly, but not strictly, in time order', () => {
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  const falls = rows.filter(({ id }, index) => id < (rows[index - 1]?.id ?? 0)).length;
  expect(falls).toBeGreaterThan(500);
  expect(falls).toBeLessThan(rows.length / 5);
});

test('the notes are those seen in the wild, none and empty ones among them', () => {
  const notes = new Set(rows.map(({ note }) => note));
  for (const note of ['MO', 'API', 'Rule Based Action: 3x UNDELIVERABLE', 'Pasted Optout', 'File Upload', null, '']) {
    expect(notes).toContain(note);
  }
  expect(rows.filter(({ note }) => /^Opted out via qwt[15]\.me\/\w{5}$/.test(note ?? '')).length).toBeGreaterThan(500);
  expect(rows.filter(({ note }) => note === 'MO').length).toBeGreaterThan(rows.length / 5);
});

test('every hostile note is there, but few rows have one', () => {
  for (const text of HOSTILE_TEXTS) expect(rows.some(({ note }) => note === text)).toBe(true);
  const hostile: readonly (string | null)[] = HOSTILE_TEXTS;
  expect(rows.filter(({ note }) => hostile.includes(note)).length).toBeLessThan(300);
});

test('some people opted out twice; few mobiles are odd', () => {
  const distinct = new Set(rows.map(({ mobile }) => mobile)).size;
  expect(rows.length - distinct).toBeGreaterThan(200);
  expect(rows.length - distinct).toBeLessThan(1000);
  const odd = rows.filter(({ mobile }) => !/^[1-9]\d{6,14}$/.test(mobile)).map(({ mobile }) => mobile);
  expect(odd).toContain('12345678901234567890');
  expect(odd).toContain('anonymous');
  expect(odd.length).toBeLessThan(15);
});

test('the cast is on the list as often as it says', () => {
  for (const { digits, on } of createCast(options.seed)) {
    expect(countOf(digits)).toBe(on.filter((id) => id === 'mobivate').length);
  }
});
