import type { ServerResponse } from 'node:http';

/** What a vendor answers with. A JSON body is kept as a value, so that a misbehaviour can bend it before it is sent. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body:
    | { readonly kind: 'json'; readonly type: string; readonly value: unknown }
    | { readonly kind: 'text'; readonly type: string; readonly text: string }
    | { readonly kind: 'none' };
}

/** A JSON answer. */
export function jsonAnswer(status: number, value: unknown, type: string, headers: Answer['headers'] = {}): Answer {
  return { status, headers, body: { kind: 'json', type, value } };
}

/** An answer whose body is text of the given media type. */
export function textAnswer(status: number, text: string, type: string, headers: Answer['headers'] = {}): Answer {
  return { status, headers, body: { kind: 'text', type, text } };
}

/** The same answer with another JSON value; answers without JSON stay as they are. */
export function withValue(answer: Answer, reshape: (value: unknown) => unknown): Answer {
  if (answer.body.kind !== 'json') return answer;
  return { ...answer, body: { ...answer.body, value: reshape(answer.body.value) } };
}

/** The bytes of an answer's body. */
export function bytesOf({ body }: Answer): Buffer {
  if (body.kind === 'none') return Buffer.alloc(0);
  return Buffer.from(body.kind === 'json' ? JSON.stringify(body.value) : body.text);
}

/** Status and headers, without the body's length. */
export function writeHead(
  response: ServerResponse,
  { status, headers, body }: Answer,
  more: Answer['headers'] = {},
): void {
  const type = body.kind === 'none' ? {} : { 'content-type': body.type };
  response.writeHead(status, { ...type, ...headers, ...more });
}

/** Sends an answer whole. */
export function sendAnswer(response: ServerResponse, answer: Answer): void {
  if (answer.body.kind === 'none') {
    writeHead(response, answer);
    response.end();
    return;
  }
  const bytes = bytesOf(answer);
  writeHead(response, answer, { 'content-length': String(bytes.length) });
  response.end(bytes);
}
