import { useEffect, useState } from 'react';

import type { History, View, ViewQuery } from '../history';

/** The rows of a query, and for which question they are the answer. */
export interface Shown {
  readonly query: ViewQuery;
  readonly revision: number;
  readonly view: View;
  /** Rows of the interval, whatever the digits. */
  readonly total: number;
}

/**
 * The rows of a query in its order, worked out in stretches while the page lives on. The answer before stays until the next is
 * there: compare `query` and `revision`. `query` must keep its identity while it is the same; null asks nothing.
 */
export function useView(history: History, query: ViewQuery | null, revision: number): Shown | null {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    if (query === null) return undefined;
    const controller = new AbortController();
    readView(history, query, controller.signal)
      .then((found) => {
        if (!controller.signal.aborted) setShown({ query, revision, ...found });
      })
      .catch((error: unknown) => {
        if (controller.signal.aborted) return;
        // Only a bug of ours gets here: let the page say so.
        setShown(() => {
          throw error;
        });
      });
    return () => controller.abort();
  }, [history, query, revision]);
  return shown;
}

async function readView(history: History, query: ViewQuery, signal: AbortSignal) {
  const view = await history.view(query, { signal });
  if (query.digits === '') return { view, total: view.length };
  const all = await history.view({ ...query, digits: '', sort: 'time-asc' }, { signal });
  return { view, total: all.length };
}
