import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';

import { covered, type Secret, secretOf, withoutSecret } from './without-secret';

/**
 * Most bytes of one answer, unpacked: twice what the page itself reads (`http/attempt`), so that the page's own words come first.
 * Far above any honest answer (1,000 rows are 100 kB); holds back endless bodies and gzip bombs.
 */
export const LONGEST_BODY = 64 * 1024 * 1024;

/** What of the vendor's answer comes down. Not among it: `set-cookie`, `location`, `www-authenticate`, any policy, or how long it may be kept. */
const HEADERS_DOWN = /^(age|content-type|content-length|date|retry-after|(x-)?ratelimit(-[a-z-]+)?)$/;

/** How a vendor's answer goes down: headers, and the steps its body passes through. */
export interface Downstream {
  readonly headers: OutgoingHttpHeaders;
  readonly steps: readonly NodeJS.ReadWriteStream[];
}

function headersDown(answer: IncomingMessage, secret: Secret | null): OutgoingHttpHeaders {
  const { age } = answer.headersDistinct;
  // Of several lines with an age Node itself keeps the first.
  const all = age === undefined ? answer.headers : { ...answer.headers, age: age.join(', ') };
  const kept = Object.entries(all).filter(([name, value]) => {
    // An answer without content has no length (RFC 9110 §8.6).
    if (name === 'content-length' && answer.statusCode === 204) return false;
    return HEADERS_DOWN.test(name) && (secret === null || covered(String(value), secret) === String(value));
  });
  return Object.fromEntries(kept);
}

/** What the body is packed with, lower case; empty where it is not. The transfer may pack too (RFC 9112 §6.1), which Node leaves as it is. */
function packingOf({ headers }: IncomingMessage): string {
  const codings = [headers['content-encoding'], headers['transfer-encoding']?.replace(/(^|,)\s*chunked\s*$/i, '')];
  return codings
    .map((coding) => coding?.trim().toLowerCase() ?? '')
    .filter((coding) => coding !== '' && coding !== 'identity')
    .join(', ');
}

/** Passes at most so many bytes; fails on the first one more. */
function atMost(limit: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > limit) done(new Error('The answer is longer than any should be'));
      else done(null, chunk);
    },
  });
}

/** Passes nothing. */
function nothing(): Transform {
  return new Transform({ transform: (_chunk, _encoding, done) => done() });
}

/**
 * Bodies come down unpacked, bounded, and with the secret covered, of errors and of answers that say all is well. A packing
 * that was not asked for cannot be looked into: of such an error only the status comes down, of any other answer nothing (null).
 */
export function downstream(answer: IncomingMessage, key: string | null, limit = LONGEST_BODY): Downstream | null {
  const secret = secretOf(key);
  const headers = headersDown(answer, secret);
  const cover = secret === null ? [] : [withoutSecret(secret)];
  const packing = packingOf(answer);
  if (packing === '') return { headers, steps: [atMost(limit), ...cover] };
  const { 'content-length': _packedLength, ...rest } = headers;
  if (packing === 'gzip' || packing === 'x-gzip') {
    return { headers: rest, steps: [createGunzip(), atMost(limit), ...cover] };
  }
  return (answer.statusCode ?? 0) < 400 ? null : { headers: rest, steps: [nothing()] };
}
