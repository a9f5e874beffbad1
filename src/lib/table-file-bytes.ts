import { createBreather } from './yield';

/** What the bytes of a file turned out to be. */
export type DecodedFile =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'unreadable'; readonly message: string };

/** What to do with a file that is no text. */
export const SAVE_AS_CSV = 'Open it where it was made, save it as CSV or plain text, and add that file.';

/** First bytes of files that people try instead, and what to call them. */
const SIGNATURES: readonly (readonly [bytes: readonly number[], name: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a spreadsheet or ZIP archive'],
  [[0x50, 0x4b, 0x05, 0x06], 'an empty ZIP archive'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel or Word file'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'a rich text document'],
  [[0x1f, 0x8b], 'a compressed file'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture'],
  [[0xff, 0xd8, 0xff], 'a picture'],
  [[0x47, 0x49, 0x46, 0x38], 'a picture'],
];

/**
 * Turns the bytes of a text file into text: by its byte order mark (UTF-8, UTF-16), else as UTF-16 when every second byte is
 * zero, else as UTF-8, and as windows-1252 when it is no valid UTF-8. Anything that is no text is refused in one sentence.
 */
export async function decodeFile(bytes: Uint8Array, signal: AbortSignal): Promise<DecodedFile> {
  const signature = SIGNATURES.find(([start]) => startsWith(bytes, start));
  if (signature !== undefined) return unreadable(`This is ${signature[1]}, not a text file. ${SAVE_AS_CSV}`);
  const encoding = encodingOf(bytes);
  if (encoding === null) return unreadable(`This is not a text file. ${SAVE_AS_CSV}`);
  if (encoding !== 'utf-8') return { kind: 'text', text: await decode(bytes, encoding, signal) };
  try {
    return { kind: 'text', text: await decode(bytes, 'utf-8', signal) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { kind: 'text', text: await decode(bytes, 'windows-1252', signal) };
  }
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Null for bytes that are no text. */
function encodingOf(bytes: Uint8Array): Encoding | null {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  const start = bytes.subarray(0, 2000);
  const zeros: [even: number, odd: number] = [0, 0];
  for (const [index, byte] of start.entries()) if (byte === 0) zeros[index % 2 === 0 ? 0 : 1] += 1;
  const [even, odd] = zeros;
  if (even + odd === 0) return 'utf-8';
  if (odd > start.length / 4 && even === 0) return 'utf-16le';
  if (even > start.length / 4 && odd === 0) return 'utf-16be';
  return null;
}

const SLICE_BYTES = 1 << 19;

/** Decodes in slices, so that the page stays alive. Throws a `TypeError` at bytes that are not of the encoding. */
async function decode(bytes: Uint8Array, encoding: Encoding, signal: AbortSignal): Promise<string> {
  const breathe = createBreather();
  const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' });
  let text = '';
  for (let from = 0; from < bytes.length; from += SLICE_BYTES) {
    await breathe();
    signal.throwIfAborted();
    text += decoder.decode(bytes.subarray(from, from + SLICE_BYTES), { stream: true });
  }
  return text + decoder.decode();
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function unreadable(message: string): DecodedFile {
  return { kind: 'unreadable', message };
}
