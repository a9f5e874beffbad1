import type { Server } from 'node:http';

/**
 * Limits of the HTTP server, explicit rather than inherited. Node also limits the request line and headers to 16 kB (431).
 * Node looks for half-sent requests every 30 s, so a connection that sends slowly or nothing
 * ends within 40 s. All in ms. A request without `Host` is left to our own rules, which refuse it with our headers and our form:
 * Node would answer it by itself, with a bare 400.
 */
export function setLimits(server: Server): void {
  server.headersTimeout = 10_000;
  server.requestTimeout = 20_000;
  server.keepAliveTimeout = 15_000;
  // No byte in either direction, for twice as long as a vendor may be silent: a browser that stopped reading.
  server.timeout = 60_000;
  // No limit (0): requests of one connection are answered one after the other, and hold nothing once they are (`in-line.ts`
  // bounds those that wait for a vendor). Behind a limit Node
  // answers by itself, with a bare 503 without our headers.
  server.maxRequestsPerSocket = 0;
  // Well below the number of files a process may open, so that there is always one left for a question to a vendor.
  server.maxConnections = 2000;
  // 0: none is dropped unseen, as Node would do beyond a limit (an Origin among them); the 16 kB bound their number.
  server.maxHeadersCount = 0;
  // Node reads it at every request; its types know it as an option of `createServer` only, which under Vite is not ours to call.
  Object.assign(server, { requireHostHeader: false });
}
