import { assertNever } from '../../lib/assert-never';
import type { NonEmpty } from '../../lib/non-empty';
import { queryString } from '../../lib/query-string';

/** What to list of an account's opt-outs (VENDORS "TextUs"). */
export type CollectionQuery =
  | { readonly kind: 'all' }
  /** Partial match on phone numbers; the vendor wants at least three characters. */
  | { readonly kind: 'search'; readonly q: string }
  /** The opt-outs of those of these numbers that have one. */
  | { readonly kind: 'exact'; readonly numbers: NonEmpty<string> };

/**
 * The links in a vendor's answer are untrusted: followed as they are, one could send the browser (and, through the proxy,
 * the key) somewhere else. So `view.next` is only ever a query for the same account's own list.
 */

/** Where the proxy serves an account's opt-outs. */
export function optOutsPath(account: string): string {
  return `/api/textus/${encodeURIComponent(account)}/opt_outs`;
}

/** The path on our proxy of the first page of a collection, e.g. `/api/textus/my_account/opt_outs?exact%5B%5D=%2B15553031234`. */
export function firstPath(account: string, query: CollectionQuery): string {
  switch (query.kind) {
    case 'all':
      return optOutsPath(account);
    case 'search':
      return optOutsPath(account) + queryString([['q', query.q]]);
    case 'exact':
      return optOutsPath(account) + queryString(query.numbers.map((number) => ['exact[]', number] as const));
    default:
      return assertNever(query);
  }
}

/**
 * Whether a page at this path answers the question itself: its first page does, and one whose link repeats all of the numbers. A
 * link may also be a bare cursor, or have lost the question on the way and lead into another list: nothing in it tells.
 */
export function asksFor(path: string, account: string, query: CollectionQuery): boolean {
  if (path === firstPath(account, query)) return true;
  if (query.kind !== 'exact') return false;
  const parameters = [...new URLSearchParams(path.slice(path.indexOf('?')))];
  const values = new Set(parameters.flatMap(([name, value]) => (/^exact\[\d*\]$/u.test(name) ? [value] : [])));
  return query.numbers.every((number) => values.has(number));
}

/** RFC 3986 query characters, and the square brackets of the documented `exact[]`; no `#`, quote, space, backslash or control. */
const QUERY = /^(?:[\w\-.~!$&'()*+,;=:@/?[\]]|%[0-9a-f]{2})*$/i;

/** Characters a link may have: a request line over 16 kB is refused, whatever it says. */
const LONGEST = 12_000;

/**
 * The path on our proxy that a `view.next` leads to, its query kept byte for byte; null when it may not be followed.
 * TextUs gives an IRI relative to the API's origin (VENDORS "TextUs"), so the one form accepted is exactly
 * `/{account}/opt_outs`, with or without a query: no scheme, host, other account, dot segment, encoded path or fragment.
 */
export function nextPath(next: string, account: string): string | null {
  const mark = next.indexOf('?');
  const path = mark === -1 ? next : next.slice(0, mark);
  const query = mark === -1 ? '' : next.slice(mark + 1);
  if (next.length > LONGEST || path !== `/${account}/opt_outs` || !QUERY.test(query)) return null;
  return optOutsPath(account) + (mark === -1 ? '' : `?${query}`);
}
