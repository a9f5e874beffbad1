import { expect, test } from 'vitest';

import { recordKeys } from '../../lib/phone';
import { isNonEmpty } from '../../lib/non-empty';
import { BatchTrust } from './batch-trust';
import type { FetchPage } from './list';
import { runLookup } from './run-lookup';
import { many, onList } from './testing/look';
import { createPretendVendor } from './testing/pretend-vendor';

const OTHERS = Array.from({ length: 100 }, (_, index) => onList(index));
const ASKED = many(900, 1000);

/** The kinds of answer to those of the asked numbers that are on the list: every seventh. */
async function kindsOfListed(between: (fetchPage: FetchPage) => FetchPage): Promise<readonly string[]> {
  const isListed = (_: unknown, index: number) => index % 7 === 0;
  const rows = [...OTHERS, ...ASKED.map((_, index) => onList(1000 + index)).filter(isListed)];
  const numbers = ASKED.flatMap((number) => {
    const keys = recordKeys(number.slice(1));
    return isNonEmpty(keys) ? [{ keys }] : [];
  });
  const { answers } = await runLookup(
    { numbers, accounts: ['a'], canary: { kind: 'none' }, defaultCountry: 'US' },
    { signal: new AbortController().signal, onFound: () => undefined, onProgress: () => undefined },
    {
      fetchPage: between(createPretendVendor(rows).fetchPage),
      trust: new BatchTrust(),
      now: () => 5,
      waitingUntil: () => null,
      onWait: () => () => undefined,
    },
  );
  return answers.filter(isListed).flatMap((scopes) => scopes.map(({ kind }) => kind));
}

/** Gives the answer to the first question for all that are alike by `key`. */
function keeping(key: (path: string) => string): (fetchPage: FetchPage) => FetchPage {
  return (fetchPage) => {
    const kept = new Map<string, ReturnType<FetchPage>>();
    return (path, signal) => {
      const answer = kept.get(key(path)) ?? fetchPage(path, signal);
      kept.set(key(path), answer);
      return answer;
    };
  };
}

test('numbers on the list are found where every question is answered', async () => {
  expect(new Set(await kindsOfListed((fetchPage) => fetchPage))).toEqual(new Set(['opted-out']));
});

test.each([
  ['without their question', (path: string) => path.replace(/\?.*/u, '')],
  ['those to exact numbers as one', (path: string) => String(path.includes('exact'))],
  ['by their length', (path: string) => String(path.length)],
])('numbers on the list are not absent where something keeps answers %s', async (_, key) => {
  const kinds = await kindsOfListed(keeping(key));
  expect(kinds).toContain('opted-out');
  expect(kinds).toContain('could-not-check');
  expect(kinds).not.toContain('not-found');
});
