import { queryOptions } from '@tanstack/react-query';

import { reach } from '../http/own-server';
import { parsePublicConfig, type PublicConfig } from '../lib/public-config';

/** Our own server is near: it answers within this time or is not there. In ms. */
const PATIENCE_MS = 10_000;

/** Reads `GET /api/config`. Rejects when the server cannot be reached, answers with another status, or with another shape. */
async function readConfig(signal: AbortSignal): Promise<PublicConfig> {
  const response = await reach('/api/config', {
    headers: { accept: 'application/json' },
    signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
  });
  if (!response.ok) throw new Error(`GET /api/config: HTTP ${response.status}`);
  return parsePublicConfig(await response.json());
}

/** The settings the browser may know; they change only when the server restarts, and are then read anew with everything else. */
export const configQuery = queryOptions({
  queryKey: ['config'],
  queryFn: ({ signal }) => readConfig(signal),
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
});
