import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** Questions to vendors under way for one connection. A browser sends the next one when it has the answer. */
export const MOST_IN_LINE = 8;

/** The answers under way for each connection. */
export type Line = WeakMap<Duplex, Set<ServerResponse>>;

/**
 * Takes a question into the line of its connection; false where that is full. Node begins with every request the moment it is read
 * and holds each until those before it are answered, without bound. When the connection goes, all of them end: Node itself tells
 * only the first.
 */
export function joins(line: Line, { socket }: IncomingMessage, response: ServerResponse): boolean {
  const before = line.get(socket);
  const answers = before ?? new Set<ServerResponse>();
  if (answers.size >= MOST_IN_LINE) return false;
  if (before === undefined) {
    line.set(socket, answers);
    socket.once('close', () => {
      for (const answer of answers) answer.destroy().emit('close');
    });
  }
  answers.add(response);
  response.once('close', () => answers.delete(response));
  return true;
}
