/** The body was longer than allowed. */
export class BodyTooLong extends Error {
  override readonly name = 'BodyTooLong';
}

/**
 * The whole body as text. Rejects with `BodyTooLong` above `maxBytes` (reading stops there), with `BodyNotText` when it is not UTF-8
 * (RFC 8259 §8.1), and with the network's error when it breaks off: what arrived until then is never used.
 */
export async function readText(response: Response, maxBytes: number): Promise<string> {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel();
      throw new BodyTooLong(`More than ${maxBytes.toLocaleString('en-US')} bytes`);
    }
    text += decode(decoder, value);
  }
  return text + decode(decoder);
}

/** The body is not text in UTF-8. */
export class BodyNotText extends Error {
  override readonly name = 'BodyNotText';
}

function decode(decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch (error) {
    throw new BodyNotText('Not UTF-8', { cause: error });
  }
}

/** The text as JSON, or undefined when it is none. */
export function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}
