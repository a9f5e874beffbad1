import { expect, it } from 'vitest';

import { RequestError } from '../../../http/errors';
import { readInterval } from '../lookup';
import type { MobivateRow } from '../schema';
import { NOW } from './__fixtures__/read-all';
import { seeded } from './__fixtures__/skewed-history';
import { VendorMemory } from './memory';

const DAY = 86_400_000;
const FROM = Date.UTC(2023, 0);

/** Fifty rows a day apart. */
const rows = Array.from({ length: 50 }, (_, at): MobivateRow => {
  return { id: String(at), mobile: String(15_550_000_000 + at), note: 'MO', created: FROM + at * DAY };
});

it('of a reading that is over, an answer still under way is given up, and reaches neither rows nor memory', async () => {
  const memory = new VendorMemory();
  const signals: AbortSignal[] = [];
  const added: number[] = [];
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const coverage = await readInterval(
    { from: Date.UTC(2010, 0), to: NOW },
    {
      // The first answer is asked for again in two parts: one fails at once, the other takes its time.
      fetchWindow: async (window, signal) => {
        signals.push(signal);
        if (signals.length === 2) throw new RequestError('vendor-error', 'It failed.');
        if (signals.length === 3) await held;
        return { rows: rows.filter(({ created }) => created >= window.from && created < window.to), unreadable: [] };
      },
      sink: { add: ({ length }) => added.push(length) },
      signal: new AbortController().signal,
      onProgress: () => undefined,
      now: () => NOW,
      random: seeded(1),
      memory,
    },
  );
  const before = { added: [...added], landmarks: memory.landmarksIn({ from: 0, to: NOW }).length };
  expect(coverage.kind).toBe('partial');
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, true]);
  memory.found({ from: 0, to: NOW });
  answer();
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  expect({ added, landmarks: memory.landmarksIn({ from: 0, to: NOW }).length }).toEqual({ ...before, landmarks: 0 });
});
