import { describe, expect, it } from 'vitest';

import { isStale, listBody, statusText, type ListState } from './list-state';
import { rangeText } from './Pager';

const failure = { reason: 'slowed-down', message: 'Slow down (429).', detail: '' } as const;
const progress = { fraction: null, words: '', waitingUntil: null };
const whole = (total: number, matching: number | null = null): ListState => ({
  kind: 'whole',
  total,
  matching,
  scope: null,
});
const partial = (total: number, matching: number | null = null): ListState => ({
  kind: 'partial',
  total,
  matching,
  scope: null,
  failure,
  gaps: [],
});

describe('what stands in the place of the table', () => {
  it.each<[ListState, ReturnType<typeof listBody>]>([
    [{ kind: 'idle' }, 'idle'],
    [{ kind: 'reading', progress, kept: false }, 'skeleton'],
    [{ kind: 'reading', progress, kept: true }, 'rows'],
    [{ kind: 'reading', progress, kept: false, growing: true }, 'rows'],
    [whole(3214), 'rows'],
    [whole(0), 'empty'],
    [whole(0, 0), 'empty'],
    [whole(3214, 0), 'no-match'],
    [whole(3214, 2), 'rows'],
    [partial(12), 'rows'],
    [partial(0), 'nothing-in-part'],
    [partial(12, 0), 'nothing-in-part'],
    [{ kind: 'failed', failure, kept: true }, 'rows'],
    [{ kind: 'failed', failure, kept: false }, 'none'],
  ])('%j: %s', (state, body) => {
    expect(listBody(state)).toBe(body);
  });

  it('an empty place is only shown for a list that was read whole', () => {
    for (const state of [partial(0), partial(5, 0), { kind: 'failed', failure, kept: false } as const]) {
      expect(['empty', 'no-match']).not.toContain(listBody(state));
    }
  });
});

describe('statusText', () => {
  it('says Complete only of a whole list', () => {
    expect(statusText(whole(3214), 'opt-out')).toBe('Complete: 3,214 opt-outs');
    expect(statusText(whole(1), 'opt-out')).toBe('Complete: 1 opt-out');
    for (const state of [partial(9), { kind: 'reading', progress, kept: true } as const]) {
      expect(statusText(state, 'opt-out')).toBe('');
    }
  });
});

it('rows of an earlier reading are stale while reading and after failing', () => {
  expect(isStale({ kind: 'reading', progress, kept: true })).toBe(true);
  expect(isStale({ kind: 'failed', failure, kept: true })).toBe(true);
  expect(isStale({ kind: 'failed', failure, kept: false })).toBe(false);
  expect(isStale(whole(4))).toBe(false);
});

it('rangeText names rows and total as the contract writes them', () => {
  expect(rangeText(51, 100, 3214)).toBe('51–100 of 3,214');
  expect(rangeText(1, 50, null)).toBe('1–50');
  expect(rangeText(0, 0, 0)).toBe('0 of 0');
});
