import { describe, expect, it } from 'vitest';

import { runLookup } from './check-lookup-run';
import { History } from './history';
import { rowKeys } from './history-keys';
import { readInterval } from './lookup';
import { Session } from './session';
import { VendorClock } from './vendor-clock';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 21, 12);
const VICTIM = '15559999999';

/** A vendor with the right time, whose answers tell it, and a computer whose clock is `offset` ms from it. */
class World {
  now = NOW;
  offset: number;
  /** ms the vendor's clock is from the right time. */
  vendorOffset = 0;
  requests = 0;
  readonly rows = [{ id: '1', mobile: '15553000000', note: 'MO', created: NOW - 5 * DAY }];
  readonly #ours = () => this.now + this.offset;
  readonly #clock = new VendorClock(this.#ours);
  readonly session: Session;

  constructor(offset: number, { tells = true, onAnswer = (): void => undefined } = {}) {
    this.offset = offset;
    this.session = new Session({
      history: new History(rowKeys),
      now: this.#ours,
      clock: this.#clock,
      read: (interval, context) =>
        readInterval(interval, {
          fetchWindow: ({ from, to }) => {
            this.requests += 1;
            onAnswer();
            if (tells) this.#clock.learn(this.now + this.vendorOffset);
            const rows = this.rows.filter(({ created }) => created >= from && created < to);
            return Promise.resolve({ rows, unreadable: [] });
          },
          now: this.#ours,
          ...context,
        }),
    });
  }

  /** The vendor's list gets another number, at the vendor's time. */
  optOut(mobile = VICTIM): void {
    this.rows.push({ id: String(this.rows.length + 1), mobile, note: 'MO', created: this.now + this.vendorOffset - 1 });
  }

  async check(number = VICTIM) {
    const vendor = { configured: true, canary: null, since: '2010-01-01', accounts: [] };
    const config = { sandbox: false, defaultCountry: 'US', defaultTimeZone: null, vendors: { mobivate: vendor } };
    const before = this.requests;
    const { answers, coverage } = await runLookup(
      { numbers: [{ keys: [number] }], vendor, config, defaultCountry: 'US' },
      { signal: new AbortController().signal, onProgress: () => undefined, onFound: () => undefined },
      this.session,
      this.#ours,
    );
    const { scope, kind } = coverage[0];
    return { verdict: answers[0]?.[0].kind, coverage: kind, scope, requests: this.requests - before };
  }
}

describe.each([
  ['3 days ahead', 3 * DAY],
  ['3 hours ahead', 3 * HOUR],
  ['right', 0],
  ['3 hours behind', -3 * HOUR],
  ['2 days behind', -2 * DAY],
  ['40 days behind', -40 * DAY],
])('on a computer whose clock is %s', (_what, offset) => {
  it('an opt-out of a moment ago is found by the first check', async () => {
    const world = new World(offset);
    world.optOut();
    expect(await world.check()).toMatchObject({ verdict: 'opted-out', coverage: 'whole' });
  });

  it('one of after the first check is found by the second, in one or two requests, and no time is claimed too late', async () => {
    const world = new World(offset);
    const first = await world.check();
    expect(first).toMatchObject({ verdict: 'not-found', coverage: 'whole' });
    expect(first.scope.asOf).toBeLessThanOrEqual(world.now);
    world.now += 5 * MINUTE;
    world.optOut();
    world.now += 5 * MINUTE;
    const second = await world.check();
    expect(second).toMatchObject({ verdict: 'opted-out', coverage: 'whole' });
    // A clock so far off makes the newest stretch one of weeks, whose few rows are held against two parts of it.
    expect(second.requests).toBeLessThanOrEqual(offset < -31 * DAY ? 3 : 2);
    expect(second.scope.newestAsOf).toBeLessThanOrEqual(world.now);
  });

  it.each([true, false])('put right after the first check, all is read again (times told: %s)', async (tells) => {
    const world = new World(offset, { tells });
    await world.check();
    world.offset = 0;
    for (const hours of [1, 5, 18, 24]) {
      world.now += hours * HOUR;
      const number = `1555888000${hours % 10}`;
      world.optOut(number);
      expect(await world.check(number)).toMatchObject({ verdict: 'opted-out', coverage: 'whole' });
      const none = await world.check();
      expect(none.verdict).toBe('not-found');
      expect(none.scope.asOf).toBeLessThanOrEqual(world.now);
      expect(none.scope.asOf).toBeGreaterThanOrEqual(world.now - 30 * MINUTE);
    }
  });

  it('put right in the middle of a check, an opt-out of a moment ago is found', async () => {
    const world: World = new World(offset, { onAnswer: () => (world.offset = 0) });
    world.optOut();
    const { verdict, scope } = await world.check();
    expect(verdict).toBe('opted-out');
    expect(scope.asOf).toBeLessThanOrEqual(world.now);
  });
});

describe('when the clock is put back, what was read later than now', () => {
  const interval = { from: NOW - 30 * DAY, to: NOW };

  it('is no longer held', async () => {
    const world = new World(3 * DAY, { tells: false });
    await world.check();
    expect(world.session.held(interval)).not.toBeNull();
    world.offset = 0;
    expect(world.session.held(interval)).toBeNull();
  });

  it('is read again by Retry, with the gaps', async () => {
    const world = new World(3 * DAY, { tells: false });
    await world.check();
    world.offset = 0;
    world.rows.push({ id: 'late', mobile: VICTIM, note: 'MO', created: NOW - 2 * DAY });
    const gap = { from: NOW - 10 * DAY, to: NOW - 9 * DAY };
    const failure = { reason: 'no-answer', message: '', detail: '' } as const;
    const scope = { provider: 'mobivate', account: null, interval, asOf: NOW };
    const { coverage } = await world.session.retry(
      { kind: 'partial', scope, gaps: [{ interval: gap, unreadable: [], failure }] },
      { signal: new AbortController().signal },
    );
    expect(coverage.kind).toBe('whole');
    expect(world.session.history.find([VICTIM])).toHaveLength(1);
  });
});

it('a vendor whose clock runs away from every answer makes the search incomplete', async () => {
  const world: World = new World(0, { onAnswer: () => (world.vendorOffset += 2 * DAY) });
  expect(await world.check()).toMatchObject({ verdict: 'could-not-check', coverage: 'partial' });
  expect(world.requests).toBeLessThan(20);
});

it('a vendor’s clock that is wrong itself never makes an answer later than ours says', async () => {
  const world = new World(0);
  world.vendorOffset = 7 * HOUR;
  expect((await world.check()).scope.asOf).toBe(NOW);
});
