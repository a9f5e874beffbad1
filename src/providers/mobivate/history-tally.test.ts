import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ACTORS, History, type TallyQuery } from './history';
import type { MobivateRow } from './schema';
import { sourceOf } from './source';

const { signal } = new AbortController();
const notes = ['MO', 'Opted out via a/b', 'API', 'Rule Based Action: 3x', 'File Upload', 'Pasted Optout', 'STOP', ''];

/** The counts of a query, done plainly from the rows that `view` gives. */
async function naive(history: History, query: TallyQuery, edges: readonly number[]) {
  const counts = Array.from({ length: (edges.length - 1) * ACTORS.length }, () => 0);
  const view = await history.view({ ...query, sort: 'time-asc' }, { signal });
  for (const index of view) {
    const { created, note } = history.row(index);
    const bin = edges.findLastIndex((edge) => edge <= created);
    const place = bin * ACTORS.length + ACTORS.indexOf(sourceOf(note).actor);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return { counts, total: view.length };
}

const instants = fc.oneof(fc.integer({ min: -5, max: 60 }), fc.double({ min: -5, max: 60, noNaN: true }));
const rows = fc.record<MobivateRow>({
  id: fc.nat({ max: 30 }).map(String),
  mobile: fc.constantFrom('4400111222', '15553031234', '0061491', 'SHORT', '44', '1'),
  note: fc.option(fc.oneof(fc.constantFrom(...notes), fc.string({ maxLength: 3 }))),
  created: instants,
});
const digits = fc.constantFrom('', '4', '44', '555', '0061', '9', 'letters');
const cuts = fc.uniqueArray(fc.integer({ min: 0, max: 50 }), { minLength: 2, maxLength: 12 });

describe('History.tally', () => {
  it('counts what the table shows, each row in its bin and under whose act it was', async () => {
    const readings = fc.array(fc.tuple(fc.array(rows, { maxLength: 25 }), fc.boolean()), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(readings, cuts, digits, async (batches, bounds, asked) => {
        const edges = bounds.toSorted((a, b) => a - b);
        const query = { from: edges[0] ?? 0, to: edges.at(-1) ?? 0, digits: asked };
        const history = new History((mobile) => [mobile]);
        for (const [batch, retire] of batches) {
          history.beginReading(0);
          history.add(batch);
          if (retire) history.retireUnseen({ from: 10, to: 30 });
          // Asked in between as well: what is remembered of notes must stay right while the history grows.
          const { counts, total } = await history.tally(query, edges, { signal });
          expect({ counts: [...counts], total }).toEqual(await naive(history, query, edges));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is given up when nobody wants it any more', async () => {
    const history = new History((mobile) => [mobile]);
    const left = new AbortController();
    left.abort(new Error('gone'));
    const query = { from: 0, to: 1, digits: '' };
    await expect(history.tally(query, [0, 1], { signal: left.signal })).rejects.toThrow('gone');

    history.add([{ id: '1', mobile: '1', note: null, created: 0.5 }]);
    const leaving = new AbortController();
    const counting = history.tally({ ...query, digits: '1' }, [0, 1], { signal: leaving.signal });
    leaving.abort(new Error('left'));
    await expect(counting).rejects.toThrow('left');
  });
});
