import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { History } from '../../src/providers/mobivate/history';
import { rowKeys } from '../../src/providers/mobivate/history-keys';
import type { MobivateRow } from '../../src/providers/mobivate/schema';

/** What holding a history costs. Times in ms unless named otherwise; sizes in MB of 10^6 bytes. */
export interface HistoryCost {
  readonly rows: number;
  /** `heapUsed` + `arrayBuffers` with both sort orders built, after a collection, less what was there before. */
  readonly heapMb: number;
  /** The longest single batch of 1,000 rows taken in. */
  readonly longestAddMs: number;
  readonly buildMs: number;
  /** One number looked up with all its records, mean over 100,000 lookups, half of them hits. */
  readonly lookupMicroseconds: number;
  readonly sortByTimeMs: number;
  readonly sortByNumberMs: number;
  readonly findDigitsMs: number;
  /** All rows counted in 200 bins by source, for the picture of time. */
  readonly tallyMs: number;
  /** The longest the event loop was held up while sorting and finding. */
  readonly longestTaskMs: number;
}

const BATCH = 1000;
const NOTES = ['MO', 'API', 'Pasted Optout', 'File Upload', 'Rule Based Action: 3x UNDELIVERABLE', null];

/** Builds a history of `count` rows, as a reading would, and measures it. Asserts nothing. */
export async function measureHistory(count: number): Promise<HistoryCost> {
  const before = await memory();
  const history = new History(rowKeys);
  const started = performance.now();
  let longestAddMs = 0;
  for (let first = 0; first < count; first += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - first) }, (_, index) => row(first + index));
    longestAddMs = Math.max(longestAddMs, await timed(() => history.add(rows)));
  }
  const buildMs = performance.now() - started;
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const range = { from: 0, to: Number.MAX_SAFE_INTEGER };
  const { signal } = new AbortController();
  const sortByTimeMs = await timed(() => history.view({ ...range, digits: '', sort: 'time-desc' }, { signal }));
  const sortByNumberMs = await timed(() => history.view({ ...range, digits: '', sort: 'number-asc' }, { signal }));
  const findDigitsMs = await timed(() => history.view({ ...range, digits: '4400', sort: 'time-desc' }, { signal }));
  const edges = Array.from({ length: 201 }, (_, bin) => 1_262_304_000_000 + bin * 2_600_000_000);
  const bounds = { from: edges[0] ?? 0, to: edges.at(-1) ?? 0, digits: '' };
  const tallyMs = await timed(() => history.tally(bounds, edges, { signal }));
  loop.disable();
  const heapMb = ((await memory()) - before) / 1e6;
  const lookupMicroseconds = lookups(history, count);
  const longestTaskMs = loop.max / 1e6;
  return {
    rows: history.size,
    heapMb,
    longestAddMs,
    buildMs,
    lookupMicroseconds,
    sortByTimeMs,
    sortByNumberMs,
    findDigitsMs,
    tallyMs,
    longestTaskMs,
  };
}

/** A row of a made-up history: ids scattered, one number in fifty seen before, bursts of equal instants. */
function row(index: number): MobivateRow {
  const scattered = (index * 7919) % 2_147_483_647;
  return {
    id: String(1_354_505_990 + scattered),
    mobile: mobileOf(index % 50 === 0 ? index >>> 1 : index),
    note: NOTES[scattered % NOTES.length] ?? null,
    created: 1_262_304_000_000 + Math.floor(scattered / 3) * 700,
  };
}

function mobileOf(index: number): string {
  const prefix = ['1', '44', '61', '64', '353'][index % 5] ?? '1';
  return `${prefix}${String(2_000_000_000 + ((index * 104_729) % 7_999_999_993))}`;
}

function lookups(history: History, count: number): number {
  const asked = Array.from({ length: 100_000 }, (_, index) => mobileOf((index * 31) % (2 * count)));
  const started = performance.now();
  for (const number of asked) history.find([number]);
  return ((performance.now() - started) * 1000) / asked.length;
}

async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function memory(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // What a turn still holds is only let go in the next, and buffers are given back after the collection.
  for (let turn = 0; turn < 3; turn += 1) {
    await nextTurn();
    collect();
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
