import { expect, it } from 'vitest';

import { pretendConfig, pretendList, pretendProvider, truthfulLookup } from './testing';
import { toQuestions } from './questions';
import { Check, runCheck } from './run-check';
import { verdictText } from './verdict';
import { withdrawn } from './withdrawn';

const context = { signal: new AbortController().signal, onChange: () => undefined };
const wordsOf = (check: Check) => check.rows().map(({ overall }) => verdictText(overall));

it('after a restart no answer of before stands, found or not, and Retry asks all with the new settings', async () => {
  const lists = new Map([
    ['one', new Set(['15553000001'])],
    ['two', new Set<string>()],
  ]);
  const providers = [...lists.keys()].map((id) =>
    pretendProvider(id, (question, more) => truthfulLookup(id, lists.get(id) ?? new Set())(question, more)),
  );
  const list = toQuestions(pretendList(['15553000001', '15553000002']));
  const before = new Check(list, providers, pretendConfig(['one']), 0);
  await runCheck(before, context);
  expect(wordsOf(before)).toEqual(['Opted out', 'Not found']);

  const after = withdrawn(before, pretendConfig(['one', 'two']), 1);
  expect(wordsOf(after)).toEqual(['Could not check: search incomplete', 'Could not check: search incomplete']);
  expect(after.rows()[1]?.overall).toMatchObject({ failure: { message: expect.stringContaining('was restarted') } });
  expect(after.retryable).toBe(true);

  lists.set('one', new Set()).set('two', new Set(['15553000002']));
  await runCheck(after, context);
  expect(wordsOf(after)).toEqual(['Not found', 'Opted out']);
});

it('what could not be checked before keeps its reason, unless the restart itself cancelled it', () => {
  const check = new Check(
    toQuestions(pretendList(['15553000001'])),
    [pretendProvider('one', () => Promise.reject(new Error('x')))],
    pretendConfig(['one']),
    0,
  );
  check.boards[0]?.fail([0], { reason: 'no-answer', message: 'No answer came.', detail: '' });
  expect(wordsOf(withdrawn(check, pretendConfig(['one']), 1))).toEqual(['Could not check: no answer']);
  check.boards[0]?.fail([0], { reason: 'cancelled', message: 'Cancelled.', detail: '' });
  expect(wordsOf(withdrawn(check, pretendConfig(['one']), 1))).toEqual(['Could not check: search incomplete']);
});
