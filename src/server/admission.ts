import type { IncomingMessage } from 'node:http';
import { hostname, networkInterfaces } from 'node:os';

function bracketed(address: string): string {
  return address.includes(':') ? `[${address}]` : address;
}

/**
 * Host names, lower case, under which this server may be asked: the loopback ones and the `HOST` setting. Where that means
 * "every address", also the machine's name and its addresses. Any other name is DNS rebinding or a mistake.
 */
export function ownHostNames(host: string): readonly string[] {
  const names = ['localhost', '127.0.0.1', '::1', host];
  if (host === '0.0.0.0' || host === '::') {
    const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
    names.push(hostname(), ...addresses.map(({ address }) => address));
  }
  return [...new Set(names.map((name) => bracketed(name.toLowerCase())))];
}

function isOwnAuthority(authority: string, names: readonly string[], port: number): boolean {
  return names.some((name) => authority === `${name}:${port}` || (port === 80 && authority === name));
}

function isTopLevelNavigation(request: IncomingMessage): boolean {
  const { headers, method } = request;
  return method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
}

/**
 * Why a request is not let in, in one sentence; null when it is. Three questions (https://web.dev/articles/fetch-metadata):
 * is the Host ours, is the Origin (if any) that Host, did our own page or the person ask (`Sec-Fetch-Site`, if any).
 * A link in another site's page may open a page of ours in the whole window, but reaches nothing under `/api`.
 */
export function refusal(request: IncomingMessage, names: readonly string[], api: boolean): string | null {
  const port = request.socket.localPort ?? 0;
  const hosts = request.rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host');
  const host = request.headers.host?.toLowerCase() ?? '';
  const absolute = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(request.url ?? '')?.[1]?.toLowerCase();
  if (hosts.length !== 1 || ![host, absolute ?? host].every((name) => isOwnAuthority(name, names, port))) {
    return 'The Host is not the one this server listens on: open the address it printed, or set HOST.';
  }
  const { origin } = request.headers;
  if (origin !== undefined && origin.toLowerCase() !== `http://${host}`) {
    return 'The request comes from the page of another site.';
  }
  const site = request.headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return null;
  return !api && isTopLevelNavigation(request) ? null : 'The request comes from the page of another site.';
}
