import type { Answer } from './asker';
import type { Interval } from '../../../lib/date-range';
import { ceilSecond, floorSecond } from './boundaries';

/**
 * The direction in which the history is read. Planning only ever goes forwards along an axis; for a vendor that keeps the latest rows of
 * a window the axis is time mirrored. Instants are whole ms, so intervals stay half-open: `[from, to)` holds `from … to - 1`.
 */
export interface Axis {
  readonly latestFirst: boolean;
  /** An instant of time on the axis, or of the axis in time. */
  instant(instant: number): number;
  /** The same for an interval. */
  interval(interval: Interval): Interval;
  /** The first place on the axis, at or after this one, at which a window can end: where a second does. */
  alignUp(place: number): number;
}

export const EARLIEST_FIRST: Axis = {
  latestFirst: false,
  instant: (instant) => instant,
  interval: (interval) => interval,
  alignUp: ceilSecond,
};

export const LATEST_FIRST: Axis = {
  latestFirst: true,
  // Without the addition, 0 would become -0.
  instant: (instant) => 0 - instant,
  interval: ({ from, to }) => ({ from: 1 - to, to: 1 - from }),
  alignUp: (place) => 1 - floorSecond(1 - place),
};

/** Reading begins at the end where the rows of the first full answer are: what lies beyond them is unknown. */
export function axisFor({ rows }: Answer, { from, to }: Interval): Axis {
  const times = rows.map(({ created }) => created).toSorted((a, b) => a - b);
  const early = times[Math.floor(times.length * 0.05)] ?? from;
  return early - from > 0.75 * (to - from) ? LATEST_FIRST : EARLIEST_FIRST;
}
