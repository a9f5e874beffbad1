import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { soakable } from '../../lib/__fixtures__/soakable';
import type { Interval } from '../../lib/date-range';
import type { Gap } from '../contract';
import { History } from './history';
import type { MobivateRow } from './schema';
import { Session, STALE_AFTER_MS } from './session';
import { OVERLAP_MS } from './session-ledger';

const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 21, 12);
const { signal } = new AbortController();

/** Instants anywhere in the three days around the start, in minutes from it. */
const minutes = fc.integer({ min: -2 * 1440, max: 1440 });
const part = fc
  .tuple(minutes, minutes)
  .map(([a, b]): Interval => ({ from: START + Math.min(a, b) * MINUTE, to: START + (Math.max(a, b) + 1) * MINUTE }));

const interval = fc.oneof(part, fc.constant<Interval>({ from: START - 2880 * MINUTE, to: START + 1440 * MINUTE }));

const steps = fc.oneof(
  // Rows arrive with times up to an hour behind ours and a day before it.
  fc.record({ arrive: fc.integer({ min: -1439, max: OVERLAP_MS / MINUTE - 1 }) }),
  fc.record({ old: minutes.filter((minute) => minute < 0) }),
  fc.record({ remove: fc.nat() }),
  fc.record({ pass: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ ask: interval, fresh: fc.boolean(), failing: fc.option(interval, { freq: 4 }) }),
);
type Step = typeof steps extends fc.Arbitrary<infer Kind> ? Kind : never;

interface Listed {
  readonly row: MobivateRow;
  /** When it was deleted, ms UTC. */
  removed: number;
}

/** A vendor whose list changes, and a session that reads it. */
class World {
  now = START;
  failing: Interval | null = null;
  readonly records: Listed[] = [];
  readonly session = new Session({
    history: new History((mobile) => [mobile]),
    now: () => this.now,
    read: async (asked, { sink }) => {
      const { failing } = this;
      const scope = { provider: 'mobivate', account: null, interval: asked, asOf: this.now };
      const listed = this.records.filter(({ row, removed }) => removed > this.now && within(row.created, asked));
      sink.add(listed.map(({ row }) => row).filter(({ created }) => failing === null || !within(created, failing)));
      if (failing === null || failing.from >= asked.to || failing.to <= asked.from) return { kind: 'whole', scope };
      const gap: Gap = {
        interval: failing,
        unreadable: [],
        failure: { reason: 'no-answer', message: '', detail: '' },
      };
      return { kind: 'partial', scope, gaps: [gap] };
    },
  });

  list(created: number): void {
    const id = String(this.records.length);
    this.records.push({ row: { id, mobile: `1${id}`, note: null, created }, removed: Infinity });
  }

  /** Asks, and compares what is then held with what was on the list. Returns what is wrong. */
  async ask(asked: Interval, fresh: boolean): Promise<readonly unknown[]> {
    const { coverage } = await this.session.ensure(asked, { signal, fresh });
    const gaps = coverage.kind === 'whole' ? [] : coverage.gaps.flatMap((gap) => gap.interval ?? asked);
    const covered = this.records.filter(
      ({ row }) => within(row.created, asked) && !gaps.some((gap) => within(row.created, gap)),
    );
    const tooOld = coverage.kind === 'whole' && coverage.scope.asOf < this.now - STALE_AFTER_MS;
    return [
      ...(tooOld ? [coverage] : []),
      ...gaps.filter(({ from, to }) => from < asked.from || to > asked.to || from >= to),
      ...covered.filter(({ row, removed }) => {
        const held = this.session.history.find([row.mobile]).length > 0;
        return held ? removed < coverage.scope.asOf : removed > this.now;
      }),
    ];
  }
}

function within(instant: number, { from, to }: Interval): boolean {
  return instant >= from && instant < to;
}

async function take(step: Step, world: World): Promise<readonly unknown[]> {
  if ('ask' in step) {
    world.failing = step.failing;
    return world.ask(step.ask, step.fresh);
  }
  if ('arrive' in step) world.list(world.now - step.arrive * MINUTE);
  else if ('old' in step) world.list(START + step.old * MINUTE);
  else if ('pass' in step) world.now += step.pass * MINUTE;
  else {
    const record = world.records[step.remove % Math.max(1, world.records.length)];
    if (record !== undefined) record.removed = Math.min(record.removed, world.now);
  }
  return [];
}

describe('Session against a list that changes', () => {
  it('holds every row of what it says it covers, and none that was gone before', async () => {
    const property = fc.asyncProperty(fc.array(steps, { minLength: 5, maxLength: 40 }), async (taken) => {
      const world = new World();
      // Rows of long ago are there from the start; the rest happens in order.
      for (const step of taken.filter((step) => 'old' in step)) await take(step, world);
      for (const step of taken.filter((step) => !('old' in step))) expect(await take(step, world)).toEqual([]);
    });
    await fc.assert(property, soakable(1000));
  });
});
