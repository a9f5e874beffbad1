import fc from 'fast-check';
import { expect, test } from 'vitest';

import { readCsv } from './table-file-csv';

const { signal } = new AbortController();
const SIGNS = 'ab1 "\'\n\r,;|\t=+é\u{1f600}\u2028'.match(/./gsu) ?? [];

const cell = fc.string({ unit: fc.constantFrom(...SIGNS), maxLength: 12 });
const table = fc
  .integer({ min: 2, max: 4 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));

/** Writes a table as RFC 4180 with every cell in quotes, without a line end after the last record. */
function csvText(records: readonly (readonly string[])[], separator: string, lineEnd: string): string {
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  return records.map((record) => record.map(quoted).join(separator)).join(lineEnd);
}

test('any table written as RFC 4180 comes back, however it is cut into chunks', async () => {
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('\r\n', '\n', '\r'),
      fc.integer({ min: 40, max: 400 }),
      async (records, separator, lineEnd, chunkUnits) => {
        const text = `sep=${separator}${lineEnd}${csvText(records, separator, lineEnd)}`;
        expect(await readCsv(text, signal, chunkUnits)).toEqual(records);
      },
    ),
    { numRuns: 300 },
  );
});

test.each([
  ['both LF and CRLF', 'a,b\nc,d\r\n"e\r",f\r\n"g","h"\n', [['a', 'b'], ['c', 'd'], ['e\r', 'f'], ['g', 'h'], ['']]],
  [
    'a quote within a cell',
    'a,5\'10"\nc,d',
    [
      ['a', '5\'10"'],
      ['c', 'd'],
    ],
  ],
  [
    'spaces after quotes',
    '"a" ,"b" \n"c","d"',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
])('%s', async (_, text, records) => {
  expect(await readCsv(text, signal)).toEqual(records);
});

test.each([
  ['a quote that is never closed', 'a,"b\nc,d\n'.repeat(2001)],
  ['text behind a closing quote', 'a,"b"x\nc,d'],
])('%s is no CSV', async (_, text) => {
  expect(await readCsv(text, signal, 100)).toBeNull();
});
