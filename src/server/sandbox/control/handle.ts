import type { IncomingMessage, ServerResponse } from 'node:http';

import type { VendorServer } from '../serve';
import { Problem, sendJson, sendProblem } from './problem';
import { explainInvalid, readJson } from './read-json';
import { changeSchema, optOutSchema } from './schemas';
import { knowsFault, sandboxState, vendorState } from './state';
import { truthOf } from './truth';

/** What the controls work on. `clock` tells ms UTC. */
export interface Controls {
  readonly servers: readonly VendorServer[];
  readonly seed: number;
  readonly clock: () => number;
}

type Handler = (request: IncomingMessage, search: URLSearchParams) => unknown;
type Methods = Readonly<Record<string, Handler>>;

async function change(server: VendorServer, request: IncomingMessage): Promise<unknown> {
  const { fault, latencyMs, behaviour } = await readJson(request, changeSchema);
  if (fault !== undefined && fault !== null && !knowsFault(server.vendor, fault.kind)) {
    throw new Problem(400, `${server.vendor.label} does not know the fault "${fault.kind}".`);
  }
  if (behaviour !== undefined) explainInvalid(() => server.vendor.changeBehaviour(behaviour));
  if (latencyMs !== undefined) server.setLatencyMs(latencyMs);
  if (fault !== undefined) server.setFault(fault);
  return vendorState(server);
}

async function addOptOut({ vendor }: VendorServer, request: IncomingMessage, clock: () => number): Promise<unknown> {
  const { number, note, account, at = clock() } = await readJson(request, optOutSchema);
  return { id: explainInvalid(() => vendor.add({ digits: number, note, account, at })), number, at };
}

function vendorMethods(server: VendorServer, part: string | undefined, { clock }: Controls): Methods | null {
  switch (part) {
    case undefined:
      return {
        GET: () => vendorState(server),
        PUT: (request) => change(server, request),
        DELETE: () => {
          server.reset();
          return vendorState(server);
        },
      };
    case 'requests':
      return { GET: () => ({ requests: server.log.entries() }) };
    case 'opt-outs':
      return { POST: (request) => addOptOut(server, request, clock) };
    case 'truth':
      return { GET: (_request, search) => truthOf(server.vendor, search) };
    default:
      return null;
  }
}

function methodsAt(path: string, controls: Controls): Methods {
  const { servers, seed } = controls;
  const [vendorId, part, ...rest] = path.split('/').slice(3);
  if (vendorId === undefined || vendorId === '') {
    return {
      GET: () => sandboxState(servers, seed),
      DELETE: () => {
        for (const server of servers) server.reset();
        return sandboxState(servers, seed);
      },
    };
  }
  const server = servers.find(({ vendor }) => vendor.id === vendorId);
  const methods = server === undefined || rest.length > 0 ? null : vendorMethods(server, part, controls);
  if (methods === null) throw new Problem(404, 'The sandbox has no such control.');
  return methods;
}

/**
 * The sandbox's own controls, JSON in and out; errors are `application/problem+json`.
 *
 * - `GET /api/sandbox`: `{vendors: [{id, label, requests, fault, latencyMs, behaviour}], faults: [{kind, label, vendors, options}],
 * examples: {list: [{number, words}]}}`
 * - `DELETE /api/sandbox`: all vendors back to normal, counters and added rows gone; answers like GET
 * - `GET`, `DELETE /api/sandbox/{vendor}`: the same for one
 * - `PUT /api/sandbox/{vendor}`: `{fault?: {kind, after?, times?, match?, …} | null, latencyMs?, behaviour?}`; answers with the new state
 * - `GET /api/sandbox/{vendor}/requests`: `{requests: […]}`, the last 500 as received, oldest first, never with a token
 * - `POST /api/sandbox/{vendor}/opt-outs`: `{number, note?, account?, at?}` adds an opt-out; 201 `{id, number, at}`
 * - `GET /api/sandbox/{vendor}/truth?from=&to=` (ms UTC): `{lists: [{account, count, checksum, ids}]}`, see `truth.ts`
 *
 * It does not look at `Host`, `Origin` or `Sec-Fetch-Site`: that is for the server that mounts it.
 */
export async function handleControl(
  request: IncomingMessage,
  response: ServerResponse,
  controls: Controls,
): Promise<void> {
  try {
    // Connect-style servers cut the mount point off `url` and keep the whole in `originalUrl`.
    const { originalUrl } = request as { originalUrl?: string };
    const target = originalUrl ?? request.url ?? '/';
    const [path = '/', query = ''] = target.split('?', 2);
    const methods = methodsAt(path, controls);
    const method = request.method ?? 'GET';
    const handler = Object.hasOwn(methods, method) ? methods[method] : undefined;
    if (handler === undefined) {
      const allow = Object.keys(methods).join(', ');
      throw new Problem(405, `Only ${allow} can be used here.`, { allow });
    }
    sendJson(response, method === 'POST' ? 201 : 200, await handler(request, new URLSearchParams(query)));
  } catch (error) {
    if (error instanceof Problem) sendProblem(response, error);
    else throw error;
  }
}
