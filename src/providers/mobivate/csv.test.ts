import { describe, expect, it } from 'vitest';

import { csvChunks } from '../../lib/csv';
import { csvColumns, csvRows } from './csv';
import { History } from './history';
import { rowKeys } from './history-keys';
import type { MobivateRow } from './schema';

const ALL = { from: 0, to: Date.UTC(2030, 0, 1), digits: '', sort: 'time-asc' } as const;
const FACTS = {
  zone: 'Australia/Sydney',
  complete: true,
  searched: { from: Date.UTC(2026, 9, 31, 13), to: Date.UTC(2026, 10, 21, 13) },
  asOf: Date.UTC(2026, 10, 22, 12, 4, 10),
};

async function write(rows: readonly MobivateRow[], facts: Parameters<typeof csvColumns>[0] = FACTS): Promise<string> {
  const history = new History(rowKeys);
  history.add(rows);
  const view = await history.view(ALL, { signal: new AbortController().signal });
  let text = '';
  for await (const chunk of csvChunks(csvColumns(facts), csvRows(history, view), {})) text += chunk;
  return text;
}

describe('the Mobivate file', () => {
  it('has the columns of the contract, and each row says what was searched', async () => {
    const created = Date.UTC(2026, 10, 20, 22, 30, 12, 123);
    const lines = (await write([{ id: '1354505990', mobile: '15553031234', note: 'MO', created }])).split('\r\n');
    expect(lines).toEqual([
      '\uFEFFnumber,msisdn,note,created_utc,created_local,time_zone,id,complete,searched_from_utc,searched_to_utc,as_of_utc',
      '+1 555 303 1234,15553031234,MO,2026-11-20T22:30:12.123Z,2026-11-21T09:30:12.123+11:00,Australia/Sydney,1354505990,yes,' +
        '2026-10-31T13:00:00.000Z,2026-11-21T13:00:00.000Z,2026-11-22T12:04:10.000Z',
      '',
    ]);
  });

  it('says in each row that rows may be missing', async () => {
    const [, row] = (await write([row1('MO')], { ...FACTS, complete: false })).split('\r\n');
    expect(row?.split(',')[7]).toBe('no');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+1+1', "'+1+1"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['a "b", c', '"a ""b"", c"'],
    [null, ''],
  ])('disarms a note such as %j', async (note, cell) => {
    const [, row] = (await write([row1(note)])).split('\r\n');
    expect(row?.startsWith(`+1 555 303 1234,15553031234,${cell},`)).toBe(true);
  });

  it.each([
    ['15553031002.0', '15553031002.0,15553031002,'],
    ['１５５５３０３１００２', '１５５５３０３１００２,15553031002,'],
    ['15550000001,15553031002', '"15550000001,15553031002",15550000001,'],
    ['+44 (0)7700 900123', '+44 (0)7700 900123,447700900123,'],
    ['1555****002', '1555****002,,'],
  ])('writes of %s the digits that matching reads', async (mobile, cells) => {
    const [, row] = (await write([{ ...row1('MO'), mobile }])).split('\r\n');
    expect(row?.startsWith(`${cells}MO,`)).toBe(true);
  });

  it('guards a number and an id that are none', async () => {
    const [, row] = (await write([{ ...row1('MO'), mobile: '=cmd|x', id: '@1' }])).split('\r\n');
    expect(row?.startsWith("'=cmd|x,,MO,")).toBe(true);
    expect(row).toContain(",'@1,");
  });
});

function row1(note: string | null): MobivateRow {
  return { id: '1', mobile: '15553031234', note, created: Date.UTC(2026, 10, 20) };
}
