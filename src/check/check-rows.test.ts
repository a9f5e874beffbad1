import { describe, expect, it } from 'vitest';

import type { NumberList } from '../lib/number-list';
import type { Reading } from '../lib/phone';
import type { OptOut, Scope } from '../providers/contract';
import { summarise, summaryText, toCheckRow } from './check-rows';
import { toQuestions } from './questions';
import { combineScopes, type ProviderVerdict } from './verdict';

const national: Reading = {
  msisdn: '14400111222',
  as: 'national',
  country: 'US',
  display: '+1 440 011 1222',
  keys: ['14400111222'],
  possible: true,
};
const international: Reading = {
  msisdn: '4400111222',
  as: 'international',
  country: null,
  display: '+44 0011 1222',
  keys: ['4400111222', '440111222'],
  possible: true,
};
const other: Reading = { ...national, msisdn: '15553031234', display: '+1 555 303 1234', keys: ['15553031234'] };

const list: NumberList = {
  country: 'US',
  header: null,
  rows: [
    { kind: 'number', line: 1, input: '4400111222', readings: [national, international], sameAs: null },
    { kind: 'not-a-number', line: 2, input: 'n/a', problem: 'no-digits' },
    { kind: 'number', line: 3, input: '(555) 303-1234', readings: [other], sameAs: null },
    { kind: 'number', line: 4, input: '440 011 1222', readings: [national, international], sameAs: 0 },
  ],
};

const scope: Scope = { provider: 'one', account: null, interval: null, asOf: 7 };
const notFound: ProviderVerdict = combineScopes([{ kind: 'not-found', scope }]);

function found(keys: readonly string[]): ProviderVerdict {
  const record: OptOut = {
    provider: 'one',
    recordId: '1',
    numberAsGiven: keys[0] ?? '',
    msisdn: keys[0] ?? '',
    keys,
    optedOutAt: 1,
    source: { actor: 'person', words: 'the person replied STOP', raw: 'MO' },
    account: null,
    fields: [],
    raw: null,
  };
  return combineScopes([{ kind: 'opted-out', records: [record], scope, coverage: 'whole' }]);
}

describe('toQuestions', () => {
  it('asks each distinct number once, under every reading, and answers it on every row', () => {
    const { questions, questionOf } = toQuestions(list);
    expect(questions).toEqual([{ keys: ['14400111222', '4400111222', '440111222'] }, { keys: ['15553031234'] }]);
    expect(questionOf).toEqual([0, null, 1, 0]);
  });
});

describe('toCheckRow', () => {
  const [first, text] = list.rows;
  if (first === undefined || text === undefined) throw new Error('rows');

  it('shows the reading that matched, whichever of the two it is', () => {
    expect(toCheckRow(0, first, [found(['4400111222', '440111222'])]).reading).toBe(international);
    expect(toCheckRow(0, first, [found(['14400111222'])]).reading).toBe(national);
  });

  it('shows the preferred reading when nothing matched', () => {
    const row = toCheckRow(0, first, [notFound]);
    expect([row.reading, row.matched, row.overall.kind]).toEqual([national, false, 'not-found']);
  });

  it('never says "Not found" of digits no numbering plan knows, but lets a match stand', () => {
    const reading = { ...other, possible: false };
    const odd = { kind: 'number', line: 1, input: '123456', readings: [reading], sameAs: null } as const;
    expect(toCheckRow(0, odd, [notFound]).overall).toMatchObject({ failure: { reason: 'not-a-phone-number' } });
    expect(toCheckRow(0, odd, [notFound, found(other.keys)]).overall.kind).toBe('opted-out');
  });

  it('never asks about text that is no number, and says so for every vendor', () => {
    const row = toCheckRow(1, text, [{ kind: 'waiting' }, { kind: 'not-configured' }]);
    expect(row.overall).toMatchObject({ kind: 'could-not-check', failure: { reason: 'not-a-phone-number' } });
    expect(row.verdicts.map((verdict) => verdict.kind)).toEqual(['could-not-check', 'could-not-check']);
  });
});

describe('summary', () => {
  it('adds up and reads as the contract says', () => {
    const [row] = list.rows;
    if (row === undefined) throw new Error('rows');
    const rows = [
      ...Array.from({ length: 3 }, () => toCheckRow(0, row, [found(['14400111222'])])),
      ...Array.from({ length: 8 }, () => toCheckRow(0, row, [notFound])),
      toCheckRow(0, row, [{ kind: 'not-configured' }]),
    ];
    const summary = summarise(rows);
    expect(summary.optedOut + summary.notFound + summary.couldNotCheck + summary.waiting).toBe(summary.total);
    expect(summaryText(summary)).toBe('12 numbers: 3 opted out, 8 not found, 1 could not check');
    expect(summaryText(summarise(rows.slice(0, 1)))).toBe('1 number: 1 opted out, 0 not found, 0 could not check');
    expect(summaryText(summarise([toCheckRow(0, row, [{ kind: 'waiting' }])]))).toBe(
      '1 number: 0 opted out, 0 not found, 0 could not check, 1 still being checked',
    );
  });
});
