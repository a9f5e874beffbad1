import { connect } from 'node:net';

/** An answer as it came off the wire. */
export interface RawAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Everything after the empty line, chunk sizes included. */
  readonly body: string;
}

/**
 * Writes these very bytes to the port and resolves to what came back when the connection closed. Lets tests send what no
 * browser and no HTTP library would. Rejects on a reset before any answer.
 */
export function sendRaw(port: number, text: string): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(text, 'latin1'));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', (error) => {
      if (chunks.length === 0) reject(error);
    });
    socket.on('close', () => resolve(parse(Buffer.concat(chunks).toString('latin1'))));
  });
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
