import type { Server } from 'node:http';
import type { Socket } from 'node:net';

import { SECURITY_HEADERS_OF_DATA } from './headers';
import { type Log, refusedLine } from './log';
import { type ProblemKind, problemBody, problemStatus } from './problem';
import { toDoAboutRefusal } from './to-do';

const KINDS: Readonly<Record<string, ProblemKind>> = {
  HPE_HEADER_OVERFLOW: 'request-too-long',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};

function answerText(kind: ProblemKind, detail: string): string {
  const body = problemBody({ kind, detail });
  const headers = {
    ...SECURITY_HEADERS_OF_DATA,
    'content-type': 'application/problem+json',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${problemStatus(kind)} ${kind}\r\n${fields.join('')}\r\n${body}`;
}

/**
 * Answers what never becomes a request (not HTTP, too long, too slow) with the same headers and the same form as every other
 * error, logs it, and closes the connection. Where an answer is under way on the connection, only closes it: bytes in between would
 * become part of that answer. Takes the place of every other `clientError` listener.
 */
export function answerMalformed(server: Server, log: Log): void {
  const answering = new WeakMap<Socket, number>();
  const count = (socket: Socket, more: number) => answering.set(socket, (answering.get(socket) ?? 0) + more);
  server.prependListener('request', ({ socket }, response) => {
    count(socket, 1);
    response.once('close', () => count(socket, -1));
  });
  // Node would answer 417 by itself, without our headers; an expectation may as well be ignored (RFC 9110, 10.1.1).
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  server.removeAllListeners('clientError');
  server.on('clientError', (error: Error & { readonly code?: string }, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable || (answering.get(socket as Socket) ?? 0) > 0) {
      socket.destroy();
      return;
    }
    const kind = KINDS[error.code ?? ''] ?? 'not-http';
    const detail = 'The request could not be read to its end.';
    log(refusedLine(Date.now(), kind, problemStatus(kind), detail, toDoAboutRefusal(kind)));
    socket.end(answerText(kind, detail), () => socket.destroy());
  });
}
