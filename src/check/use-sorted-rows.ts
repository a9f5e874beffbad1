import { useEffect, useMemo, useState } from 'react';

import { createBreather } from '../lib/yield';
import type { Provider } from '../providers/contract';
import type { Sort } from '../table/column';
import type { CheckRow } from './check-rows';
import { sortRows } from './sort-rows';

interface Order {
  readonly sort: Sort;
  /** Indexes of rows. */
  readonly indexes: readonly number[];
}

/**
 * Rows in the order somebody wants to see; as given while that is null. The order is worked out in steps, and again whenever rows
 * change: the one before stays meanwhile, with the rows as they are now. `isSorting` until the first of a new choice is there.
 */
export function useSortedRows(
  rows: readonly CheckRow[],
  sort: Sort | null,
  providers: readonly Provider[],
): { readonly rows: readonly CheckRow[]; readonly isSorting: boolean } {
  const [order, setOrder] = useState<Order | null>(null);
  useEffect(() => {
    if (sort === null) return undefined;
    const stop = new AbortController();
    const rest = createBreather();
    const breathe = async () => {
      await rest();
      stop.signal.throwIfAborted();
    };
    sortRows(rows, sort, providers, breathe).then(
      (indexes) => {
        if (!stop.signal.aborted) setOrder({ sort, indexes });
      },
      (error: unknown) => {
        if (stop.signal.aborted) return;
        // Only a bug of ours gets here: let the page say so.
        setOrder(() => {
          throw error;
        });
      },
    );
    return () => stop.abort();
  }, [rows, sort, providers]);

  return useMemo(() => {
    if (sort === null || order === null) return { rows, isSorting: sort !== null };
    const sorted = order.indexes.flatMap((index) => rows[index] ?? []);
    return { rows: sorted, isSorting: order.sort !== sort };
  }, [rows, sort, order]);
}
