import { Readable } from 'node:stream';

import fc from 'fast-check';
import { expect, it } from 'vitest';

import { covered, secretOf, withoutSecret } from './without-secret';

const KEY = 'key/7f3a+b&"\\_c==';
const hexOf = (sign: string) => sign.charCodeAt(0).toString(16);

/** How programs are known to write a character into an address, JSON or a web page; each may do so to some characters only. */
const WRITERS: readonly ((sign: string) => string)[] = [
  (sign) => sign,
  (sign) => `%${hexOf(sign)}`,
  (sign) => `%${hexOf(sign).toUpperCase()}`,
  (sign) => `%25${hexOf(sign)}`,
  (sign) => `\\u00${hexOf(sign)}`,
  (sign) => `\\u00${hexOf(sign).toUpperCase()}`,
  (sign) => `\\\\u00${hexOf(sign)}`,
  (sign) => `\\${sign}`,
  (sign) => `&#${sign.charCodeAt(0)};`,
  (sign) => `&#x${hexOf(sign).toUpperCase()};`,
  (sign) => ({ '&': '&amp;', '"': '&quot;', '=': '&equals;' })[sign] ?? sign,
];
const spelled = fc
  .tuple(
    ...Array.from(KEY, (sign) =>
      fc.constantFrom(...(/\w/.test(sign) ? [() => sign] : WRITERS)).map((write) => write(sign)),
    ),
  )
  .map((signs) => signs.join(''));
const other = fc.constantFrom('key', 'key/7f3a', 'k', '7f3a', 'é', ' ', '==', '%', '&', '\\u00');

/** What becomes of a text that arrives in chunks of so many bytes. */
async function passed(text: string, size: number, key = KEY): Promise<string> {
  const secret = secretOf(key);
  if (secret === null) throw new Error('Not a secret');
  const bytes = Buffer.from(text);
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
  const parts: Buffer[] = [];
  for await (const part of Readable.from(chunks).pipe(withoutSecret(secret))) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

it('covers the secret however its signs are escaped and wherever chunks are cut, and changes nothing else', async () => {
  const word = fc.oneof(
    { weight: 3, arbitrary: other.map((text) => [text, text] as const) },
    spelled.map((text) => [text, '*'.repeat(text.length)] as const),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(word, { maxLength: 12 }), fc.integer({ min: 1, max: 40 }), async (words, size) => {
      const texts = words.map(([text]) => text);
      expect(await passed(texts.join(' '), size)).toBe(words.map(([, left]) => left).join(' '));
    }),
  );
});

it('covers a secret without signs as it is', async () => {
  expect(await passed('a key-7f3a b', 3, 'key-7f3a')).toBe('a ******** b');
  expect(await passed('key-7f3', 3, 'key-7f3a')).toBe('key-7f3');
});

it('does not spoil answers for a placeholder: only what can be a key is covered', () => {
  expect(['x', 'token', null].map(secretOf)).toEqual([null, null, null]);
  const secret = secretOf('key-7f3a');
  expect(secret === null ? null : covered('a key-7f3a b', secret)).toBe('a * b');
});
