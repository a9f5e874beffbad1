import { expect, test } from 'vitest';

import { readNumberList } from '../lib/number-list';
import type { Sort } from '../table/column';
import { toQuestions } from './questions';
import { Check, runCheck } from './run-check';
import { sortRows } from './sort-rows';
import { pretendConfig, pretendProvider, truthfulLookup } from './testing';

const signal = new AbortController().signal;
const INPUT = [
  '(555) 303-1234 b',
  'nobody',
  '+44 7700 900123',
  '10 apples',
  '5552221234',
  '(555) 303-1234 B',
  '9 pears',
];

/** Each row's place in the input, from 0, in the order asked for. */
async function order(sort: Sort): Promise<readonly number[]> {
  const list = await readNumberList(`1234567\n${INPUT.join('\n')}`, 'US', { signal });
  const providers = [
    pretendProvider('one', truthfulLookup('one', new Set(['15552221234', '447700900123']))),
    pretendProvider('two', truthfulLookup('two', new Set(['15553031234']))),
  ];
  const check = new Check(toQuestions(list), providers, pretendConfig(['one', 'two']), 1);
  await runCheck(check, { signal, onChange: () => undefined });
  return sortRows(check.rows().slice(1), sort, providers, () => Promise.resolve());
}

const by = (column: string, direction: Sort['direction']) => order({ column, direction });

test('by number, rows without one at the end in either direction, those alike in the order of the input', async () => {
  expect(await by('number', 'asc')).toEqual([5, 1, 6, 3, 2, 4, 7]);
  expect(await by('number', 'desc')).toEqual([3, 1, 6, 5, 2, 4, 7]);
});

test('by what was typed, digits as numbers', async () => {
  expect(await by('input', 'asc')).toEqual([1, 6, 3, 7, 4, 5, 2]);
});

test('by verdict and by vendor, the worst first', async () => {
  expect(await by('verdict', 'asc')).toEqual([1, 3, 5, 6, 2, 4, 7]);
  expect(await by('one', 'asc')).toEqual([3, 5, 1, 6, 2, 4, 7]);
  expect(await by('two', 'desc')).toEqual([2, 4, 7, 3, 5, 1, 6]);
});

test('by line', async () => {
  expect(await by('line', 'desc')).toEqual([7, 6, 5, 4, 3, 2, 1]);
});
