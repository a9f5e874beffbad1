import type { Interval } from '../../../lib/date-range';
import type { MobivateRow } from '../schema';
import type { Axis } from './axis';
import { ceilSecond, floorSecond, type Asked, type Boundaries } from './boundaries';
import { IdSuspicion } from './id-suspicion';
import { orderOf, type RowOrder } from './order';

/** A stretch that counts as read because the vendor is believed to answer with the first rows of a window along the axis. */
export interface RestingClaim {
  /** On the axis: from the window's start to its last row, which is not included. */
  readonly interval: Interval;
  /** Places of the rows on the axis, ascending: where to look when the belief is lost. */
  readonly points: Float64Array;
  /** Rows that came with it and could not be read. */
  readonly unreadable: readonly string[];
}

/** So many successful re-readings it takes at least; until then every claim is re-read. */
const CHECKS_AT_START = 3;
/** Afterwards one claim in so many is, chosen at random; more of them where the rows of an answer stand in no order. */
const CLAIMS_PER_AUDIT = { ordered: 10, otherwise: 4 };
/** So few claims are all re-read in the end: of a list of this size a whole proof costs a second or two. */
const FEW_CLAIMS = 50;
/** How long the vendor may stand under suspicion of keeping rows by id before every claim is re-read. */
const CLAIMS_UNDER_SUSPICION = 8;

/** The belief that a full answer holds the first rows of its window along the axis, and all that rests on it. */
export class RestingClaims {
  readonly suspicion: IdSuspicion;
  readonly #order: RowOrder;
  readonly #random: () => number;
  readonly #claims: RestingClaim[] = [];
  readonly #toAudit: RestingClaim[] = [];
  readonly #called = new Set<RestingClaim>();
  readonly #confirmed = new Set<RestingClaim>();
  /** Re-readings that have succeeded: the one that gave rise to the belief is the first. */
  #passed = 1;

  /** `order` is how the rows of answers have stood so far. */
  constructor(axis: Axis, order: RowOrder, random: () => number) {
    this.suspicion = new IdSuspicion(axis);
    this.#order = order;
    this.#random = random;
  }

  get all(): readonly RestingClaim[] {
    return this.#claims;
  }

  /** An answer whose rows stand in another order than before shakes the belief. */
  fits(rows: readonly MobivateRow[]): boolean {
    if (this.#order === 'none') return true;
    const order = orderOf(rows);
    return order === 'equal' || order === this.#order;
  }

  add(claim: RestingClaim): void {
    this.#claims.push(claim);
    const claimsPerAudit = this.#order === 'none' ? CLAIMS_PER_AUDIT.otherwise : CLAIMS_PER_AUDIT.ordered;
    const suspect = this.suspicion.weighs && this.#claims.length > CLAIMS_UNDER_SUSPICION;
    const early = this.#passed + this.#toAudit.length < CHECKS_AT_START;
    if (suspect || early || this.#random() * claimsPerAudit < 1) this.#call(claim);
  }

  /** The next claim to re-read; null when there is none just now. */
  nextAudit(): RestingClaim | null {
    return this.#toAudit.shift() ?? null;
  }

  pass(claim: RestingClaim): void {
    this.#passed += 1;
    this.#confirmed.add(claim);
  }

  /** True while there are so few claims that each will be re-read before any of them counts. */
  get areFew(): boolean {
    return this.#claims.length <= FEW_CLAIMS;
  }

  /** At the end: true when no suspicion is left, and all re-readings have succeeded, or enough of very many. */
  get settled(): boolean {
    if (this.suspicion.weighs) return this.#claims.length === 0;
    const sampled = this.#passed >= CHECKS_AT_START && !this.areFew;
    return sampled || this.#claims.every((claim) => this.#confirmed.has(claim));
  }

  /** At the end: calls up the claims whose re-reading would settle it. False when there is none left to call up. */
  callUpDoubtful(): boolean {
    const all = this.suspicion.weighs || this.areFew;
    const missing = all ? this.#claims.length : CHECKS_AT_START - this.#passed;
    const fresh = this.#claims.filter((claim) => !this.#called.has(claim)).slice(0, Math.max(0, missing));
    for (const claim of fresh) this.#call(claim);
    return fresh.length > 0;
  }

  #call(claim: RestingClaim): void {
    this.#called.add(claim);
    this.#toAudit.push(claim);
  }
}

/** The places of all rows of these claims on the axis, ascending. A million must not hold the page up: as a rule nothing is to be sorted. */
export function placesOf(claims: readonly RestingClaim[]): Float64Array {
  const inOrder = claims.toSorted((a, b) => a.interval.from - b.interval.from);
  const places = new Float64Array(inOrder.reduce((sum, { points }) => sum + points.length, 0));
  let length = 0;
  for (const { points } of inOrder) {
    places.set(points, length);
    length += points.length;
  }
  return isAscending(places) ? places : places.toSorted();
}

function isAscending(places: Float64Array): boolean {
  for (let index = 1; index < places.length; index += 1) {
    if ((places[index] ?? 0) < (places[index - 1] ?? 0)) return false;
  }
  return true;
}

/**
 * The window that re-reads a claim: it leaves out the second of the claim's last row, so that its answer is short if the belief
 * is right. Null when the claim lies within so little time that there is none.
 */
export function auditWindow(claim: RestingClaim, axis: Axis, boundaries: Boundaries): Asked | null {
  const time = axis.interval(claim.interval);
  const { from, to } = boundaries.windowFor(time);
  const asked = axis.latestFirst
    ? { from: floorSecond(time.from - 1) + 1000, to }
    : { from, to: ceilSecond(time.to) - 1000 };
  return asked.from < asked.to ? asked : null;
}
