import { expect, test } from 'vitest';

import { decodeFile } from './table-file-bytes';

const { signal } = new AbortController();

const codes = (text: string): number[] => Array.from(text, (sign) => sign.charCodeAt(0));
const utf16le = (text: string): number[] => codes(text).flatMap((code) => [code % 256, code >> 8]);
const utf16be = (text: string): number[] => codes(text).flatMap((code) => [code >> 8, code % 256]);
const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];

const TEXT = 'René Ü,5553031234\r\n';

test.each([
  ['UTF-8', utf8(TEXT)],
  ['UTF-8 with a byte order mark', [0xef, 0xbb, 0xbf, ...utf8(TEXT)]],
  ['UTF-16 LE with a byte order mark', [0xff, 0xfe, ...utf16le(TEXT)]],
  ['UTF-16 BE with a byte order mark', [0xfe, 0xff, ...utf16be(TEXT)]],
  ['UTF-16 LE without', utf16le(TEXT)],
  ['UTF-16 BE without', utf16be(TEXT)],
  ['windows-1252', codes(TEXT)],
])('%s', async (_, bytes) => {
  expect(await decodeFile(Uint8Array.from(bytes), signal)).toEqual({ kind: 'text', text: TEXT });
});

test('windows-1252 has quotes and a euro sign where Latin-1 has controls', async () => {
  expect(await decodeFile(Uint8Array.of(0x93, 0x80, 0x94), signal)).toEqual({ kind: 'text', text: '“€”' });
});

test('signs cut by the border of a slice stay whole', async () => {
  const text = `a${'€'.repeat(400_000)}`;
  expect(await decodeFile(Uint8Array.from(new TextEncoder().encode(text)), signal)).toEqual({ kind: 'text', text });
});
