import type { Interval } from '../../../lib/date-range';
import type { Failure } from '../../../lib/reason';
import type { Answer, Asker } from './asker';

/** Nobody limits answers to fewer rows than this: it is the documented default `pageSize`. */
const LEAST_LIMIT = 10;
/** A vendor that answers nothing, or little, to a range too long for it answers for this much. */
const RECENT_MS = 31 * 86_400_000;

/** Why nothing is claimed of a list whose vendor stops short of what was asked for. */
export const CAPPED: Failure = {
  reason: 'incomplete',
  message: 'Mobivate sends fewer rows at a time than it was asked for, so its list cannot be read whole.',
  detail: 'A shorter time brought rows that the longer one had left out.',
};

/**
 * Whether a short answer may have been cut below the thousand rows asked for, as by something between us and the vendor that drops
 * `pageSize`. Two more requests settle it, as one of them must bring rows not seen before if rows were left out: the first half
 * of the rows and all before them, the other half and all behind them. Once an answer had more rows, nobody needs to ask.
 * Rejects like `Asker.ask`.
 */
export async function isCapped(asker: Asker, interval: Interval, answer: Answer): Promise<boolean> {
  const { rows, unreadable, outdone } = answer;
  if (outdone) return false;
  if (rows.length + unreadable.length < LEAST_LIMIT) return hidesRecent(asker, interval);
  const times = rows.map(({ created }) => created).toSorted((a, b) => a - b);
  const middle = times[Math.floor(times.length / 2)] ?? interval.from;
  const sides = [
    { from: interval.from, to: middle },
    { from: middle, to: interval.to },
  ];
  const unseen = await Promise.all(
    sides.map(async (side) => {
      if (side.from >= side.to) return 0;
      const watch = { from: side.from, to: Math.min(side.to, asker.asOf) };
      return (await asker.ask(asker.boundaries.windowFor(side), { watch })).unseen;
    }),
  );
  // A row that could not be read in the whole may well be read in a part: that one was not left out.
  return unseen.reduce((sum, count) => sum + count, 0) > unreadable.length;
}

/** Whether the newest month of a long interval holds rows that the answer for the whole of it did not. */
async function hidesRecent(asker: Asker, { from, to }: Interval): Promise<boolean> {
  const recent = { from: Math.floor((Math.min(to, asker.asOf) - RECENT_MS) / 1000) * 1000, to };
  if (recent.from <= from || recent.from >= to) return false;
  const watch = { from: recent.from, to: Math.min(to, asker.asOf) };
  return (await asker.ask(asker.boundaries.windowFor(recent), { watch })).unseen > 0;
}
