import { describe, expect, test } from 'vitest';

import { readNumberList } from './number-list';
import { readTableFile, type TakenColumn } from './table-file';

const { signal } = new AbortController();

interface Read {
  readonly kind: 'table' | 'lines' | 'unreadable';
  /** What is looked up for each row: its readings, or what keeps it from being a number. */
  readonly rows: readonly string[];
  readonly taken: TakenColumn | null;
}

/** A file as a person adds it: what would be looked up, and what is said of it. */
async function add(content: string | readonly number[], name = 'list.csv', country = 'US'): Promise<Read> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content);
  const file = await readTableFile(bytes, name, country, { signal });
  if (file.kind === 'unreadable') return { kind: file.kind, rows: [], taken: null };
  const taken = file.kind === 'table' ? await file.take(file.phoneColumn) : null;
  const text = file.kind === 'lines' ? file.text : (taken?.lines.join('\n') ?? '');
  const list = await readNumberList(text, country, { signal });
  const rows = list.rows.map((row) =>
    row.kind === 'number' ? row.readings.map(({ msisdn }) => msisdn).join(' or ') : row.problem,
  );
  return { kind: file.kind, rows, taken };
}

const ANN = '14095550004';
const BOB = '18615550011 or 8615550011';
const utf16 = (text: string): readonly number[] => [
  0xff,
  0xfe,
  ...Array.from(text, (sign) => [sign.charCodeAt(0) % 256, sign.charCodeAt(0) >> 8]).flat(),
];
const windows1252 = (text: string): readonly number[] => Array.from(text, (sign) => sign.charCodeAt(0));

describe('the numbers of a file are those that are looked up', () => {
  test('grouped in thousands by a spreadsheet', async () => {
    const { rows } = await add('Name,Phone\nAnn,"4,095,550,004"\nBob,"+1 409 555 0005, 409 555 0006"\n');
    expect(rows).toEqual([ANN, '14095550005', '14095550006']);
  });

  const accents = 'Name;Téléphone;Ville\r\nZoé;4095550004;Nîmes\r\nRené;8615550011;Orléans\r\n';
  test.each<[string, string | readonly number[], readonly string[]]>([
    ['semicolons, two rows', 'Name;Phone\r\nAnn;4095550004\r\nBob;8615550011\r\n', [ANN, BOB]],
    [
      'tabs, UTF-16, as Excel writes "Unicode text"',
      utf16('Name\tPhone\r\nAnn\t4095550004\r\nBob\t8615550011\r\n'),
      [ANN, BOB],
    ],
    ['accents, windows-1252', windows1252(accents), [ANN, BOB]],
    ['accents, UTF-8 with a byte order mark', `\uFEFF${accents}`, [ANN, BOB]],
    ['line ends of CR only', 'Name,Phone\rAnn,4095550004\rBob,8615550011\r', [ANN, BOB]],
    [
      'quotes, separators and line ends in cells',
      '"Name","Phone","Note"\r\n"Doe, ""A""","4095550004","one\r\ntwo"\r\n"B","8615550011",""\r\n',
      [ANN, BOB],
    ],
    ['sep= in quotes', '"sep=;"\r\nName;Phone\r\nDoe, A;4095550004\r\n', [ANN]],
    ['an apostrophe before the number', "Name,Phone\nA,'4095550004\nB,'8615550011\n", [ANN, BOB]],
    ['numbers kept as text by a formula', 'Name,Phone\nA,="4095550004"\nB,"=""8615550011"""\n', [ANN, BOB]],
    ['empty columns at the end', 'Name,Phone,,,\nA,4095550004,,,\nB,8615550011,,,\n', [ANN, BOB]],
    ['ragged rows', 'Name,Phone,Note\nA,4095550004\nB,8615550011,x,y\nC\n', [ANN, BOB, 'no-digits']],
    ['a cell of half a megabyte', `Note,Phone\n${'x'.repeat(500_000)},4095550004\nB,8615550011\n`, [ANN, BOB]],
    [
      'two numbers in a cell',
      'Name,Phone\nA,"4095550004, 8615550011"\nB,"4095550004\n4095550005"\n',
      [ANN, BOB, ANN, '14095550005'],
    ],
    [
      'NUL signs far behind the start',
      `Name,Phone\n${'A,4095550004\n'.repeat(200)}B,8615\u0000550011\n`,
      [...Array.from({ length: 200 }, () => ANN), BOB],
    ],
    ['one column', 'Phone\n4095550004\n8615550011\n', [ANN, BOB]],
    ['headings only', 'Name,Phone\r\n', ['no-digits']],
    [
      'broken numbers stay in sight',
      'Name,Phone\nA,409****004\nB,8.61555E+09\nC,4095550004\n',
      ['letters', 'spreadsheet', ANN],
    ],
    [
      'a title above the headings',
      'Customers,,\n,,\nId,Name,Phone\n4915551234,A,4095550004\n4915551235,B,8615550011\n',
      [ANN, BOB],
    ],
  ])('%s', async (_, content, rows) => {
    expect((await add(content)).rows).toEqual(rows);
  });

  test.each([
    ['ids named of a customer', 'Customer no,Contact\n4915551234,4095550004\n4915551235,8615550011\n'],
    [
      'ids named after a phone',
      'phone_id,Telegram ID,Mobile\n4915551234,4915551236,4095550004\n4915551235,4915551237,8615550011\n',
    ],
    ['seconds since 1970', 'phone_verified_at,cell\n1700000000,4095550004\n1700000001,8615550011\n'],
    ['dates in digits, without headings', '20261121,4095550004\n20261120,8615550011\n20261119,4095550004\n'],
    ['when it was cancelled', 'cancelled,number\n1700000000,4095550004\n1700000001,8615550011\n'],
  ])('%s are no phone numbers beside phone numbers', async (_, text) => {
    const { rows, taken } = await add(text);
    expect(rows.slice(0, 2)).toEqual([ANN, BOB]);
    expect(taken?.others).toEqual([]);
  });

  test.each([
    [
      'Check',
      'line,input,number,verdict,mobivate_id,textus_id,as_of_utc\r\n1,(409) 555-0004,+1 409 555 0004,Not found,,,2026-11-21T00:00:00.000Z\r\n2,6591234567,+65 9123 4567,Opted out,1354505990,735,2026-11-21T00:00:00.000Z\r\n',
    ],
    [
      'Mobivate',
      'number,msisdn,note,created_utc,id,complete\r\n+1 409 555 0004,14095550004,MO,2026-11-21T00:00:00.000Z,1354505990,yes\r\n+65 9123 4567,6591234567,API,2026-11-21T00:00:00.000Z,1354505991,yes\r\n',
    ],
    [
      'TextUs',
      "number,msisdn,phone_as_given,created_utc,id,complete\r\n+1 409 555 0004,14095550004,(409) 555-0004,2026-11-21T00:00:00.000Z,/textus/opt_outs/+14095550004,yes\r\n+65 9123 4567,6591234567,'+6591234567,2026-11-21T00:00:00.000Z,/textus/opt_outs/736,yes\r\n",
    ],
  ])(
    'a file of our own %s page gives its numbers with their country, whatever the default country is',
    async (_, text) => {
      for (const country of ['US', 'GB'])
        expect((await add(`\uFEFF${text}`, 'own.csv', country)).rows).toEqual([ANN, '6591234567']);
    },
  );
});

describe('what of a table is not in the box is said', () => {
  test('rows without a number in the column, and the column that has others', async () => {
    const text = 'Name,Home phone,Work phone\nAnn,4095550004,8615550011\nBob,,4095550006\n,,\nCy,,\n';
    expect((await add(text)).taken).toMatchObject({ records: 3, blank: 2, others: ['Work phone'] });
  });

  test('two columns of numbers without headings', async () => {
    const { taken } = await add('4095550004,8615550011\n4095550005,8615550012\n');
    expect(taken?.others).toEqual(['Column 2']);
  });

  test('not the same numbers written otherwise', async () => {
    const { taken } = await add('Phone,Mobile\n4095550004,+1 (409) 555-0004\n4095550005,+1 (409) 555-0005\n');
    expect(taken?.others).toEqual([]);
  });
});

describe('codes in a column of their own', () => {
  test.each<[string, string, string, readonly string[]]>([
    ['named', 'Name;Country code;Phone\nA;44;7700900123\nB;1;4095550004\n', 'US', ['447700900123', ANN]],
    ['signed', 'Name;Land;Phone\nA;+44;07700900123\nB;0061;491570156\n', 'US', ['447700900123', '61491570156']],
    ['named, behind the number', 'phone,cc\n7700900123,44\n4095550004,1\n', 'US', ['447700900123', ANN]],
    [
      'named, as a program writes them with decimals',
      'cc,phone\n44.0,7700900123.0\n1.0,4095550004.0\n',
      'US',
      ['447700900123', ANN],
    ],
    [
      'beside numbers that hold them already',
      'cc,phone\n44,+447700900123\n1,14095550004\n',
      'US',
      ['447700900123', ANN],
    ],
    ['of an area', 'Vorwahl;Rufnummer\n0171;55500041\n030;55500042\n', 'DE', ['4917155500041', '493055500042']],
    // What is in doubt is looked up both ways, the code by itself being no number.
    ['not named', '1;4095550004\n44;7700900123\n', 'US', [ANN, 'too-short', '17700900123 or 447700900123']],
    [
      'that may be ages',
      'Name,Age,Phone\nA,44,4095550004\nB,36,8615550011\n',
      'US',
      ['too-short', '14095550004 or 444095550004', BOB],
    ],
    [
      'that may be in the number already',
      'cc,phone\n49,4917155500041\n49,1715550004\n',
      'US',
      ['4917155500041 or 494917155500041', '491715550004'],
    ],
  ])('%s', async (_, text, country, rows) => {
    expect((await add(text, 'list.csv', country)).rows).toEqual(rows);
  });

  test('of one phone are not taken for another one in full belief', async () => {
    const { rows, taken } = await add(
      'Mobile,Home phone code,Home phone\n4095550004,44,1632960001\n4095550005,44,1632960002\n',
    );
    expect(rows.filter((row) => row !== 'too-short')).toEqual([
      '14095550004 or 444095550004',
      '14095550005 or 444095550005',
    ]);
    expect(taken).toMatchObject({ others: ['Home phone'], codes: { name: 'Home phone code', certain: false } });
  });

  test('are said', async () => {
    const { taken } = await add('cc,phone\n44,7700900123\n1,4095550004\n');
    expect(taken?.codes).toEqual({ name: 'cc', certain: true });
    expect((await add('cc,phone\n1,4095550004\n1,4095550005\n')).taken?.codes).toBeNull();
  });
});

test('a web page saved as a table is told apart', async () => {
  expect((await add('<html><table><tr><td>4915551234</td><td>4095550004</td></tr></table>')).kind).toBe('unreadable');
});
