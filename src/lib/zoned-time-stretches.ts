/** A stretch of time with one offset: instants ms UTC, `from` inclusive, `to` exclusive; `offset` ms east of UTC. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

const DAY = 86_400_000;

/** A table is built in pieces of this length when first asked for, so that a page pays only for the years it shows. */
const PIECE = 400 * DAY;

/**
 * Two changes closer than this would be missed. The closest of any zone since 1973 are 6.96 days apart (Recife, October
 * 2000); counted over all zones of tzdata 2025c up to 2040.
 */
const PROBE = 5 * DAY;

/** So many instants of a piece are asked for one by one: a list of all zones, one instant of each, builds no table. */
const ASKED_SINGLY = 4;

/** Offsets over time, in ms: one look-up for many instants, or the whole stretch around one. */
export interface StretchTable {
  readonly offsetAt: (instant: number) => number;
  readonly stretchAt: (instant: number) => Stretch;
  /** The stretch around an instant, null while so few of its neighbourhood have been asked for that none has been made out. */
  readonly builtStretchAt: (instant: number) => Stretch | null;
}

/**
 * Makes a table of stretches of constant offset, sorted, filled as needed: asking `probe` (slow) every five days and
 * halving between two different answers, to the second, gives every change exactly; a look-up then costs tens of ns.
 */
export function createStretchTable(probe: (instant: number) => number): StretchTable {
  const pieces = new Map<number, readonly Stretch[]>();
  const single = new Map<number, Map<number, number>>();
  let last: Stretch = { from: 0, to: 0, offset: 0 };

  function find(piece: readonly Stretch[], instant: number): Stretch {
    const found = piece.find((stretch) => instant < stretch.to);
    if (found === undefined) throw new RangeError(`Not an instant: ${instant}`);
    last = found;
    return found;
  }

  function stretchAt(instant: number): Stretch {
    if (instant >= last.from && instant < last.to) return last;
    const index = Math.floor(instant / PIECE);
    let piece = pieces.get(index);
    if (piece === undefined) {
      piece = buildPiece(probe, index * PIECE, (index + 1) * PIECE);
      pieces.set(index, piece);
      single.delete(index);
    }
    return find(piece, instant);
  }

  function offsetAt(instant: number): number {
    if (instant >= last.from && instant < last.to) return last.offset;
    const index = Math.floor(instant / PIECE);
    const piece = pieces.get(index);
    if (piece !== undefined) return find(piece, instant).offset;
    const asked = single.get(index) ?? new Map<number, number>();
    const known = asked.get(instant);
    if (known !== undefined) return known;
    if (asked.size === ASKED_SINGLY) return stretchAt(instant).offset;
    const offset = probe(instant);
    single.set(index, asked.set(instant, offset));
    return offset;
  }

  function builtStretchAt(instant: number): Stretch | null {
    // Counts as asked for.
    offsetAt(instant);
    return pieces.has(Math.floor(instant / PIECE)) ? stretchAt(instant) : null;
  }

  return { offsetAt, stretchAt, builtStretchAt };
}

function buildPiece(probe: (instant: number) => number, start: number, end: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let from = start;
  let offset = probe(start);
  for (let at = start; at < end; at += PROBE) {
    const next = Math.min(at + PROBE, end);
    const offsetThen = probe(next);
    if (offsetThen !== offset) {
      const change = firstInstant(at, next, 1000, (instant) => probe(instant) !== offset);
      stretches.push({ from, to: change, offset });
      from = change;
      offset = offsetThen;
    }
  }
  if (from < end) stretches.push({ from, to: end, offset });
  return stretches;
}

/** The first instant (to `step` ms) at which `holds`, given that it does not at `low`, does at `high`, and turns once. */
export function firstInstant(low: number, high: number, step: number, holds: (instant: number) => boolean): number {
  let before = low;
  let after = high;
  while (after - before > step) {
    const middle = before + Math.floor((after - before) / step / 2) * step;
    if (holds(middle)) after = middle;
    else before = middle;
  }
  return after;
}
