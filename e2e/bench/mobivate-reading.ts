import { setMaxListeners } from 'node:events';

import { createGate } from '../../src/http/gate';
import { createMobivateApi } from '../../src/providers/mobivate/api';
import { History } from '../../src/providers/mobivate/history';
import { rowKeys } from '../../src/providers/mobivate/history-keys';
import { readInterval } from '../../src/providers/mobivate/lookup';
import { halving, pageWalk, type NaiveReading } from './naive';
import { printTable, seconds } from './table';
import { startWorld, type World } from './world';

const LATENCY_MS = 50;
const SINCE = Date.UTC(2010, 0, 1);
const DAY = 86_400_000;

type Way = (world: World) => Promise<{ readonly rows: number; readonly whole: boolean }>;

function interval() {
  return { from: SINCE, to: Math.floor(Date.now() / 1000) * 1000 + DAY };
}

const ours: Way = async (world) => {
  const history = new History(rowKeys);
  const gate = createGate({ concurrency: 6 });
  const api = createMobivateApi({ baseUrl: `${world.origin}/api/mobivate`, gate });
  const { signal } = new AbortController();
  // Node warns of more than ten listeners; a reading has one for each request under way.
  setMaxListeners(0, signal);
  const coverage = await readInterval(interval(), {
    fetchWindow: async (window, signal) => api.fetchWindow(window, signal),
    sink: history,
    signal,
    onProgress: () => undefined,
    now: () => Date.now(),
    waits: gate,
  });
  return { rows: history.size, whole: coverage.kind === 'whole' };
};

/** A naive way over the same transport; it knows nothing of completeness, so it is "whole" when the count is right. */
function naive(read: NaiveReading, concurrency: number): Way {
  return async (world) => {
    const gate = createGate({ concurrency });
    const api = createMobivateApi({ baseUrl: `${world.origin}/api/mobivate`, gate });
    const signal = new AbortController().signal;
    const { rows } = await read(interval(), async (window) => api.fetchWindow(window, signal), concurrency);
    return { rows, whole: true };
  };
}

const WAYS: readonly (readonly [string, Way])[] = [
  ['ours', ours],
  ['page walk, one at a time', naive(pageWalk, 1)],
  ['halving, one at a time', naive(halving, 1)],
  ['halving, six at a time', naive(halving, 6)],
];

/** Reads the same history by every way, at 50 ms a request, and prints requests, seconds and ratios. */
export async function benchReading(sizes: readonly number[]): Promise<void> {
  for (const size of sizes) {
    const rows: (string | number)[][] = [];
    let oursMs = 0;
    for (const order of ['descending', 'shuffled'] as const) {
      for (const [name, way] of order === 'descending' ? WAYS : WAYS.slice(0, 1)) {
        const world = await startWorld(size, LATENCY_MS);
        await world.set('mobivate', { behaviour: { order } });
        await world.reset();
        const started = performance.now();
        const result = await way(world);
        const took = performance.now() - started;
        if (name === 'ours' && order === 'descending') oursMs = took;
        const requests = await world.requests();
        const ratio = (requests / Math.ceil(size / 1000)).toFixed(2);
        const whole = result.whole ? '' : ' (incomplete)';
        const label = order === 'shuffled' ? `${name}, vendor answers shuffled` : name;
        rows.push([label, requests, ratio, seconds(took), `${(took / oursMs).toFixed(1)} ×`, `${result.rows}${whole}`]);
        await world.close();
      }
    }
    const title = `Mobivate, ${size.toLocaleString('en-US')} opt-outs, ${LATENCY_MS} ms a request`;
    printTable(title, ['way', 'requests', 'of ⌈N/1000⌉', 'seconds', 'of ours', 'rows'], rows);
  }
}
