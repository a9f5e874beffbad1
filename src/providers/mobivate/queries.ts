import { keepPreviousData, queryOptions, skipToken } from '@tanstack/react-query';

import { cutIntoBins, unitFor, type TimeBins } from '../../lib/time-bins';
import { createBreather, nextTask } from '../../lib/yield';
import type { History, Tally, TallyQuery, View, ViewQuery } from './history';

/** The rows of a query, and for which question they are the answer. */
export interface Shown {
  readonly query: ViewQuery;
  readonly revision: number;
  readonly view: View;
  /** Rows of the interval, whatever the digits. */
  readonly total: number;
}

async function readView(history: History, query: ViewQuery, signal: AbortSignal) {
  // Not in the task in which the page has just been drawn.
  await nextTask();
  const view = await history.view(query, { signal });
  if (query.digits === '') return { view, total: view.length };
  const all = await history.view({ ...query, digits: '', sort: 'time-asc' }, { signal });
  return { view, total: all.length };
}

/**
 * The rows of the page's filters in their order, out of the session's history: the only maker of the page's keys. `revision` grows
 * whenever rows may have changed; null asks nothing. Worked out in stretches while the page lives on, given up when the filters
 * change; the answer before stays until the next is there. Nothing is kept: a view of a million rows is 4 MB, and is made in
 * a moment. Rejects only for a bug of ours.
 */
export function viewQuery(history: History, query: ViewQuery | null, revision: number) {
  return queryOptions({
    queryKey: ['mobivate', 'view', revision, query] as const,
    queryFn:
      query === null
        ? skipToken
        : async ({ signal }): Promise<Shown> => ({ query, revision, ...(await readView(history, query, signal)) }),
    placeholderData: keepPreviousData,
    structuralSharing: false,
    throwOnError: true,
    staleTime: 0,
    gcTime: 0,
  });
}

/** What a picture of time is asked of: which rows, on which clock, and as the history was when. */
export interface PictureQuery extends TallyQuery {
  /** IANA zone whose hours, days … the bars are. */
  readonly zone: string;
  readonly revision: number;
  /** The history's version while it is being read and grows; null when the reading is over. */
  readonly version: number | null;
}

/** The bars of a question. */
export interface Picture {
  readonly query: PictureQuery;
  readonly bins: TimeBins;
  readonly tally: Tally;
}

async function readPicture(history: History, query: PictureQuery, signal: AbortSignal): Promise<Picture> {
  await nextTask();
  const breather = createBreather();
  const bins = await cutIntoBins(query, unitFor(query), query.zone, async () => {
    await breather();
    signal.throwIfAborted();
  });
  const tally = await history.tally(query, bins.edges, { signal });
  // The last thing that a page which has been read works out: from here on the time is free.
  if (query.version === null) void history.prepareNumberOrder();
  return { query, bins, tally };
}

/**
 * The opt-outs of the page's filters counted over time, as `viewQuery` gives them as rows. Waits while `rowsFirst`: a person who
 * looks for a number waits for the rows. Rejects only for a bug of ours.
 */
export function pictureQuery(history: History, query: PictureQuery, rowsFirst: boolean) {
  return queryOptions({
    enabled: !rowsFirst,
    queryKey: ['mobivate', 'picture', query] as const,
    queryFn: ({ signal }) => readPicture(history, query, signal),
    placeholderData: keepPreviousData,
    structuralSharing: false,
    throwOnError: true,
    staleTime: 0,
    gcTime: 0,
  });
}
