import type { Interval } from '../../../lib/date-range';
import type { MobivateRow } from '../schema';
import type { Answer, Asker } from './asker';
import { keyOf } from './memory';

/** So few rows may all have been deleted between two answers. */
const FEWEST_DUE = 5;
const EVER: Interval = { from: -Infinity, to: Infinity };

/** Parts of a window that meet at the middle row of its answer: rows cut off at either end have room in one of them. */
export function halves({ from, to }: Interval, points: Float64Array): readonly Interval[] {
  const middle = points[points.length >>> 1] ?? from + Math.floor((to - from) / 2);
  return [
    { from, to: Math.max(from, middle) },
    { from: Math.max(from, middle), to },
  ];
}

/** What is known where a part of a window is asked for again. */
export interface Known {
  /** Rows outside it (ms UTC) do not count; left out: all do. */
  readonly within?: Interval | undefined;
  /** Instants, ms UTC, of rows that were seen before in what is asked for. */
  readonly instants?: Float64Array | undefined;
}

/**
 * Asks for parts of a window again: true when rows come that the answer to the whole of it left out, or most of its own or of those
 * known do not. Rows that may have come in since the reading began do not count. Intervals are ms UTC. Rejects like `Asker.ask`.
 */
export async function leavesOut(
  asker: Asker,
  answer: Answer,
  parts: readonly Interval[],
  { within = EVER, instants }: Known = {},
): Promise<boolean> {
  const asked = parts.filter(({ from, to }) => from < to);
  const came = await Promise.all(
    asked.map(async (part) => {
      const again = await asker.ask(asker.boundaries.windowFor(part));
      const counted = { from: Math.max(part.from, within.from), to: Math.min(part.to, within.to, asker.asOf) };
      return { again, left: rowsLeftOut(answer, again.rows, counted) };
    }),
  );
  // A row that could not be read in the whole may well be read in a part: that one was not left out.
  if (new Set(came.flatMap(({ left }) => left)).size > answer.unreadable.length) return true;
  const again = came.map(({ again }) => again);
  return missesMost(answer, asked, again) || lacksMost(instants, [answer, ...again]);
}

/**
 * For a window that came back empty though rows are known in it: a vendor may see no more of a time than its minute or its day, so it
 * is asked for with as much on either side.
 */
export function widerThan({ from, to }: Interval): readonly Interval[] {
  return [90_000, 90_000_000].map((ms) => ({ from: from - ms, to: to + ms }));
}

/** The same for wider times, one after another: the first that brings more has read the window, unless it is full itself. */
export async function cutWhenWider(
  asker: Asker,
  answer: Answer,
  wider: readonly Interval[],
  { within = EVER, instants }: Known = {},
): Promise<boolean> {
  for (const part of wider) {
    const again = await asker.ask(asker.boundaries.windowFor(part));
    if (rowsLeftOut(answer, again.rows, { from: within.from, to: Math.min(within.to, asker.asOf) }).length > 0)
      return again.full;
  }
  return lacksMost(instants, [answer]);
}

/** Whether answers, none of them full, lack most of the rows that were seen before in what was asked for. */
function lacksMost(instants: Float64Array | undefined, answers: readonly Answer[]): boolean {
  if (instants === undefined || instants.length < FEWEST_DUE || answers.some(({ full }) => full)) return false;
  const came = new Set(answers.flatMap(({ rows }) => rows.map(({ created }) => created)));
  return instants.filter((instant) => came.has(instant)).length < instants.length / 2;
}

/** Whether the parts of an answer lack most of its rows of their time: nobody deletes so many at once, so nothing they lack tells anything. */
function missesMost(answer: Answer, parts: readonly Interval[], again: readonly Answer[]): boolean {
  const due = answer.rows.filter(({ created }) => parts.some(({ from, to }) => created >= from && created < to));
  if (due.length < FEWEST_DUE || again.some(({ full }) => full)) return false;
  const keys = new Set(again.flatMap(({ rows }) => rows.map(keyOf)));
  return due.filter((row) => keys.has(keyOf(row))).length < due.length / 2;
}

/** Which of some rows within an interval are not in an answer. */
export function rowsLeftOut(answer: Answer, rows: readonly MobivateRow[], { from, to }: Interval): readonly string[] {
  const known = new Set(answer.rows.map(keyOf));
  return rows
    .filter(({ created }) => created >= from && created < to)
    .map(keyOf)
    .filter((key) => !known.has(key));
}
