import { describe, expect, it } from 'vitest';

import { cutIntoBins, type BinUnit } from '../../../../lib/time-bins';
import { ACTORS } from '../../history';
import { binClock, binWords } from './bin-words';
import { barsOf, barWords, pictureWords, type Basis } from './picture';

const HOUR = 3_600_000;
const DAY = 86_400_000;
const NOON = Date.UTC(2026, 10, 4, 12);
const breathe = () => Promise.resolve();
const cut = (from: number, to: number, unit: BinUnit, zone = 'UTC') => cutIntoBins({ from, to }, unit, zone, breathe);
const start = Date.UTC(2026, 10, 1);

/** Six days of November, the fourth of which was not over when it was read. */
const week = () => cut(start, start + 6 * DAY, 'day');
const counts = (...persons: readonly number[]) => {
  const tally = new Uint32Array(persons.length * ACTORS.length);
  for (const [bin, count] of persons.entries()) tally[bin * ACTORS.length] = count;
  return { counts: tally, total: 0 };
};
const WHOLE: Basis = { kind: 'whole', asOf: NOON, readAt: NOON + 1000 };

describe('barsOf', () => {
  const states = async (basis: Basis, ...persons: readonly number[]) =>
    barsOf(await week(), counts(...persons), basis).map(({ state }) => state);

  it('says what was read before it was over, and what had not begun', async () => {
    const expected = ['whole', 'whole', 'whole', 'open', 'ahead', 'ahead'];
    expect(await states(WHOLE, 3, 0, 1, 2, 0, 0)).toEqual(expected);
  });

  it('takes no bar for whole while the list is read', async () => {
    expect(new Set(await states({ kind: 'reading' }, 3, 0, 1, 2, 0, 0))).toEqual(new Set(['part']));
  });

  it('tells a bar with a gap from one of which nothing was read', async () => {
    const gap = { from: start + DAY / 2, to: start + 3 * DAY };
    const partial: Basis = { kind: 'partial', asOf: NOON, readAt: NOON, unread: [gap] };
    expect(await states(partial, 3, 0, 1, 2, 0, 0)).toEqual(['part', 'unread', 'part', 'open', 'ahead', 'ahead']);
  });

  it('sums each bar by source', async () => {
    const tally = { counts: Uint32Array.from({ length: 6 * ACTORS.length }, (_, place) => place), total: 0 };
    expect(barsOf(await week(), tally, WHOLE)[1]).toEqual({ counts: [5, 6, 7, 8, 9], total: 35, state: 'whole' });
  });
});

describe('words', () => {
  const words = async (basis: Basis, digits: string, ...persons: readonly number[]) => {
    const bins = await week();
    return pictureWords(bins, barsOf(bins, counts(...persons), basis), basis, digits);
  };

  it('say the picture in one sentence, whole only when it is', async () => {
    const told = '6 opt-outs: 6 person’s own act. Busiest day: Sun 1 Nov 2026 with 3.';
    expect(await words(WHOLE, '', 3, 0, 1, 2, 0, 0)).toBe(told);
    const partial: Basis = { kind: 'partial', asOf: NOON, readAt: NOON, unread: [{ from: start, to: start + DAY }] };
    expect(await words(partial, '', 3, 0, 1, 2, 0, 0)).toBe(`Only what was read: ${told}`);
    expect(await words({ kind: 'reading' }, '61', 1, 0, 0, 0, 0, 0)).toBe(
      '1 opt-out with 61 in the number read so far: 1 person’s own act. Busiest day: Sun 1 Nov 2026 with 1.',
    );
    expect(await words(WHOLE, '', 0, 0, 0, 0, 0, 0)).toBe('0 opt-outs.');
    const nothing: Basis = { ...partial, unread: [{ from: start, to: start + 6 * DAY }], readAt: NOON + 9 * DAY };
    expect(await words(nothing, '', 0, 0, 0, 0, 0, 0)).toMatch(/^Nothing of this range was read/);
  });

  it('never claim more than was read', () => {
    const says = (state: 'whole' | 'open' | 'part' | 'unread' | 'ahead') => barWords({ total: 34, state });
    expect((['whole', 'open', 'part', 'unread', 'ahead'] as const).map(says)).toEqual([
      '34 opt-outs',
      '34 opt-outs so far',
      '34 opt-outs read, there may be more',
      'not read',
      'not yet begun when read',
    ]);
  });

  it.each([
    ['day', start, 2, ['Sun 1 Nov 2026', 'Mon 2 Nov 2026']],
    ['week', start + DAY, 14, ['2 Nov 2026 to 8 Nov 2026', '9 Nov 2026 to 15 Nov 2026']],
    ['month', start, 61, ['Nov 2026', 'Dec 2026']],
    ['month', start + DAY, 40, ['2 Nov 2026 to 30 Nov 2026', '1 Dec 2026 to 11 Dec 2026']],
    ['day', start + 34_200_000, 1, ['1 Nov 2026, 09:30 to 24:00', '2 Nov 2026, 00:00 to 09:30']],
    [
      'hour',
      start + 22.5 * 3_600_000,
      1 / 12,
      ['1 Nov 2026, 22:30 to 23:00', '1 Nov 2026, 23:00 to 24:00', '2 Nov 2026, 00:00 to 00:30'],
    ],
  ] as const)('name the bars by %s', async (unit, from, days, names) => {
    const bins = await cut(from, from + days * DAY, unit);
    expect(bins.edges.slice(1).map((_, bin) => binWords(bins, bin))).toEqual(names);
  });

  it('name both clocks, and the length, of a day on which they change', async () => {
    const from = Date.UTC(2026, 9, 3, 14);
    const bins = await cut(from, from + 23 * 3_600_000, 'day', 'Australia/Sydney');
    expect(binWords(bins, 0)).toBe('Sun 4 Oct 2026');
    expect(binClock(bins, 0)).toBe('AEST (UTC+10:00) to AEDT (UTC+11:00), a day of 23 hours');
  });

  it('say which clock an hour is told by where it is shown twice or the clocks change within it', async () => {
    const from = Date.UTC(2026, 9, 24, 23);
    const bins = await cut(from, from + 4 * HOUR, 'hour', 'Europe/London');
    expect(bins.edges.slice(1).map((_, bin) => binWords(bins, bin))).toEqual([
      '25 Oct 2026, 00:00 to 01:00 BST (UTC+01:00)',
      '25 Oct 2026, 01:00 BST (UTC+01:00) to 01:00 GMT (UTC+00:00)',
      '25 Oct 2026, 01:00 to 02:00 GMT (UTC+00:00)',
      '25 Oct 2026, 02:00 to 03:00',
    ]);
    expect(binWords(bins, 1, 3)).toBe('25 Oct 2026, 01:00 BST (UTC+01:00) to 03:00 GMT (UTC+00:00)');
  });
});
