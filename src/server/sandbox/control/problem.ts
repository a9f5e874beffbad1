import { STATUS_CODES, type ServerResponse } from 'node:http';

/** A request to the controls that cannot be met: becomes an `application/problem+json` answer (RFC 9457). */
export class Problem extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, detail: string, headers: Readonly<Record<string, string>> = {}) {
    super(detail);
    this.status = status;
    this.headers = headers;
  }
}

/** Answers with JSON that must not be kept by any cache. */
export function sendJson(response: ServerResponse, status: number, value: unknown, type = 'application/json'): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(JSON.stringify(value));
}

/** Answers with a problem: type, title, status and one plain sentence. */
export function sendProblem(response: ServerResponse, { status, message, headers }: Problem): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  const problem = { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail: message };
  sendJson(response, status, problem, 'application/problem+json');
}
