import { expect, test } from 'vitest';

import type { Scope, ScopeAnswer } from '../providers/contract';
import { searchedScope, unreadStretches, unsearchedScope } from './scope-words';
import { combineScopes } from './verdict';

const READ_AT = Date.UTC(2026, 10, 22, 12, 4, 10);
const scope = (account: string): Scope => ({ provider: 'one', account, interval: null, asOf: READ_AT });
const notFound = (account: string): ScopeAnswer => ({ kind: 'not-found', scope: scope(account) });
const failed = (account: string): ScopeAnswer => ({
  kind: 'could-not-check',
  failure: { reason: 'refused', message: 'Refused.', detail: '' },
  scope: scope(account),
});

test('what was read to its end and what was not are told apart', () => {
  const verdict = combineScopes([notFound('a'), failed('b'), notFound('c')]);
  expect(searchedScope(verdict)).toBe('accounts a, c, as of 22 Nov 2026, 12:04:10 UTC');
  expect(unsearchedScope(verdict)).toBe('account b, as of 22 Nov 2026, 12:04:10 UTC');
});

test('a search that was whole leaves nothing unsearched', () => {
  const verdict = combineScopes([notFound('a')]);
  expect(searchedScope(verdict)).toBe('account a, as of 22 Nov 2026, 12:04:10 UTC');
  expect(unsearchedScope(verdict)).toBe('');
});

test('what was not answered yet, or never asked, has no scope', () => {
  for (const kind of ['waiting', 'not-configured'] as const) {
    expect([searchedScope({ kind }), unsearchedScope({ kind })]).toEqual(['', '']);
  }
});

test('a list whose newest part was read again says both times, and ends at the later one', () => {
  const again = Date.UTC(2026, 10, 22, 12, 20, 1);
  const read: Scope = {
    provider: 'one',
    account: null,
    interval: { from: Date.UTC(2010, 0, 1), to: READ_AT + 600_000 },
    asOf: READ_AT,
    newestAsOf: again,
  };
  const verdict = combineScopes([{ kind: 'not-found', scope: read }]);
  expect(searchedScope(verdict)).toBe(
    '1 Jan 2010 to 22 Nov 2026, as of 22 Nov 2026, 12:04:10 UTC, newest part read again 22 Nov 2026, 12:20:01 UTC',
  );
});

test('the stretches that were not read are named once for all rows, on the clock of the zone', () => {
  const gaps = [
    {
      interval: { from: Date.UTC(2021, 2, 3, 4), to: Date.UTC(2021, 2, 4, 16, 10) },
      unreadable: [],
      failure: { reason: 'vendor-error', message: 'HTTP 500', detail: '' },
    },
  ] as const;
  const read: Scope = { provider: 'one', account: null, interval: { from: 0, to: READ_AT }, asOf: READ_AT };
  const partial: ScopeAnswer = { kind: 'could-not-check', failure: gaps[0].failure, scope: read, gaps };
  const verdicts = [combineScopes([partial]), combineScopes([{ ...partial }]), combineScopes([notFound('a')])];
  expect(unreadStretches(verdicts, 'Australia/Brisbane')).toEqual([
    '3 Mar 2021, 14:00:00 to 5 Mar 2021, 02:10:00 AEST (UTC+10:00): vendor error',
  ]);
});

test('accounts that were read at different times are told apart, the oldest first', () => {
  const later = { ...scope('a'), asOf: READ_AT + 300_000 };
  const verdict = combineScopes([{ kind: 'not-found', scope: later }, notFound('b'), notFound('c')]);
  expect(searchedScope(verdict, READ_AT + 300_000)).toBe(
    'accounts b, c, as of 22 Nov 2026, 12:04:10 UTC (5 minutes before this check); account a, as of 22 Nov 2026, 12:09:10 UTC',
  );
});
