import fc from 'fast-check';
import { expect, test } from 'vitest';

import { linesOf } from './number-lines';
import { readNumberList } from './number-list';
import { piecesOf } from './number-pieces';

const context = { signal: new AbortController().signal };
const SIGNS = '0123456789,;|\t"\'\n\r x#+.-() aE\u2028\uff15\uff0c'.split('');
const pasted = fc.string({ unit: fc.constantFrom(...SIGNS), maxLength: 80 });

test('pieces and the separators between them are the line again', () => {
  fc.assert(
    fc.property(pasted, (line) => {
      let rest = line;
      for (const piece of piecesOf(line)) {
        expect(rest.startsWith(piece)).toBe(true);
        rest = rest.slice(piece.length + 1);
      }
      expect(rest).toBe('');
    }),
    { numRuns: 2000 },
  );
});

test('lines are the text again, and none holds a line end', () => {
  fc.assert(
    fc.property(pasted, (text) => {
      const lines = [...linesOf(text)];
      expect(lines.map(({ number }) => number)).toEqual(lines.map((_, index) => index + 1));
      expect(lines.map(({ content }) => content)).toEqual(text.split(/\r\n|[\n\r\u2028]/));
      expect(lines.at(-1)?.end).toBe(text.length);
    }),
  );
});

test('every digit of the text stands in a row, in order, on its line', async () => {
  await fc.assert(
    fc.asyncProperty(pasted, async (text) => {
      const { rows, header } = await readNumberList(text, 'US', context);
      const digits = (part: string): string => part.replace(/\P{Nd}/gu, '');
      const lines = [...linesOf(text)];
      for (const { number, content } of lines) {
        const onLine = rows.filter(({ line }) => line === number).map(({ input }) => digits(input));
        expect(onLine.join('')).toBe(digits(content));
      }
      expect(rows.map(({ line }) => line)).toEqual(rows.map(({ line }) => line).toSorted((one, other) => one - other));
      expect(header === null || digits(header) === '').toBe(true);
    }),
    { numRuns: 2000 },
  );
});

const cell = fc.oneof(
  fc.record({
    kind: fc.constant('number' as const),
    text: fc.integer({ min: 2_000_000_000, max: 9_999_999_999 }).map(String),
  }),
  fc.record({ kind: fc.constant('name' as const), text: fc.constantFrom('Jane', 'Bob Doe', '"Doe, Jane"', '') }),
);

test('numbers among names come back one row each, in order, duplicates pointing to the first', async () => {
  const table = fc.array(
    fc.tuple(fc.constantFrom(',', ';', '\t', '|'), fc.array(cell, { minLength: 1, maxLength: 4 })),
    { maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(table, async (lines) => {
      const text = lines.map(([separator, cells]) => cells.map((one) => one.text).join(separator)).join('\n');
      const numbers = lines.flatMap(([, cells]) =>
        cells.filter(({ kind }) => kind === 'number').map((one) => one.text),
      );
      const { rows } = await readNumberList(`5553031234\n${text}`, 'US', context);
      const read = rows.filter((row) => row.kind === 'number');
      expect(read.map(({ input }) => input)).toEqual(['5553031234', ...numbers]);
      for (const row of read) {
        const first = rows.findIndex(({ input }) => input === row.input);
        expect(row.sameAs).toBe(rows[first] === row ? null : first);
      }
    }),
    { numRuns: 500 },
  );
});
