import { wellFormed } from './well-formed';

/**
 * A query string for a vendor, byte for byte what is meant: '' without pairs, else '?' and the pairs in their order. Names and
 * values keep only the unreserved characters of RFC 3986 §2.3; all else is percent-encoded, so a space is %20, a plus %2B and
 * `exact[]` is `exact%5B%5D`. (URLSearchParams writes a space as `+`, and leaves `*`.) Lone surrogates become U+FFFD.
 */
export function queryString(pairs: readonly (readonly [name: string, value: string])[]): string {
  if (pairs.length === 0) return '';
  return `?${pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&')}`;
}

function encode(text: string): string {
  // encodeURIComponent leaves these five, which RFC 3986 reserves.
  return encodeURIComponent(wellFormed(text)).replaceAll(
    /[!'()*]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
