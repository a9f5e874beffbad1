import { expect, test } from 'vitest';

import { createTimeLeft } from './time-left';

const at = (fraction: number | null, name = 'one') => ({ name, fraction });

test('nothing is said before it means something, nor while one of the works says nothing', () => {
  const left = createTimeLeft();
  expect(left([], 0)).toBeNull();
  expect(left([at(0)], 0)).toBeNull();
  expect(left([at(0.5)], 1000)).toBeNull();
  expect(left([at(0.02)], 9000)).toBeNull();
  expect(left([at(0.5), at(null, 'two')], 9000)).toBeNull();
  expect(left([at(0.5)], 9000)).toBe('a few seconds left');
});

test('the slowest work counts, from where it was first seen', () => {
  const left = createTimeLeft();
  left([at(0.6), at(0, 'two')], 0);
  expect(left([at(0.7), at(0.8, 'two')], 10_000)).toBe('about 30 seconds left');
});

test('what was told stands while it is nearly right, and runs down', () => {
  const left = createTimeLeft();
  left([at(0)], 0);
  expect(left([at(0.1)], 4000)).toBe('about 40 seconds left');
  // A moment's haste or rest: 16, then 60 seconds by the figures alone.
  expect(left([at(0.24)], 5000)).toBe('about 40 seconds left');
  expect(left([at(0.15)], 8000)).toBe('about 30 seconds left');
  expect(left([at(0.38)], 16_000)).toBe('about 20 seconds left');
});

test('what was wrong is put right, but no more often than every few seconds', () => {
  const left = createTimeLeft();
  left([at(0)], 0);
  expect(left([at(0.1)], 4000)).toBe('about 40 seconds left');
  expect(left([at(0.11)], 8000)).toBe('about 30 seconds left');
  expect(left([at(0.11)], 9000)).toBe('about 1 minute left');
  expect(left([at(0.9)], 11_000)).toBe('about 1 minute left');
  expect(left([at(0.9)], 14_500)).toBe('a few seconds left');
});
