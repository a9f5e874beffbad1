import { expect, test } from 'vitest';

import { evidenceText } from './evidence';
import { toQuestions } from './questions';
import { Check, runCheck } from './run-check';
import { pretendConfig, pretendList, pretendProvider, truthfulLookup } from './testing';

const COUNT = 10_000;
const numbers = Array.from({ length: COUNT }, (_, index) => String(15_550_000_000 + index));
const quiet = { signal: new AbortController().signal, onChange: () => undefined };

/** Counts how often the page may live on. */
function breaths() {
  let count = 0;
  return {
    count: () => count,
    breathe: () => {
      count += 1;
      return Promise.resolve();
    },
  };
}

test('ten thousand rows are taken in, made and written down in steps of no more than a hundred', async () => {
  const lookup = truthfulLookup('one', new Set(numbers.slice(0, 40)));
  const check = new Check(
    toQuestions(pretendList(numbers)),
    [pretendProvider('one', lookup)],
    pretendConfig(['one']),
    1,
  );
  const first = breaths();
  expect((await check.rowsInSteps(first.breathe)).every(({ overall }) => overall.kind === 'waiting')).toBe(true);
  expect(first.count()).toBeGreaterThanOrEqual(COUNT / 100);

  const { questions } = check.list;
  const taking = breaths();
  const answer = await lookup(
    {
      numbers: questions,
      vendor: { configured: true, canary: null, since: null, accounts: [] },
      config: check.config,
      defaultCountry: 'US',
    },
    { signal: quiet.signal, onProgress: () => undefined, onFound: () => undefined },
  );
  await check.boards[0]?.finish([...questions.keys()], questions, answer, taking.breathe);
  expect(taking.count()).toBeGreaterThanOrEqual(COUNT / 100);

  const making = breaths();
  const rows = await check.rowsInSteps(making.breathe);
  expect(making.count()).toBeGreaterThanOrEqual(COUNT / 100);
  expect(rows.map(({ overall }) => overall.kind === 'opted-out')).toEqual(numbers.map((_, index) => index < 40));
  expect(check.rows().every((row, place) => row === rows[place])).toBe(true);

  const writing = breaths();
  const options = { zone: 'UTC', startedAt: 1, askedAt: 1, country: 'US', sandbox: false };
  const text = await evidenceText(rows, check.providers, options, writing.breathe);
  expect(writing.count()).toBeGreaterThanOrEqual(COUNT / 100);
  expect(text.match(/^Number as asked: /gmu)).toHaveLength(COUNT);
});

test('a verdict that comes while rows are made is in them or in the next, and never half', async () => {
  const check = new Check(
    toQuestions(pretendList(numbers.slice(0, 200))),
    [pretendProvider('one', truthfulLookup('one', new Set()))],
    pretendConfig(['one']),
    1,
  );
  let steps = 0;
  const rows = await check.rowsInSteps(async () => {
    steps += 1;
    if (steps === 3) await runCheck(check, quiet);
  });
  for (const { overall, verdicts } of rows) expect(overall.kind).toBe(verdicts[0]?.kind);
  expect(new Set(rows.map(({ overall }) => overall.kind))).toEqual(new Set(['waiting', 'not-found']));
  expect(check.rows().every(({ overall }) => overall.kind === 'not-found')).toBe(true);
});
