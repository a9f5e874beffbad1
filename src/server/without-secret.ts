import { Transform } from 'node:stream';

/** How many bytes at the end of `bytes` could be the beginning of `needle`. */
function begun(bytes: Buffer, needle: Buffer): number {
  let length = Math.min(bytes.length, needle.length - 1);
  while (length > 0 && !bytes.subarray(bytes.length - length).equals(needle.subarray(0, length))) length -= 1;
  return length;
}

/**
 * Passes an answer on with every occurrence of a secret covered by as many asterisks, also one that two chunks share: vendors and
 * gateways are known to repeat a refused key in their error text. Holds back only what could be the beginning of the secret,
 * which must not be empty.
 */
export function withoutSecret(secret: string): Transform {
  const needle = Buffer.from(secret, 'latin1');
  const cover = Buffer.alloc(needle.length, '*');
  let held: Buffer = Buffer.alloc(0);
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const bytes = Buffer.concat([held, chunk]);
      let end = 0;
      for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, end)) {
        cover.copy(bytes, at);
        end = at + needle.length;
      }
      const keep = bytes.length - begun(bytes.subarray(end), needle);
      held = bytes.subarray(keep);
      done(null, bytes.subarray(0, keep));
    },
    flush(done) {
      done(null, held);
    },
  });
}
