import { queryOptions, type QueryClient } from '@tanstack/react-query';

import { serverRun } from '../../http/server-run';
import type { ListRequest, ListState } from './list-state';
import { sharedPorts } from './lookup';
import { readList } from './read-list';

/** The query of one list of the TextUs page: the only maker of its key. A restart of our server makes it another list. */
function listKey({ account, filter, defaultCountry }: ListRequest) {
  return ['textus', 'opt-outs', serverRun().number, account, filter, defaultCountry] as const;
}

/**
 * The list of one account under one filter. Its data is a `ListState` from the first moment, and grows while it is read;
 * vendors' faults are data, so `error` is only ever a bug of ours. Leaving the page stops the reading. `refetch` is Retry: it
 * goes on where a reading was cut off, and starts again otherwise. A whole list is read again only when asked to.
 */
export function listQuery(request: ListRequest) {
  const queryKey = listKey(request);
  const ports = sharedPorts();
  return queryOptions({
    queryKey,
    queryFn: async ({ client, signal }): Promise<ListState> => {
      const before = client.getQueryData<ListState>(queryKey);
      const state = await readList(
        request,
        {
          signal,
          resume: before?.kind === 'partial' ? before.continuation : null,
          onState: (state) => {
            if (!signal.aborted) client.setQueryData<ListState>(queryKey, state);
          },
        },
        ports,
      );
      // A cancelled query forgets what its function returns, but what was read before the cancel is to stay.
      if (signal.aborted && client.getQueryState(queryKey)?.fetchStatus === 'idle') {
        client.setQueryData<ListState>(queryKey, state);
      }
      return state;
    },
    staleTime: ({ state }) => (state.data?.kind === 'whole' ? Infinity : 0),
    // Rows are new objects only when they were read anew: comparing them one by one would only cost time.
    structuralSharing: false,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** Stops a reading; what was read stays, marked as cancelled. */
export async function cancelList(client: QueryClient, request: ListRequest): Promise<void> {
  await client.cancelQueries({ queryKey: listKey(request), exact: true });
}
