import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';

/** A vendor of our own, on loopback. */
export interface OwnVendor {
  /** For the vendor's `…_API_URL`. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts a vendor that answers as told. */
export async function startVendor(answer: RequestListener): Promise<OwnVendor> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given');
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
