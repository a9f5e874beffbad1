import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { csvChunks, csvFileName, type CsvColumn } from './csv';

/** Reads CSV by the letter of RFC 4180 (CRLF only, quotes only around whole cells) and throws at anything else. */
function readStrictly(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const piece = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/uy;
  while (piece.lastIndex < text.length) {
    const at = piece.lastIndex;
    const match = piece.exec(text);
    if (match === null) throw new Error(`Not RFC 4180 at ${at}: ${JSON.stringify(text.slice(at, at + 20))}`);
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  if (row.length > 0) throw new Error('The last record does not end with CRLF');
  return rows;
}

async function write<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: Iterable<Row> | AsyncIterable<Row>,
): Promise<string> {
  let text = '';
  for await (const chunk of csvChunks(columns, rows, {})) text += chunk;
  return text;
}

const columns: readonly CsvColumn<readonly [string, string]>[] = [
  { name: 'note', kind: 'free', text: ([note]) => note },
  { name: 'number', kind: 'ours', text: ([, number]) => number },
];

/** Text that is likely to break a writer, among ordinary text. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', "'", ',', ';', ' ', 'a', '1', '\uFEFF', '\u202E'))
    .map((characters) => characters.join('')),
);

describe('csvChunks', () => {
  it('is read back by a strict reader as the same cells, formulas disarmed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(nasty, nasty)), async (rows) => {
        const text = await write(columns, rows);
        expect(text.startsWith('\uFEFFnote,number\r\n')).toBe(true);
        const expected = rows.map((row) =>
          row.map((raw, column) => {
            const kept = raw.replaceAll('\0', '');
            const ownNumber = column === 1 && /^[+-][\d ().-]*$/u.test(kept);
            return /^[=+\-@\t\r\n]/u.test(kept) && !ownNumber ? `'${kept}` : kept;
          }),
        );
        expect(readStrictly(text.slice(1))).toEqual([['note', 'number'], ...expected]);
      }),
    );
  });

  it('keeps numbers of ours as they are and disarms a vendor text that stands where a number should', async () => {
    const rows: [string, string][] = [
      ['+1 555 303 1234', '+1 555 303 1234'],
      ['-', '=HYPERLINK("http://x","y")'],
      ['', '+1+cmd|x'],
    ];
    expect(readStrictly((await write(columns, rows)).slice(1)).slice(1)).toEqual([
      ["'+1 555 303 1234", '+1 555 303 1234'],
      ["'-", `'=HYPERLINK("http://x","y")`],
      ['', "'+1+cmd|x"],
    ]);
  });

  it('drops NULs before it looks for a formula, and replaces half characters', async () => {
    const [, row] = readStrictly((await write(columns, [['\0=1', 'a\uD83Db']])).slice(1));
    expect(row).toEqual(["'=1", 'a\uFFFDb']);
  });

  it('writes the header even without rows', async () => {
    expect(await write(columns, [])).toBe('\uFEFFnote,number\r\n');
  });

  it('takes rows one by one, holds one chunk, and says how far it is', async () => {
    let taken = 0;
    async function* source(): AsyncGenerator<readonly [string, string]> {
      for (; taken < 5000; taken += 1) yield [`${taken}`, ''];
    }
    const progress: number[] = [];
    const ahead: number[] = [];
    let lines = 0;
    for await (const chunk of csvChunks(columns, source(), { onProgress: (rows) => progress.push(rows) })) {
      lines += chunk.split('\r\n').length - 1;
      ahead.push(taken - lines);
    }
    expect(lines).toBe(5001);
    expect(progress).toEqual([2000, 4000, 5000]);
    expect(Math.max(...ahead)).toBeLessThanOrEqual(0);
  });

  it('stops with the reason of the cancel', async () => {
    const controller = new AbortController();
    const seen: number[] = [];
    const rows = Array.from({ length: 10_000 }, (): [string, string] => ['a', 'b']);
    const run = async () => {
      for await (const chunk of csvChunks(columns, rows, { signal: controller.signal })) {
        seen.push(chunk.length);
        controller.abort(new Error('cancelled by the person'));
      }
    };
    await expect(run()).rejects.toThrow('cancelled by the person');
    expect(seen).toHaveLength(1);
  });
});

describe('csvFileName', () => {
  const asOf = Date.UTC(2026, 10, 22, 12, 4, 10);

  it('joins what the file holds, whether it is partial, and as of when', () => {
    expect(csvFileName(['mobivate-opt-outs', '2026-11-01', '2026-11-21'], { partial: true, asOf })).toBe(
      'mobivate-opt-outs_2026-11-01_2026-11-21_PARTIAL_20261122T120410Z.csv',
    );
    expect(csvFileName(['TextUs opt-outs', 'my_account', ''], { partial: false, asOf })).toBe(
      'textus-opt-outs_my_account_20261122T120410Z.csv',
    );
  });

  it('lets nothing hostile in, and nothing that looks like our PARTIAL', () => {
    fc.assert(
      fc.property(fc.array(nasty), fc.boolean(), (parts, partial) => {
        const name = csvFileName([...parts, '../../etc', 'PARTIAL', 'gpj.\u202Efdp', 'x'.repeat(999)], {
          partial,
          asOf,
        });
        expect(name).toMatch(/^[a-z0-9][a-z0-9_-]*(_PARTIAL)?_20261122T120410Z\.csv$/u);
        expect(name.includes('PARTIAL')).toBe(partial);
      }),
    );
  });
});
