import { QueryClient } from '@tanstack/react-query';

/** How long an answer counts as fresh, and how long an unused one is kept, ms. */
const FRESH_MS = 5 * 60_000;
const KEPT_MS = 30 * 60_000;

/**
 * The cache of answers. It asks only when a person asks: no retries (the transport has its written table), no refetch when
 * the window is looked at again or the network returns, and nothing is paused while offline: it fails, and says so.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
        staleTime: FRESH_MS,
        gcTime: KEPT_MS,
      },
    },
  });
}
