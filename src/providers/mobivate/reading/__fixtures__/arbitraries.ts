import * as fc from 'fast-check';

import type { ModelRow, Trial, Trouble } from './trial';
import { seeded } from './skewed-history';
import type { Behaviour } from './vendor-model';

const START = Date.UTC(2026, 10, 1);
const HOUR = 3_600_000;

/** Every reading of what the vendor's documentation leaves open. */
export const behaviours: fc.Arbitrary<Behaviour> = fc.record({
  kept: fc.constantFrom('earliest', 'latest', 'lowest-id', 'highest-id', 'shuffled', 'anew'),
  order: fc.constantFrom('as-kept', 'ascending', 'descending', 'shuffled'),
  startInclusive: fc.boolean(),
  endInclusive: fc.boolean(),
  page: fc.constantFrom('honoured', 'ignored', 'rejected'),
});

export const NO_TROUBLE: Trouble = {
  failing: { share: 0, reason: 'no-answer' },
  changes: [],
  unreadableEvery: 0,
  cancelAfter: null,
};

const groups = fc.record({
  /** Second at which the group begins. */
  at: fc.nat(30 * 3600),
  count: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 8 }) }, fc.integer({ min: 5, max: 70 })),
  /** How long it takes, ms: an instant, within a second, a burst, a trickle. */
  lasts: fc.constantFrom(1, 1000, 3000, 60_000, 10 * HOUR),
});

/** How ids go with time. Ids that are wrong for one row in a thousand are beyond what re-reading at random can promise to find. */
const idOrders = fc.constantFrom('rising', 'swapped', 'random', 'falling');

const rows: fc.Arbitrary<readonly ModelRow[]> = fc
  .record({
    all: fc.array(groups, { maxLength: 24, size: 'max' }),
    wholeSeconds: fc.boolean(),
    ids: idOrders,
    seed: fc.nat(),
  })
  .map(({ all, wholeSeconds, ids, seed }) => {
    const random = seeded(seed);
    const times = all
      .flatMap(({ at, count, lasts }) =>
        Array.from({ length: count }, () => START + at * 1000 + Math.floor(random() * lasts)),
      )
      .map((time) => (wholeSeconds ? Math.floor(time / 1000) * 1000 : time))
      .toSorted((a, b) => a - b);
    return withIds(times, ids, random);
  });

function withIds(times: readonly number[], order: string, random: () => number): readonly ModelRow[] {
  const ids = times.map((_, index) => 1000 + 3 * (order === 'falling' ? times.length - index : index));
  for (let index = 0; index < ids.length; index += 1) {
    const far = order === 'random' ? ids.length : order === 'swapped' && random() < 0.25 ? 6 : 0;
    const other = Math.min(ids.length - 1, index + Math.floor(random() * far));
    [ids[index], ids[other]] = [ids[other] ?? 0, ids[index] ?? 0];
  }
  return times.map((created, index) => ({ id: ids[index] ?? 0, created }));
}

const intervals = fc
  .record({ from: fc.integer({ min: -HOUR, max: 20 * HOUR }), lasts: fc.integer({ min: 1, max: 45 * HOUR }) })
  .map(({ from, lasts }) => ({ from: START + from, to: START + from + lasts }));

/** A vendor that behaves somehow, but always the same, and nothing goes wrong. */
export const calmTrials: fc.Arbitrary<Trial> = fc.record({
  rows,
  interval: fc.oneof(fc.constant({ from: START - 10 * HOUR, to: START + 60 * HOUR }), intervals),
  behaviour: behaviours,
  pageSize: fc.integer({ min: 5, max: 40 }),
  now: fc.constantFrom(START, START + 12 * HOUR, START + 100 * HOUR),
  seed: fc.nat(),
  failing: fc.constant(NO_TROUBLE.failing),
  changes: fc.constant(NO_TROUBLE.changes),
  unreadableEvery: fc.constant(NO_TROUBLE.unreadableEvery),
  cancelAfter: fc.constant(NO_TROUBLE.cancelAfter),
});

const troubles: fc.Arbitrary<Trouble> = fc.record({
  failing: fc.record({
    share: fc.constantFrom(0, 0, 0, 0, 0.02, 0.1, 0.3, 1),
    reason: fc.constantFrom('no-answer', 'no-answer', 'vendor-error', 'slowed-down', 'not-understood', 'refused'),
  }),
  changes: fc.array(
    fc.record({
      after: fc.integer({ min: 1, max: 60 }),
      add: fc.option(
        fc.record({
          id: fc.integer({ min: 900, max: 4000 }),
          created: fc.integer({ min: START, max: START + 30 * HOUR }),
        }),
      ),
      remove: fc.option(fc.nat()),
    }),
    { maxLength: 40, size: 'max' },
  ),
  unreadableEvery: fc.constantFrom(0, 0, 0, 50, 7),
  cancelAfter: fc.option(fc.integer({ min: 1, max: 80 }), { freq: 4 }),
});

/**
 * The same while requests fail, rows come and go, some cannot be read, or the reading is cancelled. A vendor that keeps rows by id
 * gets no new ones: a single id that does not go with its time is what re-reading at random may miss.
 */
export const troubledTrials: fc.Arbitrary<Trial> = fc.tuple(calmTrials, troubles).map(([trial, trouble]) => {
  const byId = trial.behaviour.kept.endsWith('-id');
  const changes = trouble.changes.map(({ after, add, remove }) => ({ after, add: byId ? null : add, remove }));
  return Object.assign({}, trial, trouble, { changes });
});
