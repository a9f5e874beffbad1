import { expect, test } from 'vitest';

import { isPartial } from './csv';
import { toQuestions } from './questions';
import { Check, runCheck } from './run-check';
import { shownRows } from './shown-rows';
import { pretendConfig, pretendList, pretendProvider, truthfulLookup } from './testing';

const [listed, other] = ['15553031234', '15552221234'] as const;

test('a choice that no row fits any more shows all rows, so that nothing empty passes for an answer', async () => {
  const providers = [pretendProvider('one', truthfulLookup('one', new Set([listed])))];
  const check = new Check(toQuestions(pretendList([listed, other])), providers, pretendConfig(['one']), 1);
  const waiting = shownRows(check.rows(), 'waiting');
  expect([waiting.show, waiting.rows.length, isPartial(waiting.rows)]).toEqual(['waiting', 2, true]);

  await runCheck(check, { signal: new AbortController().signal, onChange: () => undefined });
  const rows = check.rows();
  for (const left of ['waiting', 'could-not-check', 'gap'] as const) {
    expect(shownRows(rows, left)).toEqual({ show: 'all', rows });
  }
  expect(shownRows(rows, 'opted-out')).toEqual({ show: 'opted-out', rows: [rows[0]] });
});
