import { describe, expect, test } from 'vitest';

import { readNumberList } from './number-list';
import { readTableFile, type TakenColumn } from './table-file';

const { signal } = new AbortController();

interface Added {
  /** What is looked up for each number; text that is none is left out. */
  readonly rows: readonly string[];
  /** Rows of text that is no number. */
  readonly others: readonly string[];
  readonly codes: TakenColumn['codes'];
}

/** What is looked up when a person adds a file. */
async function add(content: string, country: string): Promise<Added> {
  const file = await readTableFile(new TextEncoder().encode(content), 'list.csv', country, { signal });
  const taken = file.kind === 'table' ? await file.take(file.phoneColumn) : null;
  const list = await readNumberList(taken?.lines.join('\n') ?? content, country, { signal });
  const rows = list.rows.flatMap((row) =>
    row.kind === 'number' ? [row.readings.map(({ msisdn }) => msisdn).join(' or ')] : [],
  );
  const others = list.rows.flatMap((row) => (row.kind === 'number' ? [] : [row.input]));
  return { rows, others, codes: taken?.codes ?? null };
}

describe('a column of area codes without their zero, which a spreadsheet took away', () => {
  test.each<[string, string, string, readonly string[]]>([
    [
      'that no country has as its code',
      'Name;Vorwahl;Rufnummer\nA;30;1234567\nB;171;2345678\nC;89;123456\n',
      'DE',
      ['49301234567', '491712345678', '4989123456'],
    ],
    [
      'that countries have as their code, too',
      'Name;Vorwahl;Rufnummer\nA;30;1234567\nB;40;2345678\nC;30;301234567\nD;30;03012345678\n',
      'DE',
      ['49301234567', '49402345678', '4930301234567 or 49301234567', '493012345678'],
    ],
    [
      'of Brazil',
      'Nome;DDD;Telefone\nA;11;912345678\nB;85;98888-7777\n',
      'BR',
      ['5511912345678 or 11912345678', '5585988887777'],
    ],
    [
      'of Britain',
      'Name,Area Code,Phone\nA,161,4960000\nB,20,79460958\n',
      'GB',
      ['441614960000', '442079460958 or 2079460958'],
    ],
    [
      'of North America',
      'Customer No,First,Area Code,Phone\n1002003001,A,415,555-0132\n1002003002,B,212,5550133\n',
      'US',
      ['14155550132', '12125550133'],
    ],
    [
      'beside the country code',
      'Name,Country Code,Area Code,Phone\nA,44,161,4960000\nB,49,171,2345678\n',
      'DE',
      ['441614960000', '491712345678'],
    ],
    [
      'beside the country code, before a number that has its zero',
      'Name,Country Code,Area Code,Phone\nA,44,161,01614960123\nB,49,30,030 1234567\n',
      'AT',
      ['441614960123', '49301234567'],
    ],
  ])('%s', async (_, text, country, rows) => {
    expect((await add(text, country)).rows).toEqual(rows);
  });

  test('is not what is not named so', async () => {
    const { rows, codes } = await add('Id;Phone\n12;1715550004\n13;1715550005\n', 'DE');
    expect({ rows, codes }).toEqual({ rows: ['491715550004', '491715550005'], codes: null });
  });
});

describe('a column of countries', () => {
  const GB = '447700900123 or 17700900123';
  test.each<[string, string, string, readonly string[]]>([
    [
      'in ISO codes',
      'name,country,phone\nA,GB,7700900123\nB,US,4095550004\nC,FR,0612345678\n',
      'US',
      [GB, '14095550004', '33612345678 or 10612345678'],
    ],
    [
      'by name, behind the number',
      'phone,Country\n7700900123,United Kingdom\n7700900123,UK\n4095550004,USA\n',
      'US',
      [GB, GB, '14095550004'],
    ],
    ['under a heading of codes', 'Country Code,Phone\nGB,7700900123\nUS,4095550004\n', 'US', [GB, '14095550004']],
    [
      'of numbers that carry theirs',
      'country,phone\nGB,+447700900123\nGB,447700900123\nUS,+447700900123\n',
      'US',
      ['447700900123', '447700900123', '447700900123'],
    ],
    [
      'of which some are unknown',
      'country,phone\nGB,7700900123\nNarnia,7700900124\nGB,7700900125\n',
      'US',
      [GB, '17700900124', '447700900125 or 17700900125'],
    ],
    [
      'beside area codes',
      'country,area code,phone\nGB,161,4960000\nDE,171,2345678\n',
      'DE',
      ['441614960000', '491712345678'],
    ],
  ])('%s', async (_, text, country, rows) => {
    const added = await add(text, country);
    expect(added.rows).toEqual(rows);
    expect(added.others).toEqual([]);
  });

  test('gives no rows of its own, whichever way the numbers are written', async () => {
    const people = 'A,07700 900123,United Kingdom\nB,06 12 34 56 78,France\nC,98765 43210,India\nD,0171 2345678,DE\n';
    for (const country of ['US', 'GB', 'DE']) {
      const { rows, others } = await add(`Name,Phone,Country\n${people}`, country);
      expect(others).toEqual([]);
      for (const [index, msisdn] of ['447700900123', '33612345678', '919876543210', '491712345678'].entries()) {
        expect(rows[index]?.split(' or ')).toContain(msisdn);
      }
    }
  });
});
