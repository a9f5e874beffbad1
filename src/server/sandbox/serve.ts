import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

import { sendAnswer, textAnswer } from './answer';
import { misbehave } from './faults/misbehave';
import { scheduleFault, type ScheduledFault } from './faults/schedule';
import type { Fault } from './faults/schema';
import { createRequestLog, type RequestLog } from './request-log';
import type { Vendor, VendorRequest } from './vendor';

/** Longest request target that a vendor's server takes, bytes: the usual 8 kB for the whole request line. */
export const LONGEST_TARGET = 8190;

/** A vendor that is listening, and what it has been told. */
export interface VendorServer {
  readonly vendor: Vendor;
  readonly origin: string;
  readonly log: RequestLog;
  readonly fault: () => ScheduledFault | null;
  readonly setFault: (fault: Fault | null) => void;
  readonly latencyMs: () => number;
  readonly setLatencyMs: (latencyMs: number) => void;
  /** Back to normal: no misbehaviour, the first latency, the first data, counters at zero. */
  readonly reset: () => void;
  readonly close: () => Promise<void>;
}

function readRequest(request: IncomingMessage): { readonly asked: VendorRequest; readonly rawQuery: string } {
  const target = request.url ?? '/';
  const mark = target.indexOf('?');
  const rawQuery = mark === -1 ? '' : target.slice(mark + 1);
  const asked: VendorRequest = {
    method: request.method ?? 'GET',
    path: mark === -1 ? target : target.slice(0, mark),
    search: new URLSearchParams(rawQuery),
    headers: request.headers,
    hidden: null,
  };
  return { asked, rawQuery };
}

/** Fires when the client has gone or the answer has been sent, so that no timer outlives its request. */
function goneSignal(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => controller.abort());
  return controller.signal;
}

/** Starts one vendor on 127.0.0.1, on a port the system chooses. `latencyMs` delays every answer. */
export async function serveVendor(vendor: Vendor, firstLatencyMs: number, clock: () => number): Promise<VendorServer> {
  const log = createRequestLog(vendor, clock);
  let scheduled: ScheduledFault | null = null;
  let latencyMs = firstLatencyMs;

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { asked, rawQuery } = readRequest(request);
    const striking = scheduled?.strikes(rawQuery) === true ? scheduled : null;
    log.begin(request, response, striking?.fault.kind ?? null);
    request.resume();
    const gone = goneSignal(response);
    if (latencyMs > 0) await delay(latencyMs, undefined, { signal: gone });
    if ((request.url ?? '').length > LONGEST_TARGET) {
      sendAnswer(
        response,
        textAnswer(414, '<html><body><h1>414 Request-URI Too Large</h1></body></html>\n', 'text/html'),
      );
    } else if (striking === null) {
      sendAnswer(response, vendor.answer(asked));
    } else {
      await misbehave({ vendor, asked, response, scheduled: striking, gone, now: clock() });
    }
  };

  // Room for longer request lines than are answered, so that those get 414 and not Node's own 431.
  const server = createServer({ maxHeaderSize: 128 * 1024, keepAliveTimeout: 60_000 }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      // The client left while we waited or wrote: there is nobody to answer.
      if (response.destroyed || response.closed) return;
      console.error(
        `Sandbox ${vendor.label}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;

  return {
    vendor,
    origin: `http://127.0.0.1:${port}`,
    log,
    fault: () => scheduled,
    setFault: (fault) => {
      scheduled = fault === null ? null : scheduleFault(fault);
    },
    latencyMs: () => latencyMs,
    setLatencyMs: (next) => {
      latencyMs = next;
    },
    reset: () => {
      scheduled = null;
      latencyMs = firstLatencyMs;
      log.clear();
      vendor.reset();
    },
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
