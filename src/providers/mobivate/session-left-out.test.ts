import { describe, expect, it } from 'vitest';

import type { AskedWindow } from './api';
import { History } from './history';
import { rowKeys } from './history-keys';
import { readInterval } from './lookup';
import { VendorMemory } from './reading/memory';
import { seeded } from './reading/__fixtures__/skewed-history';
import type { MobivateRow } from './schema';
import { Session, STALE_AFTER_MS } from './session';

const MINUTE = 60_000;
const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 21, 12);
const ALL = { from: Date.UTC(2010, 0, 1), to: START + DAY };
const { signal } = new AbortController();

function rowsAt(count: number, at: (index: number) => number, firstId = 1): readonly MobivateRow[] {
  return Array.from({ length: count }, (_, index) => ({
    id: String(firstId + index),
    mobile: String(15_553_000_000 + firstId + index),
    note: 'MO',
    created: at(index),
  })).toSorted((a, b) => a.created - b.created);
}

function within(rows: readonly MobivateRow[], { from, to }: AskedWindow): readonly MobivateRow[] {
  return rows.filter(({ created }) => created >= from && created < to);
}

/** A session that asks a vendor which answers as `answer` says; counts what it is asked. */
function open(answer: (window: AskedWindow) => readonly MobivateRow[]) {
  const world = { now: START, requests: 0 };
  const memory = new VendorMemory();
  const history = new History(rowKeys);
  const session = new Session({
    history,
    now: () => world.now,
    read: (interval, context) =>
      readInterval(interval, {
        fetchWindow: async (window) => {
          world.requests += 1;
          await Promise.resolve();
          return { rows: answer(window), unreadable: [] };
        },
        memory,
        now: () => world.now,
        random: seeded(1),
        ...context,
      }),
  });
  const kindOf = async (interval = ALL) => (await session.ensure(interval, { signal })).coverage.kind;
  return { world, history, session, kindOf };
}

const twiceADay = (index: number): number => Date.UTC(2020, 0, 1) + index * 12 * 3_600_000;
const idOf = ({ id }: MobivateRow): number => Number(id);

/** Counts to a thousand first and drops the deleted afterwards. */
function dropsAfterCounting(rows: readonly MobivateRow[], isDeleted: (id: number) => boolean) {
  return (window: AskedWindow) =>
    within(rows, window)
      .slice(0, 1000)
      .filter((row) => !isDeleted(idOf(row)));
}

/** Sends no more than a hundred thousand bytes at a time. */
function stopsAtBytes(rows: readonly MobivateRow[]) {
  return (window: AskedWindow) => {
    let bytes = 0;
    return within(rows, window)
      .slice(0, 1000)
      .filter((row) => {
        bytes += JSON.stringify(row).length;
        return bytes <= 100_000;
      });
  };
}

const withNotes = (rows: readonly MobivateRow[], long: number): readonly MobivateRow[] =>
  rows.map((row, index) => ({ ...row, note: 'x'.repeat(index < long ? 300 : 100) }));

describe('a vendor that leaves rows out', () => {
  it.each([
    [
      'deleted ones, here and there',
      dropsAfterCounting(rowsAt(4000, twiceADay), (id) => id % 9 === 0 || (id > 900 && id < 1300 && id % 3 === 0)),
    ],
    [
      'deleted ones, most of them early',
      dropsAfterCounting(rowsAt(2400, twiceADay), (id) => (id < 400 && id % 2 === 0) || id % 40 === 0),
    ],
    [
      'deleted ones, none of them in the first answer',
      dropsAfterCounting(rowsAt(4000, twiceADay), (id) => id > 1000 && id % 9 === 0),
    ],
    [
      'deleted ones, in one place only',
      dropsAfterCounting(rowsAt(9000, twiceADay), (id) => id > 3500 && id < 3800 && id % 2 === 0),
    ],
    ['beyond so many bytes, long notes first', stopsAtBytes(withNotes(rowsAt(3000, twiceADay), 100))],
    ['beyond so many bytes', stopsAtBytes(withNotes(rowsAt(3000, twiceADay), 1500))],
  ])('%s: is not believed, however often it is asked', async (_what, answer) => {
    const { session, kindOf } = open(answer);
    for (let time = 0; time < 3; time += 1) expect(await kindOf()).toBe('partial');
    const { coverage } = await session.ensure(ALL, { signal });
    if (coverage.kind !== 'partial') throw new Error('Believed');
    expect((await session.retry(coverage, { signal })).coverage.kind).toBe('partial');
    expect(coverage.gaps[0].failure.message).toMatch(/fewer rows at a time/);
  });

  it('under load, after it has sent more in the quiet: is not believed', async () => {
    let limit = 500;
    const rows = [...rowsAt(2000, twiceADay), ...rowsAt(400, (index) => START - 20 * DAY + index * 3_600_000, 90_000)];
    const { kindOf } = open((window) => within(rows, window).slice(0, limit));
    expect(await kindOf({ from: START - 30 * DAY, to: START + DAY })).toBe('whole');
    limit = 300;
    expect(await kindOf()).toBe('partial');
    expect(await kindOf()).toBe('partial');
    // What passes every test is believed again.
    limit = 1000;
    expect(await kindOf()).toBe('whole');
  });

  it('to a range over a year, by sending nothing: is not believed', async () => {
    for (const newest of [1000, 20 * DAY, 40 * DAY, 300 * DAY]) {
      const rows = rowsAt(1200, (index) => START - newest - index * 4 * DAY);
      const { world, kindOf } = open((window) => (window.to - window.from > 366 * DAY ? [] : within(rows, window)));
      expect([newest, await kindOf()]).toEqual([newest, 'partial']);
      expect(world.requests).toBeLessThanOrEqual(3);
    }
  });

  it('to what is new, by sending nothing while the end is still to come: is not believed', async () => {
    const rows = [
      ...rowsAt(5, (index) => START - (100 + index) * DAY),
      ...rowsAt(3, (index) => START - (2 + index) * DAY, 900),
    ];
    const { world, kindOf } = open((window) => (window.to > world.now ? [] : within(rows, window)));
    expect(await kindOf({ from: START - 120 * DAY, to: START - 20 * DAY })).toBe('whole');
    expect(await kindOf({ from: START - 20 * DAY, to: START + DAY })).toBe('partial');
  });

  it('and by sending nothing for a moment: the rows that are held stay', async () => {
    let failing = false;
    const { world, history, kindOf } = open((window) => {
      if (!failing) return within(rows, window);
      failing = false;
      return [];
    });
    const rows = [...rowsAt(50, twiceADay), ...rowsAt(5, (index) => START - (index + 1) * MINUTE, 900)];
    await kindOf();
    expect(history.size).toBe(55);
    for (const interval of [ALL, { from: START - 10 * MINUTE, to: START + DAY }]) {
      world.now += STALE_AFTER_MS + MINUTE;
      failing = true;
      expect(await kindOf(interval)).toBe('partial');
      expect(history.size).toBe(55);
    }
  });
});

describe('a vendor that leaves nothing out', () => {
  it('is asked twice at most the second time, however much is new, and whatever it keeps', async () => {
    for (const recent of [0, 5, 13, 300]) {
      for (const latest of [false, true]) {
        const rows = [...rowsAt(3000, twiceADay), ...rowsAt(recent, (index) => START - index * 5000, 9000)];
        const listed = [...rows].toSorted((a, b) => a.created - b.created);
        const { world, history, kindOf } = open((window) => {
          const matching = within(listed, window);
          return latest ? matching.slice(-1000).toReversed() : matching.slice(0, 1000);
        });
        expect(await kindOf()).toBe('whole');
        world.now += 5 * MINUTE;
        const before = world.requests;
        listed.push(...rowsAt(1, () => world.now - MINUTE, 99_999));
        expect(await kindOf({ ...ALL, to: world.now + DAY })).toBe('whole');
        expect(world.requests - before).toBeLessThanOrEqual(2);
        expect(history.size).toBe(3001 + recent);
      }
    }
  });

  it('may delete all that was new: one more reading believes it, and those that follow', async () => {
    const old = rowsAt(300, twiceADay);
    let rows = [...old, ...rowsAt(40, (index) => START - 2 * 3_600_000 - index * MINUTE, 900)];
    const { world, session, kindOf } = open((window) => within(rows, window));
    expect(await kindOf()).toBe('whole');
    rows = [...old];
    for (const expected of ['partial', 'whole', 'whole', 'whole']) {
      world.now += 5 * MINUTE;
      const { coverage } = await session.ensure({ ...ALL, to: world.now + DAY }, { signal });
      expect(coverage.kind).toBe(expected);
    }
  });

  it('may delete some: they are dropped', async () => {
    let rows = [...rowsAt(50, twiceADay), ...rowsAt(5, (index) => START - (index + 1) * MINUTE, 900)];
    const { world, history, session, kindOf } = open((window) => within(rows, window));
    expect(await kindOf()).toBe('whole');
    rows = rows.filter(({ id }) => id !== '902');
    const today = { from: START - 10 * MINUTE, to: START + DAY };
    expect((await session.ensure(today, { signal, fresh: true })).coverage.kind).toBe('whole');
    expect(history.size).toBe(54);
    expect(world.requests).toBe(5);
  });
});
