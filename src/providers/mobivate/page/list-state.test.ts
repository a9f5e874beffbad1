import { describe, expect, it } from 'vitest';

import type { NonEmpty } from '../../../lib/non-empty';
import type { Failure } from '../../../lib/reason';
import type { Coverage, Gap } from '../../contract';
import { listStateOf, type Counts } from './list-state';
import type { ReadingState } from './reading-state';

const NOW = Date.parse('2026-11-22T12:04:10Z');
const interval = { from: Date.UTC(2026, 10, 1), to: Date.UTC(2026, 10, 21) };
const scope = { provider: 'mobivate', account: null, interval, asOf: NOW - 180_000 };
const surroundings = { zone: 'UTC', now: NOW, onScreen: false };
const some: Counts = { total: 3214, matching: null };
const none: Counts = { total: 0, matching: null };

const failure = (reason: Failure['reason'], detail = ''): Failure => ({ reason, message: 'What happened.', detail });
const gap = (day: number, why: Failure, unreadable: readonly string[] = []): Gap => ({
  interval: { from: Date.UTC(2026, 10, day), to: Date.UTC(2026, 10, day + 1) },
  unreadable,
  failure: why,
});

function answered(gaps: NonEmpty<Gap> | null, readBefore = false): ReadingState {
  const coverage: Coverage = gaps === null ? { kind: 'whole', scope } : { kind: 'partial', scope, gaps };
  return { kind: 'answered', answer: { coverage, readAt: NOW }, readBefore };
}

describe('listStateOf', () => {
  it('says what a whole list is, and as of when', () => {
    expect(listStateOf(answered(null), some, surroundings)).toEqual({
      kind: 'whole',
      ...some,
      scope: '1 Nov 2026 to 20 Nov 2026, read 12:01:10 UTC, 3 minutes ago',
    });
  });

  it('names each gap with its stretch and reason, and what went wrong before what was left unread for it', () => {
    const gaps: NonEmpty<Gap> = [
      gap(2, failure('cancelled', 'Stopped.')),
      gap(5, failure('vendor-error', 'HTTP 500')),
      gap(9, failure('not-understood'), ['{"id":null}', '{"mobile":[]}']),
    ];
    expect(listStateOf(answered(gaps), some, surroundings)).toMatchObject({
      kind: 'partial',
      total: 3214,
      failure: { reason: 'vendor-error', detail: 'Stopped.\nHTTP 500\n{"id":null}\n{"mobile":[]}' },
      gaps: [
        '2 Nov 2026, 00:00:00 to 3 Nov 2026, 00:00:00 UTC: cancelled',
        '5 Nov 2026, 00:00:00 to 6 Nov 2026, 00:00:00 UTC: vendor error',
        '9 Nov 2026, 00:00:00 to 10 Nov 2026, 00:00:00 UTC: 2 rows could not be read, see Details',
      ],
    });
  });

  it('counts gaps that are too many to list', () => {
    const [first, ...others] = Array.from({ length: 20 }, (_, day) => gap(day + 1, failure('no-answer')));
    if (first === undefined) throw new Error('There are twenty.');
    const state = listStateOf(answered([first, ...others.slice(0, 17)]), some, surroundings);
    expect(state.kind === 'partial' && state.gaps.at(-1)).toBe('and 6 more gaps');
  });

  it.each([
    ['nothing was read', none, false, { kind: 'failed', kept: false }],
    ['rows of before are still there', some, true, { kind: 'failed', kept: true }],
    ['rows came, but no stretch was read to its end', some, false, { kind: 'partial', total: 3214 }],
  ])('tells failing apart: %s', (_, counts, readBefore, expected) => {
    const gaps: NonEmpty<Gap> = [{ interval, unreadable: [], failure: failure('refused') }];
    expect(listStateOf(answered(gaps, readBefore), counts, surroundings)).toMatchObject(expected);
  });

  it('never takes a part without rows for a failure or for an empty list', () => {
    expect(listStateOf(answered([gap(2, failure('no-answer'))]), none, surroundings).kind).toBe('partial');
    const unreadable: NonEmpty<Gap> = [{ interval, unreadable: ['{}'], failure: failure('not-understood') }];
    expect(listStateOf(answered(unreadable), none, surroundings).kind).toBe('partial');
  });

  it('says how far it is, and how long it may still take', () => {
    const progress = { fraction: 0.5, requests: 1200, rows: 9, words: 'Reading', waitingUntil: NOW };
    const reading: ReadingState = { kind: 'reading', progress, elapsed: 20_000, kept: null };
    expect(listStateOf(reading, null, surroundings)).toEqual({
      kind: 'reading',
      progress: { fraction: 0.5, waitingUntil: NOW, words: 'Reading · 1,200 requests · about 20 seconds left' },
      kept: false,
    });
  });

  it('claims nothing before the rows of an answer are counted', () => {
    expect(listStateOf(answered(null), null, surroundings)).toMatchObject({ kind: 'reading', kept: false });
    expect(listStateOf(answered(null), null, { ...surroundings, onScreen: true })).toMatchObject({ kept: true });
  });
});
