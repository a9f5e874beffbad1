import { expect, test } from 'vitest';

import { runCheck, Check } from './run-check';
import { toQuestions } from './questions';
import { sheetHead, sheetScopes } from './sheet-words';
import { pretendConfig, pretendList, pretendProvider, truthfulLookup } from './testing';

const STARTED = Date.UTC(2026, 10, 22, 12, 4, 10);
const PROVIDERS = ['one', 'two', 'three'].map((id) =>
  pretendProvider(id, truthfulLookup(id, new Set(['15553031234']))),
);
const SCOPE = '1 Jan 1970 to now, as of 1 Jan 1970, 00:00:00 UTC';

function newCheck() {
  const list = toQuestions(pretendList(['15553031234', '15553031235']));
  return new Check(list, PROVIDERS, pretendConfig(['one', 'two']), STARTED);
}

test('the foot names what each vendor was searched for, or why it was not', async () => {
  const check = newCheck();
  expect(sheetScopes({ rows: check.rows(), providers: PROVIDERS, zone: 'UTC' })).toEqual([
    'ONE: not answered yet',
    'TWO: not answered yet',
    'THREE: not configured, not searched',
  ]);
  await runCheck(check, { signal: new AbortController().signal, onChange: () => undefined });
  expect(sheetScopes({ rows: check.rows(), providers: PROVIDERS, zone: 'UTC' })).toEqual([
    `ONE, searched: ${SCOPE}`,
    `TWO, searched: ${SCOPE}`,
    'THREE: not configured, not searched',
  ]);
});

test('the head says when, that it is pretend, that it is not finished, that rows are left out', () => {
  const rows = newCheck().rows();
  const facts = {
    rows,
    total: 2,
    providers: PROVIDERS,
    startedAt: STARTED,
    askedAt: STARTED,
    country: 'GB',
    zone: 'UTC',
    sandbox: false,
    running: false,
  };
  const country = 'Numbers without a country code were read as numbers of United Kingdom (GB).';
  const promise = '“Not found” means: not on the lists searched, as far back and as late as stated. It is not consent.';
  expect(sheetHead(facts)).toEqual(['Asked 22 Nov 2026, 12:04:10 UTC', country, promise]);
  expect(sheetHead({ ...facts, total: 2000, sandbox: true, running: true })).toEqual([
    'Asked 22 Nov 2026, 12:04:10 UTC',
    'SANDBOX DATA: not real people',
    'Printed while lists were still being read: this check is not finished.',
    'Only 2 of 2,000 rows are printed.',
    country,
    promise,
  ]);
});
