import { describe, expect, it } from 'vitest';

import list from './__fixtures__/list.json';
import { parseWindow } from './schema';

const ROW = { id: 7, mobile: '4400111222', note: 'MO', created: 1_672_704_203_000 };

describe('parseWindow', () => {
  it('reads the documented sample', async () => {
    expect(await parseWindow(list)).toEqual({
      rows: [{ id: '1354505990', mobile: '4400111222', note: 'MO', created: 1_672_704_203_000 }],
      unreadable: [],
    });
  });

  it.each([
    [
      'ids longer than a number holds',
      { ...ROW, id: '123456789012345678901234567890' },
      { id: '123456789012345678901234567890' },
    ],
    ['a mobile that is a number', { ...ROW, mobile: 15_553_031_234 }, { mobile: '15553031234' }],
    ['a mobile that is no number at all', { ...ROW, mobile: 'SHORTCODE' }, { mobile: 'SHORTCODE' }],
    ['a time in text', { ...ROW, created: '1672704203000' }, { created: 1_672_704_203_000 }],
    ['no note', { id: 7, mobile: '1', created: 5 }, { note: null }],
    ['a null note', { ...ROW, note: null }, { note: null }],
    ['an empty note', { ...ROW, note: '' }, { note: '' }],
    ['a note that is no text', { ...ROW, note: { by: 7 } }, { note: '{"by":7}' }],
    ['fields we do not know', { ...ROW, group: 'x', extra: null }, { id: '7' }],
  ])('tolerates %s', async (_what, raw, expected) => {
    const { rows, unreadable } = await parseWindow([raw]);
    expect(unreadable).toEqual([]);
    expect(rows[0]).toMatchObject(expected);
  });

  it.each([
    ['no id', { ...ROW, id: null }],
    ['an empty id', { ...ROW, id: '' }],
    ['an id that has lost digits', { ...ROW, id: 2 ** 60 }],
    ['no mobile', { ...ROW, mobile: null }],
    ['an empty mobile', { ...ROW, mobile: '' }],
    ['a mobile that has lost digits', { ...ROW, mobile: 2 ** 60 }],
    ['no time', { ...ROW, created: undefined }],
    ['a time in words', { ...ROW, created: 'yesterday' }],
    ['half a millisecond', { ...ROW, created: 0.5 }],
    ['null', null],
    ['text', 'Unauthorized'],
  ])('keeps a row with %s as text and reads the others', async (_what, raw) => {
    const { rows, unreadable } = await parseWindow([ROW, raw, ROW]);
    expect(rows).toHaveLength(2);
    expect(unreadable).toEqual([JSON.stringify(raw)]);
  });

  it.each([
    ['id', { ...ROW, id: null }, { id: null, created: ROW.created }],
    ['time', { ...ROW, created: 'yesterday' }, { id: '7', created: null }],
    ['id and no time', { mobile: '4400111222' }, { id: null, created: null, note: null }],
  ])('keeps the number of a row with no %s that can be read', async (_what, raw, expected) => {
    expect((await parseWindow([raw])).numberOnly).toMatchObject([{ mobile: '4400111222', raw, ...expected }]);
  });

  it('reads rows nested too deeply to be written out again like others', async () => {
    const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) as unknown;
    expect(await parseWindow([{ ...ROW, note: deep }, { ...ROW, id: deep }, deep])).toMatchObject({
      rows: [{ mobile: ROW.mobile, note: '"Nested too deeply to be shown"' }],
      numberOnly: [{ mobile: ROW.mobile, raw: 'Nested too deeply to be shown' }],
      unreadable: ['"Nested too deeply to be shown"', '"Nested too deeply to be shown"'],
    });
  });

  it.each([{ ...ROW, mobile: null }, { ...ROW, id: null, mobile: '1555****002' }, null, 'Unauthorized'])(
    'has no number of the row %j',
    async (raw) => {
      expect((await parseWindow([raw])).numberOnly).toBeUndefined();
    },
  );

  it.each([[{ records: [ROW], total: 1 }], [{ results: [ROW] }], [ROW], [null], ['[]']])('refuses %j', async (body) => {
    await expect(parseWindow(body)).rejects.toThrow('Expected Array');
  });
});
