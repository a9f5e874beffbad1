import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';

/** An answer of the front's own, in the place of the server's. */
export interface OwnAnswer {
  readonly status: number;
  readonly body: string;
  /** `text/html` unless said. */
  readonly type?: string;
}

type Order = { readonly kind: 'drop' | 'hang' } | { readonly kind: 'answer'; readonly answer: OwnAnswer };

/** A real server between the browser and the product's: passes everything on until it is told otherwise. */
export interface Front {
  readonly url: string;
  /** Resets the connection of every request whose path begins so. */
  readonly drop: (prefix: string) => void;
  /** Takes every request whose path begins so, and never answers. */
  readonly hang: (prefix: string) => void;
  /** Answers every request whose path begins so by itself. */
  readonly answer: (prefix: string, answer: OwnAnswer) => void;
  /** Passes everything on again. */
  readonly behave: () => void;
  readonly stop: () => Promise<void>;
}

/** The request as the server behind must see it: its own `Host`, and with it its own `Origin`; all else as it came. */
function headersFor(upstream: URL, front: string, { rawHeaders }: IncomingMessage): readonly string[] {
  return rawHeaders.map((value, index) => {
    const name = index % 2 === 0 ? '' : rawHeaders[index - 1]?.toLowerCase();
    if (name === 'host') return upstream.host;
    return name === 'origin' && value === front ? upstream.origin : value;
  });
}

function passOn(upstream: URL, front: string, asked: IncomingMessage, response: ServerResponse): void {
  const { hostname, port } = upstream;
  const headers = headersFor(upstream, front, asked);
  const passed = request({ hostname, port, method: asked.method, path: asked.url, headers, agent: false });
  passed.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.statusMessage, answer.rawHeaders);
    answer.on('error', () => asked.socket.resetAndDestroy());
    answer.pipe(response);
  });
  passed.on('error', () => asked.socket.resetAndDestroy());
  response.on('close', () => passed.destroy());
  asked.pipe(passed);
}

/** Starts a front before the server at `upstream`, on a port of its own of 127.0.0.1. */
export async function startFront(upstream: string): Promise<Front> {
  const orders = new Map<string, Order>();
  const behind = new URL(upstream);
  let url = '';
  const server = createServer((asked, response) => {
    const [, order] = [...orders].find(([prefix]) => asked.url?.startsWith(prefix)) ?? [];
    if (order === undefined) passOn(behind, url, asked, response);
    else if (order.kind === 'drop') asked.socket.resetAndDestroy();
    else if (order.kind === 'answer') {
      const { status, body, type = 'text/html' } = order.answer;
      response.writeHead(status, { 'content-type': type }).end(body);
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given');
  url = `http://127.0.0.1:${address.port}`;
  return {
    url,
    drop: (prefix) => orders.set(prefix, { kind: 'drop' }),
    hang: (prefix) => orders.set(prefix, { kind: 'hang' }),
    answer: (prefix, answer) => orders.set(prefix, { kind: 'answer', answer }),
    behave: () => orders.clear(),
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
