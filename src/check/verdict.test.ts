import { describe, expect, it } from 'vitest';

import { REASONS } from '../lib/reason';
import { REASON_WORDS } from '../lib/words';
import type { OptOut, Scope, ScopeAnswer } from '../providers/contract';
import {
  combineProviders,
  combineScopes,
  failureOfNumber,
  firstToRetry,
  isRetryable,
  verdictText,
  type ProviderVerdict,
} from './verdict';

const scope: Scope = { provider: 'one', account: null, interval: null, asOf: 1 };
const failure = { reason: 'refused', message: 'The key was refused.', detail: 'HTTP 401' } as const;

function record(recordId: string, optedOutAt: number | null): OptOut {
  return {
    provider: 'one',
    recordId,
    numberAsGiven: '15553031234',
    msisdn: '15553031234',
    keys: ['15553031234'],
    optedOutAt,
    source: { actor: 'person', words: 'the person replied STOP', raw: 'MO' },
    account: null,
    fields: [],
    raw: null,
  };
}

const answers: Record<'opted-out' | 'not-found' | 'could-not-check', ScopeAnswer> = {
  'opted-out': { kind: 'opted-out', records: [record('1', 5)], scope, coverage: 'whole' },
  'not-found': { kind: 'not-found', scope },
  'could-not-check': { kind: 'could-not-check', failure, scope },
};
const kinds = ['opted-out', 'not-found', 'could-not-check'] as const;
const cases = kinds.flatMap((a) => kinds.flatMap((b) => kinds.map((c) => [a, b, c] as const)));

function worst(parts: readonly (typeof kinds)[number][]) {
  if (parts.includes('opted-out')) return 'opted-out';
  return parts.includes('could-not-check') ? 'could-not-check' : 'not-found';
}

describe('combining, worst first', () => {
  it.each(cases)('scopes %s, %s, %s', (a, b, c) => {
    expect(combineScopes([answers[a], answers[b], answers[c]]).kind).toBe(worst([a, b, c]));
  });

  it.each(cases)('vendors %s, %s, %s', (a, b, c) => {
    const verdicts = [a, b, c].map((kind) => combineScopes([answers[kind]]));
    expect(combineProviders(verdicts).kind).toBe(worst([a, b, c]));
  });

  it.each(cases)('a fourth vendor without configuration changes nothing: %s, %s, %s', (a, b, c) => {
    const verdicts = [a, b, c].map((kind) => combineScopes([answers[kind]]));
    expect(combineProviders([...verdicts, { kind: 'not-configured' }])).toEqual(combineProviders(verdicts));
  });

  it('says nothing before every vendor has answered, unless a record was read', () => {
    const waiting: ProviderVerdict = { kind: 'waiting' };
    expect(combineProviders([combineScopes([answers['not-found']]), waiting]).kind).toBe('waiting');
    expect(combineProviders([combineScopes([answers['could-not-check']]), waiting]).kind).toBe('waiting');
    expect(combineProviders([waiting, combineScopes([answers['opted-out']])]).kind).toBe('opted-out');
  });

  it('with no vendor configured nothing was searched', () => {
    const overall = combineProviders([{ kind: 'not-configured' }, { kind: 'not-configured' }]);
    expect(verdictText(overall)).toBe('Could not check: not configured');
  });

  it('keeps every record of every scope, newest first, those without a time last', () => {
    const verdict = combineScopes([
      { kind: 'opted-out', records: [record('old', 1), record('unknown', null)], scope, coverage: 'partial' },
      answers['could-not-check'],
      { kind: 'opted-out', records: [record('new', 9)], scope, coverage: 'whole' },
    ]);
    if (verdict.kind !== 'opted-out') throw new Error('a record was read');
    expect(verdict.records.map(({ recordId }) => recordId)).toEqual(['new', 'old', 'unknown']);
  });
});

describe('what a failure is about', () => {
  const failed = (reason: 'refused' | 'not-a-phone-number', message = 'A digit is missing.'): ProviderVerdict => ({
    kind: 'could-not-check',
    failure: { reason, message, detail: '' },
    answers: [],
  });
  const notConfigured: ProviderVerdict = { kind: 'not-configured' };
  const notFound = combineScopes([answers['not-found']]);

  it('the number itself, when every vendor asked says the same of it', () => {
    const noNumber = failed('not-a-phone-number');
    expect(failureOfNumber([noNumber, notConfigured, noNumber])?.message).toBe('A digit is missing.');
    expect(failureOfNumber([noNumber, failed('not-a-phone-number', 'Another.')])).toBeNull();
    expect(failureOfNumber([noNumber, notFound])).toBeNull();
    expect(failureOfNumber([failed('refused'), failed('refused')])).toBeNull();
    expect(failureOfNumber([notConfigured])).toBeNull();
  });

  it('a vendor, whose answer asking again could mend', () => {
    expect(firstToRetry([notFound, failed('refused'), failed('refused')])).toBe(1);
    expect(firstToRetry([notFound, failed('not-a-phone-number'), notConfigured])).toBe(-1);
  });
});

describe('words', () => {
  it.each(REASONS)('"Could not check" names its one reason: %s', (reason) => {
    const verdict: ProviderVerdict = { kind: 'could-not-check', failure: { ...failure, reason }, answers: [] };
    expect(verdictText(verdict)).toBe(`Could not check: ${REASON_WORDS[reason].short}`);
    expect(isRetryable(verdict)).toBe(reason !== 'not-configured');
  });

  it('never uses a word that reads as permission', () => {
    const text = JSON.stringify(REASON_WORDS).toLowerCase();
    for (const word of ['clear', 'safe', 'ok to', 'subscribed', 'not opted out']) expect(text).not.toContain(word);
  });
});
