import { describe, expect, test } from 'vitest';

import { MOST_FILE_BYTES, readTableFile, type FileContent, type TableFile } from './table-file';

const context = { signal: new AbortController().signal };
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function readText(text: string, name = 'list.csv'): Promise<FileContent> {
  return readTableFile(utf8(text), name, 'US', context);
}

async function readTable(text: string, name?: string): Promise<TableFile> {
  const content = await readText(text, name);
  if (content.kind !== 'table') throw new Error(`read as ${content.kind}`);
  return content;
}

/** The cells that would fill the box. */
async function box(text: string, name?: string): Promise<readonly string[]> {
  const table = await readTable(text, name);
  return (await table.take(table.phoneColumn)).lines;
}

describe('a table', () => {
  const people =
    'id,name,phone,since\r\n4915551234,"Doe, Jane",5553031234,2026-11-21\r\n4915551235,"Bob\nBobson",(555) 222-1234,2026-11-20\r\n';

  test('has its phone column found by heading and content', async () => {
    const table = await readTable(people);
    expect(table.phoneColumn).toBe(2);
    expect(table.columns.map(({ index, name, share, sample }) => ({ index, name, share, sample }))).toEqual([
      { index: 0, name: 'id', share: 1, sample: ['4915551234', '4915551235'] },
      { index: 1, name: 'name', share: 0, sample: ['Doe, Jane', 'Bob\nBobson'] },
      { index: 2, name: 'phone', share: 1, sample: ['5553031234', '(555) 222-1234'] },
      { index: 3, name: 'since', share: 0, sample: ['2026-11-21', '2026-11-20'] },
    ]);
  });

  test.each([
    ['Home Phone', 'Mobile Phone'],
    ['Teléfono', 'Móvil'],
    ['Phone', 'SMS'],
  ])('of "%s" and "%s" has the second, where texts go, as its phone column', async (other, mobile) => {
    const read = await readTable(
      `Name,${other},${mobile}\nAnn,(409) 555-0004,(409) 555-0005\nBob,(409) 555-0006,(409) 555-0007\n`,
    );
    expect(read.phoneColumn).toBe(2);
    expect((await read.take(2)).lines).toContain('(409) 555-0005');
  });

  test('gives the cells of any column, a line for every record', async () => {
    const table = await readTable(people);
    const lines = async (column: number) => (await table.take(column)).lines;
    expect(await lines(2)).toEqual(['phone', '5553031234', '(555) 222-1234', '']);
    expect(await lines(1)).toEqual(['name', 'Doe, Jane', 'Bob Bobson', '']);
    expect(await lines(9)).toEqual(['', '', '', '']);
  });

  test.each([
    ['name;mobile\nJane;5553031234', ['mobile', '5553031234']],
    ['name\tmobile\rJane\t5553031234', ['mobile', '5553031234']],
    ['name|mobile\nJane|5553031234', ['mobile', '5553031234']],
    // Few lines, with a line end at the end.
    ['Name;Phone\nAnn;+1 409 555 0004\nBob;+1 861 555 0010\n', ['Phone', '+1 409 555 0004', '+1 861 555 0010', '']],
    ['Name;Phone\r\n"Ann";"+1 409 555 0004"\r\n', ['Phone', '+1 409 555 0004', '']],
    // A comma in a name cuts these as evenly as the semicolon does.
    ['Doe, Ann;+1 409 555 0004\nRoe, Bob;+1 861 555 0010\n', ['+1 409 555 0004', '+1 861 555 0010', '']],
    ['sep=;\r\nname;mobile\r\nDoe, Jane;5553031234', ['mobile', '5553031234']],
    ['mobile,fax\n5553031234,5550000000', ['mobile', '5553031234']],
    ['fax,mobile\n5550000000,5553031234', ['mobile', '5553031234']],
    // No heading: the look of the cells decides.
    ['4915551234,+1 555 303 1234\n4915551235,+1 555 222 1234', ['+1 555 303 1234', '+1 555 222 1234']],
    // A heading with a digit would be taken for a number.
    ['name,Phone 2\nJane,5553031234', ['', '5553031234']],
    // A broken number in the first record is none: it must be seen.
    ['Jane,12345\nBob,5553031234', ['12345', '5553031234']],
    ['Jane,,1\nBob,5553031234,2', ['', '5553031234']],
  ])('%j fills the box', async (text, cells) => {
    expect(await box(text)).toEqual(cells);
  });

  test('may be a text file, when it has lines enough to tell', async () => {
    expect(await box('Jane\t5553031234\nBob\t5552221234\nAnn\t5554441234', 'list.txt')).toHaveLength(3);
    expect((await readText('Jane, 5553031234\nBob, 5552221234', 'list.txt')).kind).toBe('lines');
  });

  test('measures shares on cells from the whole table', async () => {
    const rows = Array.from({ length: 4000 }, (_, row) => `name ${row},${row < 2000 ? '5553031234' : 'none'}`);
    const table = await readTable(`name,phone\n${rows.join('\n')}`);
    expect(table.columns[1]?.share).toBeCloseTo(0.5, 1);
  });
});

describe('lines', () => {
  test.each([
    ['one column', '5553031234\n5552221234\n'],
    ['one line', '5553031234,5552221234,5554441234'],
    ['uneven records', 'Jane, 5553031234\nBob\nAnn, 5552221234, 5554441234\nMe\n'],
    ['a table without numbers', 'name,note\nJane,hello\nBob,bye'],
    ['a quote that is never closed', 'name,phone\n"Jane,5553031234\nBob,5552221234'],
    ['text after a closing quote', 'name,phone\n"Jane" Doe,5553031234\nBob,5552221234'],
  ])('%s', async (_, text) => {
    expect(await readText(text)).toEqual({ kind: 'lines', text });
  });
});

describe('an unreadable file', () => {
  test.each<[string, readonly number[], RegExp]>([
    ['xlsx', [0x50, 0x4b, 3, 4, 20, 0], /spreadsheet.*save it as CSV/],
    ['xls', [0xd0, 0xcf, 0x11, 0xe0], /old Excel.*save it as CSV/],
    ['pdf', [...utf8('%PDF-1.7')], /PDF.*save it as CSV/],
    ['binary', [1, 2, 0, 4, 5, 0, 0, 8], /not a text file/],
    ['empty', [], /empty/],
    ['blank', [...utf8(' \r\n ')], /empty/],
  ])('%s says what it is and what to do', async (name, bytes, message) => {
    const content = await readTableFile(Uint8Array.from(bytes), name, 'US', context);
    expect(content).toEqual({ kind: 'unreadable', message: expect.stringMatching(message) });
  });

  test('too large says how large', async () => {
    const content = await readTableFile(new Uint8Array(MOST_FILE_BYTES + 1), 'a.csv', 'US', context);
    expect(content).toEqual({
      kind: 'unreadable',
      message: 'This file has 21 MB; the most is 20 MB. Split it and add the parts.',
    });
  });
});

test('an aborted reading rejects with the reason', async () => {
  const reading = readTableFile(utf8('a,b\n1,2'), 'a.csv', 'US', { signal: AbortSignal.abort('stopped') });
  await expect(reading).rejects.toBe('stopped');
});
