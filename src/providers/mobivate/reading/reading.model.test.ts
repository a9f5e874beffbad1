import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { soakable } from '../../../lib/__fixtures__/soakable';
import type { Interval } from '../../../lib/date-range';
import type { Gap } from '../../contract';
import { calmTrials, troubledTrials } from './__fixtures__/arbitraries';
import { columns, isUnreadable, runTrial, type Outcome, type Trial } from './__fixtures__/trial';
import { VendorModel } from './__fixtures__/vendor-model';

function gapsOf({ coverage }: Outcome): readonly Gap[] {
  return coverage.kind === 'whole' ? [] : coverage.gaps;
}

function holds({ from, to }: Interval, instant: number): boolean {
  return instant >= from && instant < to;
}

/**
 * Seconds of a gap (the first hundred) that could have been read: no window around them overflows, or `page` would have told the
 * rest. A window of exactly one page stays in doubt, because its second page brings nothing.
 */
function secondsThatFit({ rows, behaviour, pageSize }: Trial, gap: Interval): readonly number[] {
  const vendor = new VendorModel(columns(rows), { ...behaviour, kept: 'earliest' }, 1_000_000);
  const pages = behaviour.page === 'honoured' && behaviour.kept !== 'anew';
  const fit: number[] = [];
  for (let second = Math.floor(gap.from / 1000) * 1000; second < gap.to && fit.length < 100; second += 1000) {
    const counts = [second - 1000, second].flatMap((from) =>
      [second, second + 1000].map((to) => vendor.answer({ from, to }).length),
    );
    if (!counts.some((count) => (pages ? count === pageSize : count >= pageSize))) fit.push(second);
  }
  return fit;
}

/**
 * Whether nothing the vendor sends can tell its list from one cut at a limit that people set: so many rows, all within a few seconds,
 * and no second page.
 */
function looksLikeALimit({ rows, interval, behaviour }: Trial): boolean {
  const around = { from: Math.floor(interval.from / 1000) * 1000 - 1000, to: Math.ceil(interval.to / 1000) * 1000 };
  const all = new VendorModel(columns(rows), { ...behaviour, kept: 'earliest' }, 1_000_000).answer(around);
  const times = all.map(({ created }) => created);
  const close = Math.max(...times) - Math.min(...times) <= 5000;
  return [10, 20, 25].includes(all.length) && close && behaviour.page !== 'honoured';
}

/** Whatever happened: what counts as read was seen, and nothing was made up. */
function expectHonest(trial: Trial, outcome: Outcome): void {
  const gaps = gapsOf(outcome).map(({ interval }) => interval ?? trial.interval);
  const claimed = outcome.lasting.filter(
    ({ created }) => holds(trial.interval, created) && !gaps.some((gap) => holds(gap, created)),
  );
  expect(claimed.filter(({ id }) => !outcome.sink.has(id))).toEqual([]);
  expect([...outcome.sink].filter((id) => !outcome.ever.has(id))).toEqual([]);
  expect(claimed.filter(({ id }) => isUnreadable(id, trial))).toEqual([]);
  for (const { from, to } of gaps) {
    expect(from).toBeLessThan(to);
    expect(from).toBeGreaterThanOrEqual(trial.interval.from);
    expect(to).toBeLessThanOrEqual(trial.interval.to);
  }
  expect(gaps).toEqual(gaps.toSorted((a, b) => a.from - b.from || a.to - b.to));
  expect(outcome.coverage.scope).toMatchObject({ provider: 'mobivate', interval: trial.interval, asOf: trial.now });
}

describe('readInterval against a model of the vendor', { timeout: 3_600_000 }, () => {
  it('reads everything, or names the second that holds too much, whatever the vendor leaves open', async () => {
    await fc.assert(
      fc.asyncProperty(calmTrials, async (trial) => {
        const outcome = await runTrial(trial);
        expectHonest(trial, outcome);
        for (const { interval, failure } of gapsOf(outcome)) {
          expect(failure.reason).toBe('incomplete');
          const isLikeALimit = /exactly \d+ rows/.test(failure.message) && looksLikeALimit(trial);
          expect(isLikeALimit ? [] : secondsThatFit(trial, interval ?? trial.interval)).toEqual([]);
        }
      }),
      soakable(400),
    );
  });

  it('never claims what it did not see while requests fail, rows come and go, or it is cancelled', async () => {
    await fc.assert(
      fc.asyncProperty(troubledTrials, async (trial) => {
        const outcome = await runTrial(trial);
        expectHonest(trial, outcome);
        expect(trial.failing.share < 1 || outcome.requests <= 3).toBe(true);
      }),
      soakable(400),
    );
  });
});
