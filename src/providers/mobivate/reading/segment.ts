import type { Interval } from '../../../lib/date-range';
import type { Axis } from './axis';
import { placeOf, type Density } from './density';

/** A stretch of the axis still to be read, from its start on; at most one window of it is under way. */
export interface Segment {
  from: number;
  to: number;
  density: Density;
  /** Where the window under way is planned to end; null while there is none. */
  askedTo: number | null;
  /** A window from its start to here came back full, so the next one has to be shorter; null when there was none. */
  overfull: number | null;
  /** What filled the last window lies in the second at its start, or at its end: go around that. */
  crowd: 'start' | 'end' | null;
  /** Where the rows of the window from `from` on lay: the next window has to hold the last of them. Null when there was none. On the axis. */
  edge: { readonly points: Float64Array; readonly from: number } | null;
}

export function newSegment({ from, to }: Interval, density: Density, overfull: number | null): Segment {
  return { from, to, density, askedTo: null, overfull, crowd: null, edge: null };
}

/** What is left of a segment behind the window under way. */
export function restOf({ from, to, askedTo }: Segment): Interval {
  return { from: Math.min(to, askedTo ?? from), to };
}

/** Cuts the rest of a segment in two for another reader, at about half its rows; null when it is too short to be cut. */
export function cut(segment: Segment, axis: Axis): Segment | null {
  return cutAt(segment, middleOf(restOf(segment), segment.density, axis));
}

/**
 * Cuts `rows` behind the start of the window under way if they go on following one another as they do now, however far that window
 * was planned to reach; null where the segment ends before that.
 */
export function cutAhead(segment: Segment, rows: number, axis: Axis): Segment | null {
  const place = axis.alignUp(segment.from + rows * segment.density.msPerRow);
  return cutAt(segment, place > segment.from && place < segment.to ? place : null);
}

function cutAt(segment: Segment, place: number | null): Segment | null {
  if (place === null) return null;
  const other = newSegment({ from: place, to: segment.to }, segment.density.forOtherReader(), null);
  segment.to = place;
  return other;
}

/** The end of a second about halfway through the rows of an interval, neither at its start nor at its end; null if there is none. */
function middleOf(interval: Interval, density: Density, axis: Axis): number | null {
  const { from, to } = interval;
  const points = density.spread ? density.pointsIn(interval) : new Float64Array();
  const middle = points[points.length >>> 1] ?? from + (to - from) / 2;
  const place = Math.max(axis.alignUp(from + 1), Math.min(axis.alignUp(middle), axis.alignUp(to - 1000)));
  return place > from && place < to ? place : null;
}

/**
 * How far the next window of a segment goes. `fill` is how much of an answer to aim for; `msPerRow` is the reading's average where
 * a full answer costs nothing, so that too far is better than too near, else null.
 */
export function nextWindow(segment: Segment, axis: Axis, fill: number, msPerRow: number | null): Interval {
  const { from, to, density } = segment;
  const oneSecond = axis.alignUp(from + 1);
  if (segment.crowd === 'start') return { from, to: Math.min(to, oneSecond) };
  const beforeCrowd = axis.alignUp(Math.min(to, segment.overfull ?? to) - 1000);
  if (segment.crowd === 'end' && beforeCrowd > from) return { from, to: beforeCrowd };
  const reach = Math.max(density.reach({ from, to }, fill), from + fill * density.pageSize * (msPerRow ?? 0));
  const end = Math.max(oneSecond, axis.alignUp(Math.min(reach, to)));
  // A small rest is taken along rather than left for a window of its own.
  if (msPerRow !== null && end - from > 0.8 * (to - from)) return { from, to };
  const limit = Math.min(to, segment.overfull ?? Infinity);
  if (end < limit) return { from, to: end };
  return { from, to: segment.overfull === null ? to : (middleOf({ from, to: limit }, density, axis) ?? limit) };
}

/** Where most rows of an answer are not in the window itself but in the seconds around it, which are asked for along with it. */
export function crowdAround({ from, to }: Interval, points: Float64Array): Segment['crowd'] {
  const half = points.length / 2;
  if (placeOf(points, from) > half) return 'start';
  return points.length - placeOf(points, to) > half ? 'end' : null;
}
