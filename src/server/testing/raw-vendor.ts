import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A vendor that writes raw bytes: for answers that no HTTP library would send. */
export interface RawVendor {
  readonly origin: string;
  /** Heads of the requests so far, in their order. */
  readonly heads: readonly string[];
  /** What to do with the connection once a whole request has arrived on it. */
  answer: (socket: Socket, head: string) => void;
  readonly close: () => Promise<void>;
}

/** Listens on a loopback port that the system chooses. Requests hold no body, so each ends at its empty line. */
export async function startRawVendor(): Promise<RawVendor> {
  const heads: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let text = '';
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      for (let end = text.indexOf('\r\n\r\n'); end >= 0; end = text.indexOf('\r\n\r\n')) {
        const head = text.slice(0, end);
        text = text.slice(end + 4);
        heads.push(head);
        vendor.answer(socket, head);
      }
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const vendor: RawVendor = {
    origin: `http://127.0.0.1:${port}`,
    heads,
    answer: (socket) => void socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]'),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
  return vendor;
}
