import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How to start the sandbox; everything has a default. Times in ms (UTC). */
export interface SandboxOptions {
  /** The instant the data ends, ms since the epoch; default: the clock. */
  readonly now?: number;
  /** The same seed and `now` give the same data. */
  readonly seed?: number;
  readonly mobivateRows?: number;
  readonly textusRows?: number;
  /** Delay of every vendor answer, ms; can be changed per vendor while it runs. */
  readonly latencyMs?: number;
}

/** The two vendors, running on loopback. */
export interface Sandbox {
  /** Settings that make the product talk to the sandbox: `MOBIVATE_API_URL`, `MOBIVATE_API_KEY`, `TEXTUS_API_URL`, `TEXTUS_API_TOKEN`, `TEXTUS_ACCOUNTS`. */
  readonly environment: Readonly<Record<string, string>>;
  /** Answers everything under `/api/sandbox`. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  close(): Promise<void>;
}

/** Starts the embedded vendors on 127.0.0.1, each on a port of its own that the system chooses. */
export async function startSandbox(_options: SandboxOptions = {}): Promise<Sandbox> {
  const answerNotYet = (_request: unknown, response: ServerResponse) => {
    response.writeHead(503, { 'content-type': 'application/problem+json' });
    response.end(
      '{"type":"about:blank","title":"Service Unavailable","status":503,"detail":"The sandbox has no data yet."}',
    );
  };
  const server = createServer(answerNotYet);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    environment: {
      MOBIVATE_API_URL: origin,
      MOBIVATE_API_KEY: 'sandbox-key',
      TEXTUS_API_URL: origin,
      TEXTUS_API_TOKEN: 'sandbox-token',
      TEXTUS_ACCOUNTS: 'my_account,north_branch,south_branch',
    },
    handle: async (request, response) => answerNotYet(request, response),
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
