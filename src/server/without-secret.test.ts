import { Readable } from 'node:stream';

import fc from 'fast-check';
import { expect, it } from 'vitest';

import { withoutSecret } from './without-secret';

async function passed(chunks: readonly string[], secret: string): Promise<string> {
  const out = Readable.from(chunks.map((chunk) => Buffer.from(chunk))).pipe(withoutSecret(secret));
  const parts: Buffer[] = [];
  for await (const part of out) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

it('covers the secret wherever chunks are cut, and changes nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('key-7f3a', 'key-', '7f3a', 'k', 'é', ' '), { maxLength: 30 }),
      fc.integer({ min: 1, max: 9 }),
      async (words, size) => {
        const text = words.join('');
        const bytes = Buffer.from(text);
        const chunks: Buffer[] = [];
        for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
        const out = Readable.from(chunks).pipe(withoutSecret('key-7f3a'));
        const parts: Buffer[] = [];
        for await (const part of out) parts.push(part as Buffer);
        expect(Buffer.concat(parts).toString()).toBe(text.replaceAll('key-7f3a', '********'));
      },
    ),
  );
  expect(await passed(['a key-', '7f3a b'], 'key-7f3a')).toBe('a ******** b');
});
