import { queryOptions } from '@tanstack/react-query';
import * as v from 'valibot';

const stateSchema = v.object({
  vendors: v.array(
    v.object({
      id: v.string(),
      label: v.string(),
      requests: v.number(),
      fault: v.nullable(v.object({ kind: v.string() })),
      latencyMs: v.number(),
    }),
  ),
  faults: v.array(v.object({ kind: v.string(), label: v.string(), vendors: v.array(v.string()) })),
});

/** The sandbox as it is now: its vendors, how each misbehaves, and the ways it could. */
export type SandboxState = v.InferOutput<typeof stateSchema>;
export type SandboxVendor = SandboxState['vendors'][number];

const PATH = '/api/sandbox';

/** Reads `GET /api/sandbox`. */
export const sandboxQuery = queryOptions({
  queryKey: ['sandbox', 'state'],
  queryFn: async ({ signal }) => v.parse(stateSchema, await send(PATH, { signal })),
  staleTime: 0,
  // The counts of requests move while pages ask; only read while the panel is open.
  refetchInterval: 3000,
});

/** What can be changed of one embedded vendor; `latencyMs` is the delay of every answer. */
export interface SandboxChange {
  readonly fault?: { readonly kind: string } | null;
  readonly latencyMs?: number;
}

/** Makes one embedded vendor misbehave, or behave again. Rejects with the sandbox's own sentence. */
export async function changeVendor(vendor: string, change: SandboxChange): Promise<void> {
  const body = JSON.stringify(change);
  await send(`${PATH}/${encodeURIComponent(vendor)}`, {
    method: 'PUT',
    body,
    headers: { 'content-type': 'application/json' },
  });
}

/** Puts all embedded vendors back to normal. */
export async function resetSandbox(): Promise<void> {
  await send(PATH, { method: 'DELETE' });
}

async function send(path: string, request: RequestInit): Promise<unknown> {
  const response = await fetch(path, request);
  if (response.ok) return response.json();
  const problem = v.safeParse(v.object({ detail: v.string() }), await response.json());
  throw new Error(problem.success ? problem.output.detail : `HTTP ${response.status}`);
}
