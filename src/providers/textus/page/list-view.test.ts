import { describe, expect, test } from 'vitest';

import type { NonEmpty } from '../../../lib/non-empty';
import type { Gap, OptOut, Scope } from '../../contract';
import { finished, type ListFilter, type ListState } from '../list-state';
import { gapWords, isPaused, listView, progressOf, scopeWords, shownState, totalOf, type Finished } from './list-view';

const scope: Scope = { provider: 'textus', account: 'a', interval: null, asOf: Date.UTC(2026, 10, 22, 12, 4, 10) };
const all: ListFilter = { kind: 'all' };
const words = { zone: 'UTC', forCsv: false, reached: true };

function row(index: number): OptOut {
  return {
    provider: 'textus',
    recordId: String(index),
    numberAsGiven: '',
    msisdn: `1555300${index}`,
    keys: [],
    optedOutAt: null,
    source: { actor: 'unknown', words: '', raw: null },
    account: 'a',
    fields: [],
    raw: null,
  };
}
const rows = (count: number) => Array.from({ length: count }, (_, index) => row(index));

const gap = (reason: 'incomplete' | 'refused', message: string, unreadable: readonly string[] = []): Gap => ({
  interval: null,
  unreadable,
  failure: { reason, message, detail: reason === 'refused' ? 'HTTP 401' : '' },
});

/** Only its presence counts here. */
const continuation = {} as NonNullable<Extract<ListState, { kind: 'partial' }>['continuation']>;

const reading = (count: number, totalItems: number | null = null): ListState => ({
  kind: 'reading',
  optOuts: rows(count),
  totalItems,
  requests: 1,
  fraction: null,
  waitingUntil: null,
});
const whole = (count: number): Finished => ({
  kind: 'whole',
  optOuts: rows(count),
  totalItems: count,
  requests: 1,
  numbers: [],
  unasked: [],
  coverage: { kind: 'whole', scope },
});
const partial = (count: number, gaps: NonEmpty<Gap>, goesOn = false): Finished => ({
  ...whole(count),
  kind: 'partial',
  coverage: { kind: 'partial', scope, gaps },
  continuation: goesOn ? continuation : null,
});
const failed: ListState = finished({
  optOuts: [],
  totalItems: null,
  requests: 1,
  numbers: [],
  unasked: [],
  coverage: { kind: 'partial', scope, gaps: [gap('refused', 'TextUs refused the key (401).')] },
  continuation: null,
});

describe('rows on screen', () => {
  test('are those of the state, while no earlier reading had more', () => {
    const state = reading(30);
    expect(listView(state, true, null)).toMatchObject({ rows: { length: 30 }, source: null, old: false });
    expect(listView(state, true, whole(20))).toMatchObject({ rows: { length: 30 }, old: false });
  });

  test('stay, marked as old, until a new reading has as many, and when it fails', () => {
    const kept = whole(60);
    expect(listView(reading(0), true, kept)).toMatchObject({ rows: kept.optOuts, source: kept, old: true });
    expect(listView(failed, false, kept)).toMatchObject({ rows: kept.optOuts, source: kept, old: true });
    expect(listView(reading(60), true, kept)).toMatchObject({ old: false });
    expect(shownState(listView(failed, false, kept), all, words)).toMatchObject({ kind: 'failed', kept: true });
  });

  test('are the new ones once the list was read again, fewer as they may be', () => {
    expect(listView(whole(3), false, whole(60))).toMatchObject({ rows: { length: 3 }, old: false });
  });
});

describe('the total', () => {
  test('is the vendor’s while reading, the number of rows when whole, and nobody’s else', () => {
    expect(totalOf(listView(reading(25, 3214), true, null))).toBe(3214);
    expect(totalOf(listView(reading(25), true, null))).toBeNull();
    expect(totalOf(listView(reading(25, 3), true, null))).toBeNull();
    expect(totalOf(listView({ ...whole(25), totalItems: 20 }, false, null))).toBe(25);
    expect(totalOf(listView(failed, false, whole(60)))).toBeNull();
  });
});

test('a pause is told from every other end by the way on that it leaves', () => {
  const paused = gap('incomplete', 'Reading was paused.');
  expect(isPaused(partial(25, [paused], true))).toBe(true);
  expect(isPaused(partial(25, [paused], false))).toBe(false);
  expect(isPaused(partial(25, [gap('refused', 'no')], true))).toBe(false);
  expect([whole(25), failed, reading(25), undefined].some(isPaused)).toBe(false);
});

test('all gaps are named, and rows that could not be read are in the details', () => {
  const { coverage } = partial(9, [
    gap('refused', 'One.'),
    gap('incomplete', '1 of 10 rows could not be read.', ['{}']),
  ]);
  if (coverage.kind === 'whole') throw new Error('It is partial');
  expect(gapWords(coverage)).toEqual({
    failure: { reason: 'refused', message: 'One.', detail: 'HTTP 401\n\n{}' },
    gaps: ['1 of 10 rows could not be read.'],
  });
});

test('a whole list says whose it is, what was asked, and as of when', () => {
  expect(shownState(listView(whole(2), false, null), { kind: 'search', digits: '303' }, words)).toEqual({
    kind: 'whole',
    total: 2,
    matching: null,
    scope: 'Account a, numbers that contain 303, as of 22 Nov 2026, 12:04:10 UTC',
  });
  expect(scopeWords(scope, { kind: 'exact', numbers: ['1'] }, 'UTC')).toContain('Account a, 1 exact number, ');
});

test('progress says how many of how many, and when somebody waits for the file', () => {
  const told = (state: ListState | undefined, filter: ListFilter = all, forCsv = false) =>
    progressOf(listView(state, true, null), filter, forCsv).words;
  expect(told(undefined)).toBe('Asking TextUs');
  expect(told(reading(25, 3214))).toBe('25 of 3,214 opt-outs read');
  expect(told(reading(1))).toBe('1 opt-out read so far');
  expect(told(reading(2), { kind: 'exact', numbers: ['1', '2', '3'] })).toBe(
    'Asking for 3 numbers: 2 opt-outs found so far',
  );
  expect(told(reading(25, 30), all, true)).toMatch(/^25 of 30 opt-outs read\. The CSV is saved when/u);
});

test('a list without a row yet shows none, and not an empty list', () => {
  const state = shownState(listView(reading(0), true, null), all, { ...words, reached: false });
  expect(state).toMatchObject({ kind: 'reading', kept: false, growing: false });
});

test('rows show as they are read, those of exact numbers together with what became of each', () => {
  const shown = (filter: ListFilter) => shownState(listView(reading(2), true, null), filter, words);
  expect(shown(all)).toMatchObject({ kind: 'reading', growing: true });
  expect(shown({ kind: 'exact', numbers: ['1', '2', '3'] })).toMatchObject({ kind: 'reading', growing: false });
});
