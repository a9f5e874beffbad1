import { describe, expect, it } from 'vitest';

import type { Interval } from '../../lib/date-range';
import type { NonEmpty } from '../../lib/non-empty';
import { isNonEmpty } from '../../lib/non-empty';
import type { Reason } from '../../lib/reason';
import type { Gap, LookupAnswer, OptOut } from '../contract';
import { runLookup } from './check-lookup-run';
import { History } from './history';
import { rowKeys } from './history-keys';
import type { MobivateRow } from './schema';
import { Session } from './session';

const MINUTE = 60_000;
const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 21, 12);
const SINCE = Date.UTC(2019, 0, 1);
const IN_2020 = { from: Date.UTC(2020, 0, 1), to: Date.UTC(2021, 0, 1) };
const IN_2022 = { from: Date.UTC(2022, 0, 1), to: Date.UTC(2023, 0, 1) };

/** A vendor that gives its rows one by one, each with a turn in between, and fails where told to. */
class World {
  now = START;
  rows: MobivateRow[] = [];
  failing: (readonly [Interval, Reason])[] = [];
  /** Rows that cannot be read, in every answer. */
  unreadable: string[] = [];
  readonly asked: Interval[] = [];
  /** Called before each row. */
  onRow: (row: MobivateRow) => void = () => undefined;
  readonly told: (readonly [number, readonly string[]])[] = [];
  readonly session = new Session({
    history: new History(rowKeys),
    now: () => this.now,
    read: async (interval, { sink, signal }) => {
      this.asked.push(interval);
      const scope = { provider: 'mobivate', account: null, interval, asOf: this.now };
      for (const row of this.rows) {
        this.onRow(row);
        await turns();
        if (signal.aborted) return { kind: 'partial', scope, gaps: [gapOf(interval, 'cancelled')] };
        if (within(row.created, interval) && !this.failing.some(([gap]) => within(row.created, gap))) sink.add([row]);
      }
      const failing = this.failing.filter(([gap]) => gap.from < interval.to && interval.from < gap.to);
      const gaps = failing.map(([gap, reason]) => gapOf(gap, reason));
      if (this.unreadable.length > 0) gaps.push({ ...gapOf(interval, 'incomplete'), unreadable: this.unreadable });
      return isNonEmpty(gaps) ? { kind: 'partial', scope, gaps } : { kind: 'whole', scope };
    },
  });

  check(
    numbers: readonly NonEmpty<string>[],
    { canary = null, configured = true, signal = new AbortController().signal }: Options = {},
  ): Promise<LookupAnswer> {
    const vendor = { configured, canary, since: '2019-01-01', accounts: [] };
    const config = { sandbox: false, defaultCountry: 'US', defaultTimeZone: null, vendors: { mobivate: vendor } };
    const question = { numbers: numbers.map((keys) => ({ keys })), vendor, config, defaultCountry: 'GB' };
    const onFound = (index: number, records: readonly OptOut[]) => {
      this.told.push([index, records.map(({ recordId }) => recordId)]);
    };
    return runLookup(question, { signal, onProgress: () => undefined, onFound }, this.session, () => this.now);
  }
}

interface Options {
  readonly canary?: string | null;
  readonly configured?: boolean;
  readonly signal?: AbortSignal;
}

/** Lets everything happen that waits for nothing but its turn. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

function gapOf(interval: Interval, reason: Reason): Gap {
  return { interval, unreadable: [], failure: { reason, message: `It was ${reason}.`, detail: '' } };
}

function within(instant: number, { from, to }: Interval): boolean {
  return instant >= from && instant < to;
}

function row(id: string, mobile: string, created: number): MobivateRow {
  return { id, mobile, note: 'MO', created };
}

/** Each answer in short: `opted-out 7,3`, `not-found`, `could-not-check refused`. */
function short({ answers }: LookupAnswer): string[] {
  return answers.map(([answer]) => {
    if (answer.kind === 'opted-out') return `opted-out ${answer.records.map(({ recordId }) => recordId).join()}`;
    return answer.kind === 'not-found' ? answer.kind : `${answer.kind} ${answer.failure.reason}`;
  });
}

describe('runLookup', () => {
  it('answers each number in order, with all its records, newest first, and the scope', async () => {
    const world = new World();
    world.rows = [
      row('1', '15553031234', IN_2020.from),
      row('2', '4400111222', IN_2020.from),
      row('3', '15553031234', IN_2022.from),
    ];
    const answer = await world.check([['15552221234'], ['440111222'], ['15553031234', '5553031234']]);
    expect(short(answer)).toEqual(['not-found', 'opted-out 2', 'opted-out 3,1']);
    const scope = {
      provider: 'mobivate',
      account: null,
      interval: { from: SINCE, to: START + DAY },
      asOf: START,
    };
    expect(answer.coverage).toEqual([{ kind: 'whole', scope }]);
    expect(answer.answers.map(([{ scope }]) => scope)).toEqual([scope, scope, scope]);
    expect(answer.unasked).toEqual([]);
  });

  it('tells of records as they are read, and of those it holds at once', async () => {
    const world = new World();
    world.rows = [
      row('1', '4400111222', IN_2020.from),
      row('2', '15553031234', IN_2020.from),
      row('3', '4400111222', START),
    ];
    let toldBeforeLast = 0;
    world.onRow = ({ id }) => {
      if (id === '3') toldBeforeLast = world.told.length;
    };
    await world.check([['440111222'], ['4400111222'], ['15553031234']]);
    expect(toldBeforeLast).toBe(3);
    expect(world.told).toEqual([
      [1, ['1']],
      [0, ['1']],
      [2, ['2']],
      [1, ['3', '1']],
      [0, ['3', '1']],
    ]);
    world.told.length = 0;
    world.now += MINUTE;
    await world.check([['15553031234']]);
    expect(world.told).toEqual([[0, ['2']]]);
    expect(world.asked.at(-1)).toEqual({ from: START - 60 * MINUTE, to: START + MINUTE + DAY });
  });

  it('does not tell of records that may be gone, before they are read again', async () => {
    const world = new World();
    world.rows = [row('1', '15553031234', IN_2020.from), row('2', '15552221234', IN_2020.from)];
    await world.check([['15553031234']]);
    world.rows = [row('2', '15552221234', IN_2020.from)];
    world.now += 31 * MINUTE;
    world.told.length = 0;
    expect(short(await world.check([['15553031234'], ['15552221234']]))).toEqual(['not-found', 'opted-out 2']);
    expect(world.told).toEqual([[1, ['2']]]);
  });

  it.each([
    [[[IN_2020, 'refused']], 'refused'],
    [
      [
        [IN_2020, 'no-answer'],
        [IN_2022, 'no-answer'],
      ],
      'no-answer',
    ],
    [
      [
        [IN_2020, 'slowed-down'],
        [IN_2022, 'vendor-error'],
      ],
      'slowed-down',
    ],
    [[[IN_2020, 'incomplete']], 'incomplete'],
  ] as const)('with gaps %j, finds what it finds and could not check the rest: %s', async (failing, reason) => {
    const world = new World();
    world.rows = [row('1', '15553031234', IN_2020.from), row('2', '15552221234', SINCE)];
    world.failing = [...failing];
    const answer = await world.check([['15553031234'], ['15552221234']], { canary: '+1 555 303 9999' });
    expect(short(answer)).toEqual([`could-not-check ${reason}`, 'opted-out 2']);
    expect(answer.answers[1]).toMatchObject([{ coverage: 'partial' }]);
    const stretches = answer.answers.map(([one]) =>
      one.kind === 'not-found' ? [] : one.gaps?.map((gap) => gap.interval),
    );
    const unread = failing.map(([stretch]) => stretch);
    expect(stretches).toEqual([unread, unread]);
  });

  it('says how many rows could not be read, as the list does, and shows them', async () => {
    const world = new World();
    world.rows = [row('1', '15553031234', IN_2020.from), row('2', '15552221234', SINCE)];
    world.unreadable = ['{"id":null}'];
    const answer = await world.check([['15553031234'], ['15559999999']]);
    expect(short(answer)).toEqual(['opted-out 1', 'could-not-check incomplete']);
    expect(answer.answers[1]).toMatchObject([
      { failure: { message: '1 of 3 rows could not be read.', detail: '{"id":null}' } },
    ]);
  });

  it('keeps what it found when it is cancelled', async () => {
    const world = new World();
    const { signal, stop } = stopper();
    world.rows = [row('1', '15553031234', IN_2020.from), row('2', '15552221234', IN_2020.from)];
    world.onRow = ({ id }) => {
      if (id === '2') stop();
    };
    const answer = await world.check([['15552221234'], ['15553031234']], { signal });
    expect(short(answer)).toEqual(['could-not-check cancelled', 'opted-out 1']);
  });

  it('says "not found" only while the known number is found, in the country of the settings', async () => {
    const world = new World();
    world.rows = [row('1', '15553031234', IN_2020.from)];
    expect(short(await world.check([['447700900123']], { canary: '(555) 303-1234' }))).toEqual(['not-found']);
    const answer = await world.check([['447700900123'], ['15553031234']], { canary: '+44 7700 900999' });
    expect(short(answer)).toEqual(['could-not-check known-number-missing', 'opted-out 1']);
    expect(answer.coverage[0].kind).toBe('partial');
    // All of it was read: no stretch is missing.
    expect(answer.answers[0]).not.toHaveProperty([0, 'gaps']);
    expect(short(await world.check([['447700900123']], { canary: 'soon' }))).toEqual([
      'could-not-check known-number-missing',
    ]);
  });

  describe('the known number, in a part that is held since an earlier check', () => {
    const canary = '+1 555 303 1234';
    const CANARY_SECOND = { from: IN_2020.from, to: IN_2020.from + 1000 };

    async function checkedBefore() {
      const world = new World();
      world.rows = [row('1', '15553031234', IN_2020.from), row('2', '15552221234', START - 1)];
      expect(short(await world.check([['447700900123']], { canary }))).toEqual(['not-found']);
      expect(world.asked).toHaveLength(1);
      world.now += 5 * MINUTE;
      return world;
    }

    it('is asked for again, and then "not found" stands', async () => {
      const world = await checkedBefore();
      expect(short(await world.check([['447700900123']], { canary }))).toEqual(['not-found']);
      expect(world.asked.slice(2)).toEqual([CANARY_SECOND]);
    });

    it('is missing when the vendor shows another list by now', async () => {
      const world = await checkedBefore();
      world.rows = [];
      const answer = await world.check([['447700900123'], ['15552221234']], { canary });
      expect(short(answer)[0]).toBe('could-not-check known-number-missing');
    });

    it('is found by another of its records when one is gone', async () => {
      const world = new World();
      world.rows = [row('1', '15553031234', IN_2020.from), row('2', '15553031234', IN_2022.from)];
      await world.check([['447700900123']], { canary });
      world.now += 5 * MINUTE;
      world.rows.pop();
      expect(short(await world.check([['447700900123']], { canary }))).toEqual(['not-found']);
    });

    it('leaves the reason of its failure when it cannot be asked for', async () => {
      const world = await checkedBefore();
      world.failing = [[CANARY_SECOND, 'no-answer']];
      // The newest stretch is read whole; only the known number's second fails.
      const answer = await world.check([['447700900123']], { canary });
      expect(short(answer)).toEqual(['could-not-check no-answer']);
    });

    it('does not count where this check does not look', async () => {
      const world = new World();
      world.rows = [row('1', '15553031234', SINCE - DAY)];
      await world.session.ensure({ from: SINCE - 2 * DAY, to: START + DAY }, { signal: new AbortController().signal });
      expect(short(await world.check([['447700900123']], { canary }))).toEqual([
        'could-not-check known-number-missing',
      ]);
    });
  });

  it('asks nothing without a key', async () => {
    const world = new World();
    expect(short(await world.check([['15553031234']], { configured: false }))).toEqual([
      'could-not-check not-configured',
    ]);
    expect(world.asked).toEqual([]);
  });
});

function stopper() {
  const controller = new AbortController();
  return { signal: controller.signal, stop: () => controller.abort() };
}
