import type { Interval } from '../../../lib/date-range';
import type { Answer, Asker } from './asker';
import { EARLIEST_FIRST, LATEST_FIRST, type Axis } from './axis';
import { shared } from './interval-set';
import { idOrderOf, orderOf, type RowOrder } from './order';
import { auditWindow, type RestingClaim } from './resting-claims';

/** What a first check has shown: along this axis the full answer held the first rows of its window. */
export interface ProvenOrder {
  readonly axis: Axis;
  readonly order: RowOrder;
  readonly claim: RestingClaim;
  /** The part of the claim that the check itself has read whole, on the axis. */
  readonly read: Interval;
}

/**
 * Tests what a full answer suggests: that it holds the earliest rows of its window, or the latest. Where the rows lie and how they
 * stand says what to try; only re-reading says whether it is so. Null when neither holds. Rejects like `Asker.ask`.
 */
export async function proveOrder(asker: Asker, interval: Interval, answer: Answer): Promise<ProvenOrder | null> {
  const order = orderOf(answer.rows);
  for (const axis of candidates(order, answer, interval)) {
    const claim = claimOf(answer, axis.interval(interval), axis);
    const outcome = await audit(asker, claim, axis);
    if (outcome.kind === 'right') return { axis, order, claim, read: outcome.read };
  }
  return null;
}

/** Rows that stand by time suggest that they are kept by time. If they stand anyhow, those that leave much time uncovered are. */
function candidates(order: RowOrder, { rows }: Answer, { from, to }: Interval): readonly Axis[] {
  if (order === 'ascending') return [EARLIEST_FIRST, LATEST_FIRST];
  if (order === 'descending') return [LATEST_FIRST, EARLIEST_FIRST];
  if (order === 'equal' || idOrderOf(rows) !== 'none') return [];
  const times = Float64Array.from(rows, ({ created }) => created).toSorted();
  const first = times[0] ?? from;
  const last = times.at(-1) ?? to;
  const much = 0.02 * (to - from);
  return [...(to - last > much ? [EARLIEST_FIRST] : []), ...(first - from > much ? [LATEST_FIRST] : [])];
}

/** What a full answer to a window (on the axis) covers if it holds the first rows; may be empty. */
export function claimOf({ rows, unreadable }: Answer, { from, to }: Interval, axis: Axis): RestingClaim {
  const points = Float64Array.from(rows, ({ created }) => axis.instant(created)).toSorted();
  return { interval: { from, to: Math.min(to, points.at(-1) ?? from) }, points, unreadable };
}

export type AuditOutcome =
  /** The claim holds; `read` is the part of it (on the axis) that is now read whole. */
  | { readonly kind: 'right'; readonly read: Interval }
  /** The vendor has rows there that the claim had missed. */
  | { readonly kind: 'wrong' }
  /** The claim lies within so little time that no window re-reads much of it. */
  | { readonly kind: 'untestable' };

/** Re-reads a claim. Rows that came in since the reading began are nobody's fault. Rejects like `Asker.ask`. */
export async function audit(asker: Asker, claim: RestingClaim, axis: Axis): Promise<AuditOutcome> {
  const asked = auditWindow(claim, axis, asker.boundaries);
  if (asked === null) return { kind: 'untestable' };
  const time = axis.interval(claim.interval);
  const watch = { from: time.from, to: Math.min(time.to, asker.asOf) };
  const answer = await asker.ask(asked, { watch });
  const strange = answer.unreadable.some((raw) => !claim.unreadable.includes(raw));
  if (answer.full || answer.unseen > 0 || strange) return { kind: 'wrong' };
  const came = new Set(answer.rows.map(({ created }) => axis.instant(created)));
  const read = shared(axis.interval(asker.boundaries.certainIn(asked)), claim.interval);
  const inside = claim.points.filter((point) => read !== null && point >= read.from && point < read.to);
  // What lacks many of the rows that are known to be there says nothing about others. One or two may have been deleted.
  if (inside.filter((point) => came.has(point)).length + 2 < inside.length * 0.9) return { kind: 'wrong' };
  // A claim of a few crowded seconds is not borne out by the first of them.
  return read === null || inside.length < claim.points.length / 2 ? { kind: 'untestable' } : { kind: 'right', read };
}
