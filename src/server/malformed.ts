import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';

import { SECURITY_HEADERS_OF_DATA } from './headers';
import { type Log, refusedLine } from './log';
import { type Problem, type ProblemKind, problemBody, problemHeaders, problemStatus } from './problem';
import { toDoAboutRefusal } from './to-do';

const KINDS: Readonly<Record<string, ProblemKind>> = {
  HPE_HEADER_OVERFLOW: 'request-too-long',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};

function answerText(problem: Problem): string {
  const { kind } = problem;
  const body = problemBody(problem);
  const headers = { ...SECURITY_HEADERS_OF_DATA, ...problemHeaders(problem, body), connection: 'close' };
  const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${problemStatus(kind)} ${kind}\r\n${fields.join('')}\r\n${body}`;
}

/**
 * Answers what never becomes a request (not HTTP, too long, too slow, a tunnel) with the same headers and the same form as every other
 * error, logs it, and closes the connection. Where an answer is under way on the connection, only logs and closes: bytes in between
 * would become part of that answer. Takes the place of every other `clientError` listener.
 */
export function answerMalformed(server: Server, log: Log): void {
  const answering = new WeakMap<Duplex, number>();
  const count = (socket: Duplex, more: number) => answering.set(socket, (answering.get(socket) ?? 0) + more);
  server.prependListener('request', ({ socket }, response) => {
    count(socket, 1);
    response.once('close', () => count(socket, -1));
  });
  // Node would answer 417 by itself, without our headers; an expectation may as well be ignored (RFC 9110, 10.1.1).
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  const refuse = (socket: Duplex, what: string, problem: Problem) => {
    if (!socket.writable) {
      socket.destroy();
      return;
    }
    const { kind, detail } = problem;
    const isBetween = (answering.get(socket) ?? 0) > 0;
    const why = isBetween ? `${detail} It got no answer, as another was under way.` : detail;
    log(refusedLine(Date.now(), what, problemStatus(kind), why, toDoAboutRefusal(kind)));
    if (isBetween) socket.destroy();
    else socket.end(answerText(problem), () => socket.destroy());
  };
  // Node would hang up without a word.
  server.on('connect', (_request, socket) => {
    // From here on nobody else listens to it, and an error that nobody hears ends the process.
    socket.on('error', () => socket.destroy());
    const detail = 'Only GET, HEAD may be used here.';
    refuse(socket, 'CONNECT', { kind: 'method-not-allowed', detail, allow: 'GET, HEAD' });
  });
  server.removeAllListeners('clientError');
  server.on('clientError', (error: Error & { readonly code?: string }, socket) => {
    if (error.code === 'ECONNRESET') {
      socket.destroy();
      return;
    }
    const kind = KINDS[error.code ?? ''] ?? 'not-http';
    refuse(socket, kind, { kind, detail: 'The request could not be read to its end.' });
  });
}
