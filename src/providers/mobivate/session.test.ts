import { describe, expect, it } from 'vitest';

import type { Interval } from '../../lib/date-range';
import type { Coverage, Gap } from '../contract';
import { History } from './history';
import type { MobivateRow } from './schema';
import { Session } from './session';
import { OVERLAP_MS } from './session-ledger';
import type { ReadInterval } from './session-reading';

const MINUTE = 60_000;
const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 21, 12);
const { signal: never } = new AbortController();

/** A vendor whose readings wait until they are let go. Each reading is noted with its interval. */
class Vendor {
  now = START;
  rows: MobivateRow[] = [];
  gaps: Interval[] = [];
  held = false;
  /** Takes its time to stop. */
  slow = false;
  readonly asked: Interval[] = [];
  readonly #waiting: (() => void)[] = [];

  readonly read: ReadInterval = async (interval, { sink, signal, onProgress }) => {
    const asOf = this.now;
    this.asked.push(interval);
    const stopped = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    const letGo = new Promise<void>((resolve) => this.#waiting.push(resolve));
    if (this.held) await (this.slow ? letGo : Promise.race([letGo, stopped]));
    const scope = { provider: 'mobivate', account: null, interval, asOf };
    if (signal.aborted) return partial(scope, interval, 'cancelled');
    const gap = this.gaps.find(({ from, to }) => from < interval.to && to > interval.from);
    const rows = this.rows.filter(
      ({ created }) => within(created, interval) && (gap === undefined || !within(created, gap)),
    );
    const added = sink.add(rows);
    onProgress({ covered: 1, requests: 1, rows: added, waitingUntil: null });
    return gap === undefined ? { kind: 'whole', scope } : partial(scope, gap, 'vendor-error');
  };

  /** Lets all readings go that wait, and those they lead to. */
  async letGo(): Promise<void> {
    for (let reading = 0; reading < 3; reading += 1) {
      for (const go of this.#waiting.splice(0)) go();
      await turns();
    }
  }
}

/** Lets everything happen that waits for nothing but its turn. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

function partial(scope: Coverage['scope'], interval: Interval, reason: Gap['failure']['reason']): Coverage {
  return { kind: 'partial', scope, gaps: [{ interval, unreadable: [], failure: { reason, message: '', detail: '' } }] };
}

function within(instant: number, { from, to }: Interval): boolean {
  return instant >= from && instant < to;
}

function row(id: number, created: number): MobivateRow {
  return { id: String(id), mobile: `4477009${id}`, note: 'MO', created };
}

function open() {
  const vendor = new Vendor();
  const session = new Session({
    history: new History((mobile) => [mobile]),
    read: vendor.read,
    now: () => vendor.now,
  });
  const all = () => ({ from: START - 365 * DAY, to: vendor.now + DAY });
  return { vendor, session, all, ensure: (interval = all()) => session.ensure(interval, { signal: never }) };
}

describe('Session', () => {
  it('reads what is not covered and what is new, and nothing else', async () => {
    const { vendor, all, ensure } = open();
    const first = all();
    expect(await ensure()).toEqual({ coverage: { kind: 'whole', scope: scopeOf(first, START) }, readAt: START });
    vendor.now += 10 * MINUTE;
    expect((await ensure()).coverage).toEqual({
      kind: 'whole',
      scope: { ...scopeOf(all(), START), newestAsOf: vendor.now },
    });
    const older = { from: START - 400 * DAY, to: START - 300 * DAY };
    expect((await ensure(older)).coverage.kind).toBe('whole');
    await ensure({ from: START - 10 * DAY, to: START - 5 * DAY });
    expect(vendor.asked).toEqual([
      first,
      { from: START - OVERLAP_MS, to: START + 10 * MINUTE + DAY },
      { from: older.from, to: first.from },
    ]);
  });

  it('takes in what was added since, and drops what was deleted once it is read again', async () => {
    const { vendor, session, all, ensure } = open();
    vendor.rows = [row(1, START - 30 * DAY), row(2, START - DAY)];
    await ensure();
    vendor.rows = [row(2, START - DAY), row(3, START + MINUTE)];
    vendor.now += 20 * MINUTE;
    await ensure();
    expect(session.history.size).toBe(3);
    vendor.now += 11 * MINUTE;
    vendor.held = true;
    const answer = ensure();
    expect(session.held(all())?.coverage.scope.asOf).toBe(START);
    expect(session.history.size).toBe(3);
    await vendor.letGo();
    expect((await answer).coverage).toEqual({ kind: 'whole', scope: scopeOf(all(), vendor.now) });
    expect(vendor.asked.at(-1)).toEqual(all());
    expect(session.history.find(['44770091'])).toEqual([]);
    expect(session.history.size).toBe(2);
  });

  it('reads all of it again when asked to', async () => {
    const { vendor, session, all, ensure } = open();
    await ensure();
    await session.ensure(all(), { signal: never, fresh: true });
    expect(vendor.asked).toEqual([all(), all()]);
  });

  it('keeps the rows of a stretch that could not be read again, and does not answer from them', async () => {
    const { vendor, session, all, ensure } = open();
    vendor.rows = [row(1, START - 30 * DAY), row(2, START - DAY)];
    await ensure();
    vendor.now += 31 * MINUTE;
    vendor.gaps = [{ from: START - 40 * DAY, to: START - 20 * DAY }];
    const { coverage } = await ensure();
    expect(coverage).toEqual(
      partial(
        { ...scopeOf(all(), START), newestAsOf: vendor.now },
        { from: START - 40 * DAY, to: START - 20 * DAY },
        'vendor-error',
      ),
    );
    expect(session.getSnapshot()).toEqual({ kind: 'partial', coverage, readAt: vendor.now });
    expect(session.history.size).toBe(2);
  });

  it('retries the gaps alone', async () => {
    const { vendor, session, all, ensure } = open();
    vendor.rows = [row(1, START - 30 * DAY)];
    vendor.gaps = [{ from: START - 40 * DAY, to: START - 20 * DAY }];
    const { coverage } = await ensure();
    expect(session.history.size).toBe(0);
    const [gap] = vendor.gaps.splice(0);
    const retried = coverage.kind === 'partial' ? await session.retry(coverage, { signal: never }) : null;
    expect(retried?.coverage).toEqual({ kind: 'whole', scope: scopeOf(all(), START) });
    expect(vendor.asked).toEqual([all(), gap]);
    expect(session.history.size).toBe(1);
    expect(session.getSnapshot().kind).toBe('whole');
  });

  it('shares one reading among all who ask at the same time', async () => {
    const { vendor, session, all, ensure } = open();
    vendor.held = true;
    const batches: number[] = [];
    const answers = [
      ensure(),
      session.ensure(all(), { signal: never, onRows: (rows) => batches.push(rows.length) }),
      ensure({ from: START - DAY, to: START + DAY }),
    ];
    expect(session.getSnapshot().kind).toBe('reading');
    vendor.rows = [row(1, START - DAY)];
    await vendor.letGo();
    expect((await Promise.all(answers)).map(({ coverage }) => coverage.kind)).toEqual(['whole', 'whole', 'whole']);
    expect(vendor.asked).toEqual([all()]);
    expect(batches).toEqual([1]);
  });

  it('goes on for the others when one leaves, and answers the one who left at once', async () => {
    const { vendor, session, all, ensure } = open();
    vendor.held = true;
    const leaver = new AbortController();
    const left = session.ensure(all(), { signal: leaver.signal });
    const stayed = ensure();
    leaver.abort();
    expect((await left).coverage).toEqual(cancelledPart(all(), START));
    await vendor.letGo();
    expect((await stayed).coverage.kind).toBe('whole');
    expect(vendor.asked).toHaveLength(1);
  });

  it('stops when the last one leaves; who asks then gets a reading of their own', async () => {
    const { vendor, session, all, ensure } = open();
    vendor.held = true;
    const leaver = new AbortController();
    const left = session.ensure(all(), { signal: leaver.signal });
    vendor.slow = true;
    leaver.abort();
    await turns();
    const next = ensure();
    await vendor.letGo();
    expect((await left).coverage).toMatchObject({ kind: 'partial', gaps: [{ failure: { reason: 'cancelled' } }] });
    expect((await next).coverage.kind).toBe('whole');
    expect(vendor.asked).toHaveLength(2);
  });

  it('hands its reading over when one leaves and another comes in the same breath', async () => {
    const { vendor, session, all, ensure } = open();
    vendor.held = true;
    const leaver = new AbortController();
    const left = session.ensure(all(), { signal: leaver.signal });
    await turns();
    leaver.abort();
    const next = ensure();
    expect((await left).coverage.kind).toBe('partial');
    await vendor.letGo();
    expect((await next).coverage.kind).toBe('whole');
    expect(vendor.asked).toHaveLength(1);
  });

  it('asks nothing once cancelled, and keeps what is known', async () => {
    const { vendor, session, all, ensure } = open();
    vendor.rows = [row(1, START - DAY)];
    await ensure();
    const { coverage } = await session.ensure(all(), { signal: AbortSignal.abort() });
    expect(coverage).toEqual(cancelledPart({ from: START - OVERLAP_MS, to: START + DAY }, START, all()));
    expect(vendor.asked).toHaveLength(1);
    expect(session.history.size).toBe(1);
  });

  it('passes a bug on to all who wait, and reads again for the next', async () => {
    const { vendor, session, all } = open();
    let broken = true;
    const fragile = new Session({
      history: session.history,
      now: () => START,
      read: (interval, context) => (broken ? Promise.reject(new Error('bug')) : vendor.read(interval, context)),
    });
    const asked = [1, 2].map(() => fragile.ensure(all(), { signal: never }));
    expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(fragile.getSnapshot()).toEqual({ kind: 'idle' });
    broken = false;
    expect((await fragile.ensure(all(), { signal: never })).coverage.kind).toBe('whole');
  });
});

function scopeOf(interval: Interval, asOf: number): Coverage['scope'] {
  return { provider: 'mobivate', account: null, interval, asOf };
}

function cancelledPart(interval: Interval, asOf: number, scope = interval): unknown {
  return {
    kind: 'partial',
    scope: scopeOf(scope, asOf),
    gaps: [{ interval, unreadable: [], failure: expect.objectContaining({ reason: 'cancelled' }) }],
  };
}
