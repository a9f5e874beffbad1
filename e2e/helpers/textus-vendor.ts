import { startVendor, type OwnVendor } from './own-vendor';

/** A TextUs of our own, for lists that the sandbox does not have. */
export interface TextusVendor extends OwnVendor {
  /** Requests received so far. */
  readonly requests: () => number;
}

/** Serves one list of `rows` opt-outs for any account, `pageSize` at a time, with no rate limit. */
export async function startTextus(rows: number, pageSize: number): Promise<TextusVendor> {
  let requests = 0;
  const vendor = await startVendor((request, response) => {
    requests += 1;
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://vendor');
    const from = Number(searchParams.get('from') ?? 0);
    const to = Math.min(from + pageSize, rows);
    const members = Array.from({ length: to - from }, (_, index) => ({
      id: `/textus/opt_outs/+1555${String(3_000_000 + from + index)}`,
      createdAt: new Date(1_600_000_000_000 + from + index).toISOString(),
      createdVia: 'User',
    }));
    response.setHeader('content-type', 'application/vnd.textus+jsonld');
    const next = to < rows ? `${pathname}?from=${to}` : null;
    response.end(JSON.stringify({ members, totalItems: rows, view: { next } }));
  });
  return { ...vendor, requests: () => requests };
}
