import type { VendorSettings } from './settings';

/** What a request target names, read from its raw characters: nothing is decoded or resolved on the way to a vendor. */
export type Target =
  | { readonly kind: 'page' }
  | { readonly kind: 'config' }
  | { readonly kind: 'sandbox' }
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'vendor';
      readonly vendor: VendorSettings;
      /** The path at the vendor, from its first slash; the account in it may still be one that is not configured. */
      readonly path: string;
      /** null for a vendor without accounts. */
      readonly account: string | null;
      /** From the `?` on, byte for byte; empty when there is none. */
      readonly query: string;
    };

const SLUG = '[A-Za-z0-9_-]+';

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/** Without spaces and control characters, which the URL standard takes away ("basic URL parser"). */
function withoutBlanks(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]/gu, '');
}

/** True when any reader, however lenient (decoding twice, `\` as `/`, `..`, `//`, capitals, blanks), could take the path for one under `/api`. */
function couldMeanApi(path: string): boolean {
  let plain = path;
  for (let round = 0; round < 3; round += 1) {
    const next = decoded(plain);
    if (next === null) return true;
    plain = next;
  }
  const segments: string[] = [];
  for (const segment of withoutBlanks(plain).replaceAll('\\', '/').split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments[0]?.toLowerCase() === 'api';
}

function readVendor(path: string, query: string, vendor: VendorSettings): Target | null {
  const prefix = `/api/${vendor.proxy.id}`;
  if (!path.startsWith(`${prefix}/`)) return null;
  const rest = path.slice(prefix.length);
  const [before = '', after] = vendor.proxy.path.split('{account}');
  if (after === undefined) return rest === before ? { kind: 'vendor', vendor, path: rest, account: null, query } : null;
  const account = rest.slice(before.length, rest.length - after.length);
  const whole = rest === `${before}${account}${after}` && new RegExp(`^${SLUG}$`).test(account);
  return whole ? { kind: 'vendor', vendor, path: rest, account, query } : null;
}

/**
 * Reads a raw request target. Only the exact characters of a known path are that path; whatever else could be meant to lie
 * under `/api`, and every form but the origin form (RFC 9112, 3.2), is `nothing`.
 */
export function readTarget(raw: string, vendors: readonly VendorSettings[]): Target {
  const [path = ''] = raw.split(/[?#]/, 1);
  const query = raw.slice(path.length);
  if (!path.startsWith('/')) return { kind: 'nothing' };
  if (path === '/api/config') return { kind: 'config' };
  if (/^\/api\/sandbox(\/[A-Za-z0-9_-]+)*$/.test(path)) return { kind: 'sandbox' };
  for (const vendor of vendors) {
    const target = readVendor(path, query, vendor);
    if (target !== null) return target;
  }
  return couldMeanApi(path) ? { kind: 'nothing' } : { kind: 'page' };
}
