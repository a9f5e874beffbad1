import { append } from '../../lib/append';
import { assertNever } from '../../lib/assert-never';
import type { OptOut } from '../contract';
import type { PageRead } from './list';
import { finished, type ListContext, type ListRequest, type ListState } from './list-state';
import type { CollectionQuery } from './paths';
import { readExact } from './read-exact';
import { identity } from './opt-out';
import type { LookupPorts } from './run-lookup';
import { readSteadily } from './steady';

/** Time between two states of a growing list, ms: each copies the rows. */
const STATE_EVERY = 200;

/**
 * An unfiltered list pauses after so many requests, to be read on when asked to: TextUs allows 1,000 in 5 minutes (DESIGN
 * "Traps"), and Check needs some of them. It is 10,000 rows at 25 a page.
 */
export const REQUESTS_BEFORE_PAUSE = 400;

/**
 * Reads what the page lists (what TextUs returns beside a search, as if it had not read it, is kept apart): a collection to its
 * end, or the opt-outs of exact numbers in batches. Never rejects for a vendor's fault or a cancel: then the state is `partial` or
 * `failed`, with the reason.
 */
export function readList(request: ListRequest, context: ListContext, ports: LookupPorts): Promise<ListState> {
  const { filter } = request;
  switch (filter.kind) {
    case 'all':
      return readRows(request, filter, context, ports);
    case 'search':
      return readRows(request, { kind: 'search', q: filter.digits }, context, ports);
    case 'exact':
      return readExact({ ...request, numbers: filter.numbers }, context, ports);
    default:
      return assertNever(filter);
  }
}

async function readRows(
  { account, defaultCountry }: ListRequest,
  query: CollectionQuery,
  { signal, onState, resume }: ListContext,
  { fetchPage, now, waitingUntil, waitReason, onWait }: LookupPorts,
): Promise<ListState> {
  const isAsked = (optOut: OptOut) => query.kind !== 'search' || holdsDigits(optOut, query.q);
  const optOuts = (resume?.collected.optOuts ?? []).filter(isAsked);
  const seen = new Set(optOuts.map(identity));
  let last: Pick<PageRead, 'requests' | 'totalItems'> = {
    requests: resume?.requests ?? 0,
    totalItems: resume?.collected.totalItems ?? null,
  };
  let toldAt = -Infinity;
  let later: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    clearTimeout(later);
    later = undefined;
    toldAt = now();
    const { requests, totalItems } = last;
    const fraction = totalItems === null || totalItems === 0 ? null : Math.min(1, optOuts.length / totalItems);
    const waiting = { waitingUntil: waitingUntil(), waitReason: waitReason?.() ?? null };
    onState({ kind: 'reading', optOuts: [...optOuts], totalItems, requests, fraction, ...waiting });
  };
  tell();
  const stopListening = onWait(tell);
  const reading = await readSteadily(
    { account, query, defaultCountry },
    {
      fetchPage,
      signal,
      now,
      resume,
      onPage: (page) => {
        // A list that is read a second time does not grow by what it brings again.
        const fresh = page.fresh.filter((optOut) => isAsked(optOut) && !seen.has(identity(optOut)));
        for (const optOut of fresh) seen.add(identity(optOut));
        append(optOuts, fresh);
        last = page;
        if (now() - toldAt >= STATE_EVERY) tell();
        // The next page may be long in coming: what is read shows without it.
        else later ??= setTimeout(tell, STATE_EVERY);
      },
      maxRequests: query.kind === 'all' ? REQUESTS_BEFORE_PAUSE : undefined,
    },
  ).finally(() => {
    clearTimeout(later);
    stopListening();
  });
  const unasked = reading.optOuts.filter((optOut) => !isAsked(optOut));
  return finished({ ...reading, optOuts: reading.optOuts.filter(isAsked), numbers: [], unasked });
}

/** Whether a record is one that a search for digits is about, by its number as we read it or as TextUs writes it. */
function holdsDigits({ msisdn, numberAsGiven }: OptOut, digits: string): boolean {
  return msisdn.includes(digits) || numberAsGiven.replaceAll(/\D/gu, '').includes(digits);
}
