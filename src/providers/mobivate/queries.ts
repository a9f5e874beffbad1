import { keepPreviousData, queryOptions, skipToken } from '@tanstack/react-query';

import type { History, View, ViewQuery } from './history';

/** The rows of a query, and for which question they are the answer. */
export interface Shown {
  readonly query: ViewQuery;
  readonly revision: number;
  readonly view: View;
  /** Rows of the interval, whatever the digits. */
  readonly total: number;
}

async function readView(history: History, query: ViewQuery, signal: AbortSignal) {
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
