import { once } from 'node:events';
import { createServer } from 'node:http';

/** A TextUs of our own, for lists that the sandbox does not have. */
export interface TextusVendor {
  /** For `TEXTUS_API_URL`. */
  readonly url: string;
  /** Requests received so far. */
  readonly requests: () => number;
  readonly stop: () => Promise<void>;
}

/** Serves one list of `rows` opt-outs for any account, `pageSize` at a time, with no rate limit. */
export async function startTextus(rows: number, pageSize: number): Promise<TextusVendor> {
  let requests = 0;
  const server = createServer((request, response) => {
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
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given');
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests: () => requests,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
