import { RequestError } from '../../../http/errors';
import { append } from '../../../lib/append';
import type { Interval } from '../../../lib/date-range';
import type { Failure } from '../../../lib/reason';
import type { Asker } from './asker';
import { ceilSecond, floorSecond, type Asked } from './boundaries';
import { IntervalSet } from './interval-set';
import { ROWS_THAT_TELL } from './recurrence';

/** What became of a second that holds more rows than fit into one answer. Intervals are ms UTC. */
export interface SecondReading {
  readonly read: IntervalSet;
  readonly unreadable: readonly string[];
  /** Why the rest could not be read; null when there is no rest. */
  readonly failure: Failure | null;
  /** True when the same question brought none of the same rows: no list is like that. */
  readonly neverTwice: boolean;
}

/** Walks over all pages are repeated until two in a row agree; a list that changes faster than that is not read. */
const MOST_WALKS = 5;
const MOST_PAGES = 500;

/**
 * Reads an interval that lies within one second and came back full: first by the narrowest window, then by the vendor's
 * undocumented `page`. Rejects with the `RequestError` of a request that failed for a reason other than `page` itself.
 */
export async function readCrowdedSecond(asker: Asker, interval: Interval): Promise<SecondReading> {
  const read = new IntervalSet();
  const unreadable = new Set<string>();
  const second = { from: floorSecond(interval.from), to: ceilSecond(interval.to) };
  const wide = asker.boundaries.windowFor(interval);
  if (wide.from < second.from || wide.to > second.to) {
    const answer = await asker.ask(second);
    if (!answer.full) {
      read.add(within(asker.boundaries.certainIn(second), interval));
      for (const raw of answer.unreadable) unreadable.add(raw);
    }
  }
  let failure: Failure | null = null;
  for (const rest of read.missing(interval)) {
    if (await isMadeUp(asker, asker.boundaries.windowFor(rest))) {
      const detail = 'Asked twice, Mobivate sent no row twice.';
      return { read, unreadable: [...unreadable], failure: tooMany(asker, rest, detail), neverTwice: true };
    }
    const pages = await readPages(asker, asker.boundaries.windowFor(rest));
    for (const raw of pages.unreadable) unreadable.add(raw);
    if (pages.failure === null) read.add(rest);
    failure ??= pages.failure;
  }
  return { read, unreadable: [...unreadable], failure, neverTwice: false };
}

/**
 * Whether a full answer and its repetition have no row in common. Even a vendor that draws its rows anew every time sends some of them
 * twice, unless a second holds a million; one that makes them up would be followed from page to page without an end.
 */
async function isMadeUp(asker: Asker, asked: Asked): Promise<boolean> {
  if (asker.pageSize < ROWS_THAT_TELL) return false;
  const first = await asker.ask(asked);
  if (!first.full) return false;
  const ids = new Set(first.rows.map(({ id }) => id));
  return !(await asker.ask(asked)).rows.some(({ id }) => ids.has(id));
}

function within(interval: Interval, bounds: Interval): Interval {
  return { from: Math.max(interval.from, bounds.from), to: Math.min(interval.to, bounds.to) };
}

interface Walk {
  readonly ids: ReadonlySet<string>;
  readonly unreadable: readonly string[];
  /** `one-page`: no page was needed. `whole`: ended at a short page. `repeated`: so did it, but rows came twice. `no-end`: the rest. */
  readonly kind: 'one-page' | 'whole' | 'repeated' | 'no-end';
}

interface Pages {
  readonly unreadable: readonly string[];
  /** Null when everything was read. */
  readonly failure: Failure | null;
}

/**
 * Follows `page` to its end, twice over: rows deleted meanwhile move others to a page already read, so only two walks in a row with
 * the very same rows, none of them twice, prove that none was missed.
 */
async function readPages(asker: Asker, asked: Asked): Promise<Pages> {
  let last: Walk | null = null;
  try {
    for (let walks = 0; walks < MOST_WALKS; walks += 1) {
      const walk = await walkPages(asker, asked);
      const agrees = walk.kind === 'whole' && last?.kind === 'whole' && isSame(walk, last);
      if (agrees || walk.kind === 'one-page') return { failure: null, unreadable: walk.unreadable };
      if (walk.kind === 'no-end') break;
      last = walk;
    }
  } catch (error) {
    // The vendor may reject the parameter: then the second stays unread, and everything else goes on.
    if (!(error instanceof RequestError) || error.reason !== 'not-understood') throw error;
    return { failure: tooMany(asker, asked, error.toFailure().detail), unreadable: [] };
  }
  const detail = 'Asking for further pages brought nothing that can be relied on.';
  return { failure: tooMany(asker, asked, detail), unreadable: [] };
}

/** A further page is believed in only if it brings new rows: a vendor may ignore `page` and send the first one again. */
async function walkPages(asker: Asker, asked: Asked): Promise<Walk> {
  const ids = new Set<string>();
  const unreadable: string[] = [];
  let believed = false;
  let repeated = false;
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer = await asker.ask(asked, page === 1 ? {} : { page });
    append(unreadable, answer.unreadable);
    const fresh = new Set(answer.rows.map(({ id }) => id).filter((id) => !ids.has(id)));
    repeated ||= answer.rows.some(({ id }) => ids.has(id));
    believed ||= page > 1 && fresh.size > 0;
    for (const id of fresh) ids.add(id);
    if (!answer.full && page === 1) return { ids, unreadable, kind: 'one-page' };
    if (!answer.full && believed) return { ids, unreadable, kind: repeated ? 'repeated' : 'whole' };
    if (page > 1 && fresh.size === 0) break;
  }
  return { ids, unreadable, kind: 'no-end' };
}

/** The same rows, those that could not be read among them: one of these may have slipped as well. */
function isSame(a: Walk, b: Walk): boolean {
  if (a.ids.size !== b.ids.size || a.unreadable.length !== b.unreadable.length) return false;
  for (const id of a.ids) if (!b.ids.has(id)) return false;
  const others = b.unreadable.toSorted();
  return a.unreadable.toSorted().every((raw, place) => raw === others[place]);
}

function tooMany({ pageSize }: Asker, { from, to }: Asked, detail: string): Failure {
  const second = new Date(Math.max(from, to - 1000)).toISOString().slice(0, 19);
  const rows = pageSize.toLocaleString('en-US');
  const message = `More than ${rows} opt-outs fall around the second ${second}Z, and Mobivate gives only ${rows} of them.`;
  return { reason: 'incomplete', message, detail };
}
