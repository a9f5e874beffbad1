import { RequestError } from '../../http/errors';
import { append } from '../../lib/append';
import type { Coverage, OptOut, Scope } from '../contract';
import { Collected } from './collected';
import { coverageOf, type Ending } from './ending';
import { asksFor, firstPath, nextPath, type CollectionQuery } from './paths';
import type { CollectionPage } from './schema';

/** Fetches one page by its path on our proxy. Throws `RequestError`. The port that keeps the reading free of HTTP. */
export type FetchPage = (path: string, signal: AbortSignal) => Promise<CollectionPage>;

export interface CollectionRequest {
  readonly account: string;
  readonly query: CollectionQuery;
  /** ISO 3166 country for rows written without a country code. */
  readonly defaultCountry: string;
}

/** Where a reading stopped, to go on from there. Made and used by `readCollection` only. */
export interface Continuation {
  readonly path: string;
  readonly scope: Scope;
  readonly collected: Collected;
  readonly seenPaths: ReadonlySet<string>;
  readonly requests: number;
  readonly idlePages: number;
  readonly last: LastPage | null;
}

/** The page read last, and when it came, ms UTC. */
interface LastPage {
  readonly path: string;
  readonly page: CollectionPage;
  readonly at: number;
}

/** How far a reading is, after each page. */
export interface PageRead {
  /** The rows of this page that no page before had. */
  readonly fresh: readonly OptOut[];
  /** Opt-outs so far. */
  readonly read: number;
  readonly requests: number;
  readonly totalItems: number | null;
}

export interface ReadContext {
  readonly fetchPage: FetchPage;
  readonly signal: AbortSignal;
  readonly onPage?: ((page: PageRead) => void) | undefined;
  /** Pause after this many requests of this call. */
  readonly maxRequests?: number | undefined;
  /** Give an endless chain up after this many pages of the collection. */
  readonly mostPages?: number | undefined;
  /** Go on where an earlier reading stopped. */
  readonly resume?: Continuation | null | undefined;
  /** The clock, ms UTC. */
  readonly now?: (() => number) | undefined;
}

/** What was read of a collection. */
export interface CollectionReading {
  readonly optOuts: readonly OptOut[];
  /** Those of pages that answer the question itself: what they show about the vendor, no page behind a bare link can. */
  readonly direct: readonly OptOut[];
  /** How long the shortest address of such a page was, against that of the first: 1 or less. */
  readonly directShare: number;
  /** The largest total any page stated; null when none did. */
  readonly totalItems: number | null;
  /** What the vendor counted speaks against a row that slipped between two pages. */
  readonly isCounted: boolean;
  readonly requests: number;
  /** Rows of the fullest page read now, whether they could be read or not. */
  readonly largestPage: number;
  readonly ending: Ending;
  readonly coverage: Coverage;
  /** Null when the reading came to an end, or when asking on from here would not help (a loop, a refused link). */
  readonly continuation: Continuation | null;
}

/** Pages in a row without a new row after which an endless chain is given up. */
const MOST_IDLE_PAGES = 50;
/** Pages of one collection: half a million rows at 25 a page. */
const MOST_PAGES = 20_000;

/** Between two pages so far apart, ms, as many rows may come as go: their count stays the same, and tells nothing. */
const LONG_WAIT_MS = 10_000;

function rowsOf({ members, unreadable }: CollectionPage): string {
  return JSON.stringify([members.map(({ raw }) => raw), unreadable]);
}

/** A stop that asking for the same page again can cure. */
function canResume(ending: Ending): boolean {
  if (ending.kind === 'failed') return ['no-answer', 'slowed-down', 'vendor-error'].includes(ending.error.reason);
  return ending.kind === 'paused' || ending.kind === 'cancelled';
}

/** How the request that threw `error` ends the reading. Throws on whatever is not a request's fault. */
function endingOf(error: unknown, signal: AbortSignal): Ending {
  if (signal.aborted) return { kind: 'cancelled' };
  if (!(error instanceof RequestError)) throw error;
  return error.reason === 'cancelled' ? { kind: 'cancelled' } : { kind: 'failed', error };
}

/**
 * Reads a collection page by page along the vendor's own links until `view.next` is null. It is whole only when every page
 * was understood, every row could be read, the chain ended, and no fewer rows came than the vendor stated: whether
 * `totalItems` is exact is unknown (VENDORS), and too few rows is what a truncated list looks like. (More rows is a list
 * that grew.) After a long wait between two pages the first of them is read again: when it is another, rows have moved, and the
 * count proves nothing. A link seen before, a link out of the account's list and a chain that brings nothing new end the reading as
 * incomplete. Never rejects for a vendor's fault or a cancel; what was read is kept.
 */
export async function readCollection(request: CollectionRequest, context: ReadContext): Promise<CollectionReading> {
  const { account, defaultCountry } = request;
  const { fetchPage, signal, onPage, maxRequests = Infinity, mostPages = MOST_PAGES, resume, now = Date.now } = context;
  const scope: Scope = resume?.scope ?? { provider: 'textus', account, interval: null, asOf: now() };
  const collected = resume?.collected.copy() ?? new Collected();
  let path = resume?.path ?? firstPath(account, request.query);
  const seenPaths = new Set(resume?.seenPaths).add(path);
  const before = resume?.requests ?? 0;
  let requests = before;
  let idlePages = resume?.idlePages ?? 0;
  const answered: OptOut[] = [];
  let directShare = 1;
  let largestPage = 0;
  let last = resume?.last ?? null;

  /** Takes in one page and turns to the next; how the reading ends when there is none. */
  const take = (page: CollectionPage): Ending | null => {
    const sizeBefore = collected.size;
    const fresh = collected.add(page, account, defaultCountry);
    largestPage = Math.max(largestPage, page.members.length + page.unreadable.length);
    idlePages = collected.size > sizeBefore ? 0 : idlePages + 1;
    const { totalItems, size } = collected;
    if (asksFor(path, account, request.query)) {
      append(answered, fresh);
      directShare = Math.min(directShare, path.length / firstPath(account, request.query).length);
    }
    onPage?.({ fresh, read: collected.optOuts.length, requests, totalItems });
    const isOwn = page.account === null || page.account.toLowerCase() === account.toLowerCase();
    if (!isOwn) return { kind: 'other-account', account: page.account };
    if (page.next === null) {
      if (collected.isMiscounted) return { kind: 'miscounted' };
      return totalItems !== null && size < totalItems
        ? { kind: 'short', read: size, stated: totalItems }
        : { kind: 'end' };
    }
    if (page.next === undefined) return { kind: 'unclear' };
    const next = nextPath(page.next, account);
    if (next === null) return { kind: 'foreign', link: page.next };
    if (seenPaths.has(next)) return { kind: 'loop' };
    if (idlePages >= MOST_IDLE_PAGES) return { kind: 'idle', pages: idlePages };
    if (requests >= mostPages) return { kind: 'endless', pages: requests };
    seenPaths.add(next);
    path = next;
    return null;
  };

  const fetchOne = (from: string) => {
    requests += 1;
    // Only the request may fail for a reason of the vendor's; a fault of our own in `take` is not caught.
    return fetchPage(from, signal).catch((error: unknown) => endingOf(error, signal));
  };

  let ending: Ending | null = null;
  while (ending === null) {
    if (signal.aborted) ending = { kind: 'cancelled' };
    else if (requests - before >= maxRequests) ending = { kind: 'paused' };
    else {
      const previous = last;
      const page = await fetchOne(path);
      if (!('kind' in page)) last = { path, page, at: now() };
      ending = 'kind' in page ? page : take(page);
      const goesOn = ending === null || ending.kind === 'end';
      const waited = last !== null && previous !== null ? last.at - previous.at : 0;
      // A clock that was put back tells nothing of the time between.
      const isLate = waited < 0 || waited >= LONG_WAIT_MS;
      if (!goesOn || previous === null || !isLate || !collected.isCounted) continue;
      const again = await fetchOne(previous.path);
      if ('kind' in again || rowsOf(again) !== rowsOf(previous.page)) collected.isCounted = false;
    }
  }
  const { optOuts, unreadable, totalItems, isCounted } = collected;
  return {
    optOuts,
    direct: answered,
    directShare,
    totalItems,
    isCounted: isCounted && collected.size === totalItems,
    requests,
    largestPage,
    ending,
    coverage: coverageOf(scope, ending, { read: optOuts.length, unreadable }),
    continuation: canResume(ending) ? { path, scope, collected, seenPaths, requests, idlePages, last } : null,
  };
}
