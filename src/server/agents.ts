import * as http from 'node:http';
import * as https from 'node:https';

/** Questions under way at one vendor's address; further ones wait here, within their own time limit. */
export const MOST_AT_ONCE = 32;

/** Connections to the vendors, kept open between requests. */
export interface Agents {
  readonly of: (url: URL) => http.Agent;
  readonly close: () => void;
}

/** Certificates are checked and TLS is 1.2 or newer whatever Node's own switches say (`NODE_TLS_REJECT_UNAUTHORIZED`, `--tls-min-v1.0`). */
export function createAgents(): Agents {
  const options = { keepAlive: true, maxSockets: MOST_AT_ONCE, maxFreeSockets: 8 };
  const plain = new http.Agent(options);
  const secure = new https.Agent({ ...options, rejectUnauthorized: true, minVersion: 'TLSv1.2' });
  return {
    of: (url) => (url.protocol === 'https:' ? secure : plain),
    close: () => {
      plain.destroy();
      secure.destroy();
    },
  };
}
