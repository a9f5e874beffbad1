import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';

import type { ListRequest } from '../list-state';
import { cancelList, listQuery } from '../queries';
import { listView, type Finished, type ListView } from './list-view';

export interface OptOutList {
  readonly view: ListView;
  /** Goes on where the reading stopped, or begins again; resolves when that has ended, with what is then known. */
  readonly readOn: () => Promise<ListView>;
  readonly cancel: () => void;
}

/** One list, read while it is on screen. Leaving it stops the reading; coming back goes on with it. */
export function useList(request: ListRequest): OptOutList {
  const client = useQueryClient();
  const { data, isFetching, error, refetch } = useQuery(listQuery(request));
  // Vendors' faults are data: an error is a bug of ours, and the page's error boundary says so.
  if (error !== null) throw error;

  const [kept, setKept] = useState<Finished | null>(null);
  const done = !isFetching && (data?.kind === 'whole' || data?.kind === 'partial') ? data : null;
  if (done !== null && done !== kept) setKept(done);

  const view = useMemo(() => listView(data, isFetching, kept), [data, isFetching, kept]);
  const readOn = useCallback(async () => {
    const { data: next } = await refetch({ cancelRefetch: false });
    return listView(next, false, kept);
  }, [refetch, kept]);
  const cancel = useCallback(() => void cancelList(client, request), [client, request]);
  return { view, readOn, cancel };
}
