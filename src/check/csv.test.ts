import { expect, test } from 'vitest';

import type { Lookup } from '../providers/contract';
import { checkCsvColumns } from './csv';
import { toQuestions } from './questions';
import { Check, runCheck } from './run-check';
import { pretendConfig, pretendList, pretendProvider, pretendRecord, pretendScope } from './testing';

const NUMBER = '15553031234';

/** The cells of a number whose record was read, from a list that was or was not read to its end. */
async function cells(coverage: 'whole' | 'partial'): Promise<Record<string, string>> {
  const scope = pretendScope('one');
  const lookup: Lookup = () =>
    Promise.resolve({
      answers: [[{ kind: 'opted-out', records: [pretendRecord('one', NUMBER)], scope, coverage }]],
      coverage: [{ kind: 'whole', scope }],
      unasked: [],
    });
  const providers = [pretendProvider('one', lookup)];
  const check = new Check(toQuestions(pretendList([NUMBER])), providers, pretendConfig(['one']), 700);
  await runCheck(check, { signal: new AbortController().signal, onChange: () => undefined });
  const [row] = check.rows();
  if (row === undefined) throw new Error('one row');
  return Object.fromEntries(checkCsvColumns(providers, 700).map(({ name, text }) => [name, text(row)]));
}

test('a record stands whatever else was read, but only a whole reading is named as searched', async () => {
  expect(await cells('partial')).toMatchObject({
    one: 'Opted out',
    one_searched_from_utc: '',
    one_searched_to_utc: '',
    as_of_utc: '1970-01-01T00:00:00.500Z',
  });
  expect(await cells('whole')).toMatchObject({
    one: 'Opted out',
    one_searched_from_utc: '1970-01-01T00:00:00.000Z',
    one_searched_to_utc: '1970-01-01T00:00:00.500Z',
  });
});
