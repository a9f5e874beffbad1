import type { IncomingMessage, ServerResponse } from 'node:http';

import type { FaultKind } from './faults/kinds';
import type { Vendor } from './vendor';

const KEPT = 500;

/** One request as a vendor received it. The token itself is never kept. */
export interface LoggedRequest {
  /** When it arrived, ms UTC. */
  readonly at: number;
  readonly method: string;
  /** Path and query string, byte for byte. */
  readonly target: string;
  readonly headerNames: readonly string[];
  readonly authorizationIsRight: boolean;
  readonly acceptIsRight: boolean;
  /** The misbehaviour that struck it. */
  readonly fault: FaultKind | null;
  /** Null until an answer has begun, and for a request that never got one. */
  readonly status: number | null;
  /** From arrival to the end of the answer or of the connection; null while it lasts. */
  readonly ms: number | null;
}

/** The last 500 requests of one vendor, oldest first. */
export interface RequestLog {
  /** Requests since the start or the last clearing, more than are kept. */
  readonly count: () => number;
  readonly entries: () => readonly LoggedRequest[];
  readonly begin: (request: IncomingMessage, response: ServerResponse, fault: FaultKind | null) => void;
  readonly clear: () => void;
}

/** An empty log; `clock` tells ms UTC. */
export function createRequestLog(vendor: Vendor, clock: () => number): RequestLog {
  let count = 0;
  let kept: (() => LoggedRequest)[] = [];
  return {
    count: () => count,
    entries: () => kept.map((entry) => entry()),
    begin: (request, response, fault) => {
      count += 1;
      const started = performance.now();
      let ms: number | null = null;
      response.once('close', () => {
        ms = Math.round(performance.now() - started);
      });
      const received = {
        at: clock(),
        method: request.method ?? '',
        target: request.url ?? '',
        headerNames: Object.keys(request.headers),
        authorizationIsRight: vendor.authorizationIsRight(request.headers),
        acceptIsRight: vendor.acceptIsRight(request.headers),
        fault,
      };
      kept.push(() => ({ ...received, status: response.headersSent ? response.statusCode : null, ms }));
      if (kept.length > KEPT) kept = kept.slice(-KEPT);
    },
    clear: () => {
      count = 0;
      kept = [];
    },
  };
}
