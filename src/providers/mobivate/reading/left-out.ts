import type { Interval } from '../../../lib/date-range';
import type { MobivateRow } from '../schema';
import type { Answer, Asker } from './asker';
import { keyOf } from './memory';

/** Parts of a window that meet at the middle row of its answer: rows cut off at either end have room in one of them. */
export function halves({ from, to }: Interval, points: Float64Array): readonly Interval[] {
  const middle = points[points.length >>> 1] ?? from + Math.floor((to - from) / 2);
  return [
    { from, to: Math.max(from, middle) },
    { from: Math.max(from, middle), to },
  ];
}

/**
 * Asks for parts of a window again: true when rows come that the answer to the whole of it left out. Rows that may have come in since
 * the reading began do not count. Intervals are ms UTC. Rejects like `Asker.ask`.
 */
export async function leavesOut(asker: Asker, answer: Answer, parts: readonly Interval[]): Promise<boolean> {
  const left = await Promise.all(
    parts
      .filter(({ from, to }) => from < to)
      .map(async (part) => {
        const { rows } = await asker.ask(asker.boundaries.windowFor(part));
        return rowsLeftOut(answer, rows, { from: part.from, to: Math.min(part.to, asker.asOf) });
      }),
  );
  // A row that could not be read in the whole may well be read in a part: that one was not left out.
  return new Set(left.flat()).size > answer.unreadable.length;
}

/** Which of some rows within an interval are not in an answer. */
export function rowsLeftOut(answer: Answer, rows: readonly MobivateRow[], { from, to }: Interval): readonly string[] {
  const known = new Set(answer.rows.map(keyOf));
  return rows
    .filter(({ created }) => created >= from && created < to)
    .map(keyOf)
    .filter((key) => !known.has(key));
}
