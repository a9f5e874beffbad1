import { expect, test } from 'vitest';

import { gapText, hasGap } from './gap';
import { pretendRecord, pretendScope } from './testing';
import type { ProviderVerdict } from './verdict';

const scope = pretendScope('one');
const failure = { reason: 'incomplete', message: '', detail: '' } as const;

/** Every state one vendor's answer can be in. */
const STATES = {
  'opted out': {
    kind: 'opted-out',
    records: [pretendRecord('one', '15553031234')],
    answers: [{ kind: 'opted-out', records: [pretendRecord('one', '15553031234')], scope, coverage: 'whole' }],
  },
  'opted out, the rest still being read': {
    kind: 'opted-out',
    records: [pretendRecord('one', '15553031234')],
    answers: [],
  },
  'not found': { kind: 'not-found', answers: [{ kind: 'not-found', scope }] },
  'could not check': { kind: 'could-not-check', failure, answers: [{ kind: 'could-not-check', failure, scope }] },
  'not configured': { kind: 'not-configured' },
  waiting: { kind: 'waiting' },
} as const satisfies Readonly<Record<string, ProviderVerdict>>;

type State = keyof typeof STATES;

const states = Object.keys(STATES) as State[];
const hasRecord = (state: State): boolean => state.startsWith('opted out');

test.each(states.flatMap((one) => states.map((other) => [one, other] as const)))(
  'a gap is told only between a record and a list read to its end: %s, %s',
  (one, other) => {
    const expected = (hasRecord(one) && other === 'not found') || (hasRecord(other) && one === 'not found');
    expect(hasGap({ verdicts: [STATES[one], STATES[other]] })).toBe(expected);
  },
);

test('one vendor alone is no gap, and none is none', () => {
  for (const state of states) expect(hasGap({ verdicts: [STATES[state]] })).toBe(false);
  expect(hasGap({ verdicts: [] })).toBe(false);
});

const providers = [{ label: 'One' }, { label: 'Other' }, { label: 'Third' }];

test('the words name who has it and who does not, and nobody who was not read', () => {
  const { 'opted out': has, 'not found': lacks, 'could not check': failed, waiting } = STATES;
  expect(gapText({ verdicts: [has, lacks] }, providers)).toBe('One has this opt-out, Other does not.');
  expect(gapText({ verdicts: [lacks, has, failed] }, providers)).toBe('Other has this opt-out, One does not.');
  expect(gapText({ verdicts: [has, has, lacks] }, providers)).toBe('One and Other have this opt-out, Third does not.');
  expect(gapText({ verdicts: [has, lacks, lacks] }, providers)).toBe('One has this opt-out, Other and Third do not.');
  expect(gapText({ verdicts: [has, failed, waiting] }, providers)).toBe('');
});
