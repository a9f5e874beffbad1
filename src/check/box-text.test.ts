import { expect, test } from 'vitest';

import { countLines, firstLines, isTooLongToEdit, MOST_LINES_IN_BOX, rowsFor } from './box-text';

test.each([
  ['', 1],
  ['a', 1],
  ['a\n', 2],
  ['a\r\nb\rc\nd', 4],
])('%j has %i lines', (text, lines) => {
  expect(countLines(text)).toBe(lines);
});

test('counting stops where it is told to', () => {
  expect(countLines('\n'.repeat(50), 8)).toBe(8);
});

test('the box grows with its lines, and no further than eight', () => {
  expect(['', 'a', 'a\nb', 'a\nb\nc', '\n'.repeat(7), '\n'.repeat(400)].map(rowsFor)).toEqual([2, 2, 2, 3, 8, 8]);
});

test('only more lines than the box can hold are too long to edit', () => {
  const lines = (count: number) => Array.from({ length: count }, () => '5').join('\n');
  expect(isTooLongToEdit(lines(MOST_LINES_IN_BOX))).toBe(false);
  expect(isTooLongToEdit(lines(MOST_LINES_IN_BOX + 1))).toBe(true);
  expect(isTooLongToEdit('5'.repeat(1_000_000))).toBe(false);
});

test.each([
  ['a\r\nb\r\nc', 2, 'a\r\nb'],
  ['a\nb', 2, 'a\nb'],
  ['a\nb\n', 1, 'a'],
  ['', 3, ''],
])('the first lines of %j', (text, lines, head) => {
  expect(firstLines(text, lines)).toBe(head);
});
