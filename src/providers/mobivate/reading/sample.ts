import type { Interval } from '../../../lib/date-range';
import { Density } from './density';

/** First guess of how many rows there are for each row of a sample. */
const FIRST_SCALE = 3;
/** How much more to expect where a window came back full against all expectation. */
const SURPRISE = 5;
const SLIGHT_SURPRISE = 1.3;

interface SampleOptions {
  /** Times of the rows of a full answer, ascending along the axis. */
  readonly points: Float64Array;
  /** The window they answer, on the axis. */
  readonly window: Interval;
  readonly pageSize: number;
  /** What was expected of the window; null for the first one. */
  readonly parent: Density | null;
}

/** What a full answer, of which nothing is believed, tells about the density in its window. */
export function sampleDensity({ points, window, pageSize, parent }: SampleOptions): Density {
  const inside = points.filter((point) => point >= window.from && point < window.to);
  const late = inside[Math.floor(inside.length * 0.95)] ?? window.from;
  const spread = window.to - late < 0.25 * (window.to - window.from);
  const first = inside[0] ?? window.from;
  const msPerRow = Math.max(1, (late - first) / Math.max(1, inside.length * 0.95));
  if (!spread) {
    // The first rows of the window, and perhaps a few strays far behind them that say nothing of what lies between.
    const head = inside.subarray(0, Math.ceil(inside.length * 0.98));
    const beyond = parent?.knownIn({ from: window.to, to: Infinity }) ?? [];
    const known = Float64Array.from([...inside, ...beyond]);
    return new Density({ points: head, known, spread, scale: 1, msPerRow, pageSize });
  }
  const share = parent?.pointsIn(window).length ?? 0;
  const expected =
    Math.max(pageSize, share * (parent?.scale ?? 1)) * (parent?.proven === true ? SLIGHT_SURPRISE : SURPRISE);
  const scale = parent === null ? FIRST_SCALE : expected / Math.max(1, inside.length);
  return new Density({ points: inside, spread, scale, msPerRow, pageSize, parent: { density: parent, points: share } });
}
