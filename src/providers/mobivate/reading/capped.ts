import type { Interval } from '../../../lib/date-range';
import type { Failure } from '../../../lib/reason';
import type { Answer, Asker } from './asker';

/** Limits people set are round, and the documented default `pageSize` is 10. */
const ROUND = 10;

/** Why nothing is claimed of a list whose vendor stops short of what was asked for. */
export const CAPPED: Failure = {
  reason: 'incomplete',
  message: 'Mobivate sends fewer rows at a time than it was asked for, so its list cannot be read whole.',
  detail: 'A shorter time brought rows that the longer one had left out.',
};

/**
 * Whether a short answer may have been cut below the thousand rows asked for, as by something between us and the vendor that drops
 * `pageSize`. Only a round number of rows is suspected, and one more request settles it: what the emptier side of the rows
 * holds must have been seen. Rejects like `Asker.ask`.
 */
export async function isCapped(asker: Asker, interval: Interval, { rows, unreadable }: Answer): Promise<boolean> {
  const count = rows.length + unreadable.length;
  if (rows.length === 0 || count % ROUND !== 0) return false;
  const times = rows.map(({ created }) => created).toSorted((a, b) => a - b);
  const first = Math.max(interval.from, times[0] ?? interval.from);
  const last = Math.min(interval.to, times.at(-1) ?? interval.to);
  const end = Math.min(interval.to, asker.asOf);
  const middle = times[Math.floor(times.length / 2)] ?? first;
  const side =
    first - interval.from >= end - last ? { from: interval.from, to: middle } : { from: middle, to: interval.to };
  if (side.from >= side.to) return false;
  const watch = { from: side.from, to: Math.min(side.to, asker.asOf) };
  const { unseen } = await asker.ask(asker.boundaries.windowFor(side), { watch });
  return unseen > 0;
}
