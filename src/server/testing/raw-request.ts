import { connect } from 'node:net';

/** An answer as it came off the wire. */
export interface RawAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Everything after the empty line, chunk sizes included. */
  readonly body: string;
}

/** What a client does once it has written: waits for the other side to close, closes its own side, or goes away. */
export type Ending = 'wait' | 'half-close' | 'go-away';

/** Writes these very bytes to the port and resolves to all that came back until the connection closed; empty after a reset. */
export function exchangeRaw(port: number, text: string, ending: Ending): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => {
      if (ending === 'half-close') socket.end(text, 'latin1');
      else socket.write(text, 'latin1', () => (ending === 'go-away' ? socket.destroy() : undefined));
    });
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
  });
}

/**
 * The answer to these very bytes. Lets tests send what no browser and no HTTP library would. Rejects when the connection ended
 * before any answer.
 */
export async function sendRaw(port: number, text: string): Promise<RawAnswer> {
  const answer = await exchangeRaw(port, text, 'wait');
  if (answer === '') throw new Error('The connection ended without an answer');
  return parse(answer);
}

function parse(text: string): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [line = '', ...fields] = head.split('\r\n');
  const headers = fields.map((field) => {
    const [name = '', ...value] = field.split(':');
    return [name.toLowerCase(), value.join(':').trim()] as const;
  });
  return {
    status: Number(line.split(' ')[1] ?? 0),
    headers: Object.fromEntries(headers),
    body: rest.join('\r\n\r\n'),
  };
}

/** A request line and headers as text. `Host` is the port's own unless given, null for none; the connection closes after the answer. */
export function requestText(
  port: number,
  target: string,
  { method = 'GET', host = `127.0.0.1:${port}` as string | null, headers = [] as readonly string[] } = {},
): string {
  const fields = [...(host === null ? [] : [`Host: ${host}`]), 'Connection: close', ...headers];
  return `${method} ${target} HTTP/1.1\r\n${fields.join('\r\n')}\r\n\r\n`;
}
