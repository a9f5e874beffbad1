import { describe, expect, test } from 'vitest';

import { readNumberList, type InputRow } from './number-list';

const context = { signal: new AbortController().signal };

/** A row in short: line, text, and the preferred reading or the problem. */
function short(row: InputRow): readonly [number, string, string] {
  return [row.line, row.input, row.kind === 'number' ? row.readings[0].msisdn : `!${row.problem}`];
}

async function rowsOf(text: string, country = 'US'): Promise<readonly (readonly [number, string, string])[]> {
  const { rows } = await readNumberList(text, country, context);
  return rows.map(short);
}

const JANE = '15553031234';
const BOB = '15552221234';

describe('lines', () => {
  test.each(['\n', '\r', '\r\n', '\u2028', '\u2029', '\u0085', '\v'])('end at %j', async (end) => {
    expect(await rowsOf(`5553031234${end}${end}5552221234${end}`)).toEqual([
      [1, '5553031234', JANE],
      [3, '5552221234', BOB],
    ]);
  });

  test('blank ones give no row, and neither do rows of empty cells or invisible signs', async () => {
    expect(await rowsOf('\n  \n\t\t\n,,,\n"",""\n\u200b\n5553031234\n')).toEqual([[7, '5553031234', JANE]]);
  });

  test('without a number are rows that are not a number', async () => {
    expect(await rowsOf('5553031234\nJane Doe\nJane, Doe')).toEqual([
      [1, '5553031234', JANE],
      [2, 'Jane Doe', '!no-digits'],
      [3, 'Jane, Doe', '!no-digits'],
    ]);
  });
});

describe('the header', () => {
  test.each([
    ['Name,Phone\n5553031234', 'Name,Phone'],
    ['\n \ufeffPhone \n5553031234', 'Phone'],
    ['5553031234\nPhone', null],
    ['Phone 1\n5553031234', null],
    ['', null],
  ])('of %j is %j', async (text, header) => {
    expect((await readNumberList(text, 'US', context)).header).toBe(header);
  });

  test('is a line with lines after it: a lone word is what the person typed', async () => {
    expect(await readNumberList(' hello \n\n', 'US', context)).toEqual({
      country: 'US',
      header: null,
      rows: [{ line: 1, input: 'hello', kind: 'not-a-number', problem: 'no-digits' }],
    });
  });
});

describe('pieces of a line', () => {
  test.each<[string, readonly (readonly [string, string])[]]>([
    ['Jane, 5553031234', [['5553031234', JANE]]],
    [
      '5553031234,Jane;5552221234\tBob|',
      [
        ['5553031234', JANE],
        ['5552221234', BOB],
      ],
    ],
    [
      '\uff15\uff15\uff15\uff13\uff10\uff13\uff11\uff12\uff13\uff14\uff0c5552221234',
      [
        ['\uff15\uff15\uff15\uff13\uff10\uff13\uff11\uff12\uff13\uff14', JANE],
        ['5552221234', BOB],
      ],
    ],
    // Digits that are no number are seen, not dropped.
    [
      '12,5553031234,2026-11-21',
      [
        ['12', '!too-short'],
        ['5553031234', JANE],
        ['2026-11-21', '!date'],
      ],
    ],
    [
      'Jane,########,5552221234',
      [
        ['########', '!spreadsheet'],
        ['5552221234', BOB],
      ],
    ],
    [
      '5,553,031,234',
      [
        ['5', '!too-short'],
        ['553', '!too-short'],
        ['031', '!too-short'],
        ['234', '!too-short'],
      ],
    ],
    // Quotes.
    ['"Doe, Jane",5553031234', [['5553031234', JANE]]],
    ['"5553031234","Doe ""JJ"", Jane"', [['"5553031234"', JANE]]],
    [
      '"5553031234, 5552221234",Jane',
      [
        ['"5553031234', JANE],
        ['5552221234"', BOB],
      ],
    ],
    [
      '"Flat 5, Main St",5553031234',
      [
        ['"Flat 5, Main St"', '!too-short'],
        ['5553031234', JANE],
      ],
    ],
    ['"unclosed, 5553031234', [['5553031234', JANE]]],
    [
      '5\'10", 5553031234',
      [
        ['5\'10"', '!too-short'],
        ['5553031234', JANE],
      ],
    ],
    // Extensions and decimals hold a separator.
    ['5553031234,,12', [['5553031234,,12', JANE]]],
    [
      '5553031234,,5552221234',
      [
        ['5553031234', JANE],
        ['5552221234', BOB],
      ],
    ],
    [
      '5553031234, ext. 12; 5552221234 x3',
      [
        ['5553031234, ext. 12', JANE],
        ['5552221234 x3', BOB],
      ],
    ],
    ['tel:+15553031234;ext=12;phone-context=+1,Jane', [['tel:+15553031234;ext=12;phone-context=+1', JANE]]],
    ['5553031234,0;Jane', [['5553031234,0', JANE]]],
    ['Jane;1,5553E+10', [['1,5553E+10', '!spreadsheet']]],
    // Several numbers in one piece.
    [
      '5553031234 5552221234',
      [
        ['5553031234', JANE],
        ['5552221234', BOB],
      ],
    ],
    [
      'Jane, 555-303-1234 / 555-222-1234',
      [
        ['555-303-1234', JANE],
        ['555-222-1234', BOB],
      ],
    ],
    ['5553031234 12', [['5553031234 12', '!unclear']]],
    ['1-800-FLOWERS, Jane', [['1-800-FLOWERS', '!letters']]],
  ])('%j', async (line, expected) => {
    expect(await rowsOf(`\n${line}`)).toEqual(expected.map(([input, read]) => [2, input, read]));
  });

  test('a whole list may stand on one line with spaces between', async () => {
    const numbers = Array.from({ length: 300 }, (_, index) => String(5_553_030_000 + index));
    expect(await rowsOf(numbers.join(' '))).toEqual(numbers.map((number) => [1, number, `1${number}`]));
  });
});

test.each([
  ['[+44];07700 900123', ['07700 900123']],
  ['[+44];Jane;07700 900123', ['[+44]', '07700 900123']],
  ['[+44];12', ['[+44]', '12']],
  ['[+44]', ['[+44]']],
])(
  'a country code that a file put there is a row only where no number stands right behind: %j',
  async (line, inputs) => {
    const { rows } = await readNumberList(line, 'US', context);
    expect(rows.map(({ input }) => input)).toEqual(inputs);
  },
);

describe('a number broken over two pieces is looked up as both give it together, and by itself', () => {
  test.each([
    ['+44, 7700900123', 'US', ['447700900123', '17700900123']],
    ['(+44)\t07700 900123', 'US', ['447700900123']],
    ['"+44","7700900123"', 'US', ['447700900123', '17700900123']],
    ['0044;07700900123', 'GB', ['447700900123']],
    // A bare one may be a count.
    ['44,7700900123', 'US', ['17700900123', '447700900123']],
    ['7, 212-555-1234', 'US', ['12125551234', '72125551234']],
    ['12,2125551234', 'US', ['12125551234']],
    ['+1,2125551234', 'GB', ['12125551234', '442125551234']],
    ['+44,+44 7700 900123', 'US', ['447700900123']],
    // An area code.
    ['020,79460958', 'GB', ['442079460958', '79460958']],
    ['(030);1234567', 'DE', ['49301234567', '491234567']],
    ['012,2125551234', 'US', ['12125551234']],
  ])('%j in %s', async (line, country, expected) => {
    const { rows } = await readNumberList(line, country, context);
    const last = rows.at(-1);
    expect(last?.kind === 'number' && last.readings.map(({ msisdn }) => msisdn)).toEqual(expected);
    expect(rows[0]).toMatchObject({ kind: 'not-a-number' });
  });
});

describe('duplicates', () => {
  test('point to the first row that asks the same, however it is written', async () => {
    const { rows } = await readNumberList('5553031234\n(555) 303-1234 Jane\n5552221234\n555.303.1234', 'US', context);
    expect(rows.map((row) => (row.kind === 'number' ? row.sameAs : row.kind))).toEqual([null, 0, null, 0]);
  });

  test('are no duplicates when they can be read in other ways', async () => {
    const { rows } = await readNumberList('5553031234\n+1 555 303 1234\n15553031234', 'US', context);
    expect(rows.map((row) => (row.kind === 'number' ? row.sameAs : row.kind))).toEqual([null, null, 1]);
  });

  test('are no duplicates when one of them was not understood', async () => {
    const { rows } = await readNumberList('270555187\n270 555 187\n270-555-187', 'US', context);
    expect(rows.map((row) => (row.kind === 'number' ? row.sameAs : row.kind))).toEqual([null, null, 1]);
  });

  test('are duplicates when one is written as at home and one as abroad', async () => {
    const { rows } = await readNumberList('+447700900123\n07700900123\n447700900123', 'GB', context);
    expect(rows.map((row) => (row.kind === 'number' ? row.sameAs : row.kind))).toEqual([null, 0, 0]);
  });
});

test('progress goes up to the whole text', async () => {
  const seen: number[] = [];
  const text = '5553031234\n'.repeat(1000);
  await readNumberList(text, 'US', { ...context, onProgress: (done) => seen.push(done) });
  expect(seen.length).toBeGreaterThan(2);
  expect(seen).toEqual(seen.toSorted((one, other) => one - other));
  expect(seen.at(-1)).toBe(text.length);
});

test('an aborted reading rejects with the reason', async () => {
  const stop = new AbortController();
  const reading = readNumberList('5553031234\n'.repeat(1000), 'US', {
    signal: stop.signal,
    onProgress: () => stop.abort('stopped'),
  });
  await expect(reading).rejects.toBe('stopped');
});
