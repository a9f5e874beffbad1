import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

import { bytesOf, sendAnswer, writeHead, type Answer } from '../answer';
import type { SendFaultKind } from './kinds';
import type { Fault } from './schema';

/** One bad way to send; `gone` fires when the client has left. */
type Send = (response: ServerResponse, answer: Answer, fault: Fault, gone: AbortSignal) => void | Promise<void>;

const MEGABYTE = 1024 * 1024;

/** White space may stand before any JSON text, so this body is valid all the same: only its size is wrong. */
async function sendHuge(response: ServerResponse, answer: Answer, fault: Fault, gone: AbortSignal): Promise<void> {
  writeHead(response, answer);
  const megabyte = Buffer.alloc(MEGABYTE, ' ');
  for (let sent = 0; sent < fault.megabytes; sent += 1) {
    if (!response.write(megabyte)) await once(response, 'drain', { signal: gone });
  }
  response.end(bytesOf(answer));
}

async function sendForEver(response: ServerResponse, answer: Answer, gone: AbortSignal): Promise<void> {
  const bytes = bytesOf(answer);
  writeHead(response, answer);
  response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)));
  while (!gone.aborted) {
    await delay(100, undefined, { signal: gone });
    response.write(' ');
  }
}

/** How each sending misbehaviour sends. All of them stop when the client goes. */
export const SENDERS: Readonly<Record<SendFaultKind, Send>> = {
  truncated: (response, answer) => {
    const bytes = bytesOf(answer);
    const half = bytes.subarray(0, Math.floor(bytes.length / 2));
    writeHead(response, answer, { 'content-length': String(half.length) });
    response.end(half);
  },
  gzip: (response, answer) => {
    const bytes = gzipSync(bytesOf(answer));
    writeHead(response, answer, { 'content-encoding': 'gzip', 'content-length': String(bytes.length) });
    response.end(bytes);
  },
  reset: (response) => {
    response.socket?.resetAndDestroy();
  },
  'reset-mid-body': async (response, answer, _fault, gone) => {
    const bytes = bytesOf(answer);
    writeHead(response, answer, { 'content-length': String(bytes.length) });
    response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)));
    // A reset at once would overtake the first half; give it time to arrive.
    await delay(30, undefined, { signal: gone });
    response.socket?.resetAndDestroy();
  },
  'no-answer': () => {},
  slow: async (response, answer, fault, gone) => {
    await delay(fault.milliseconds, undefined, { signal: gone });
    sendAnswer(response, answer);
  },
  'huge-body': sendHuge,
  'never-ending-body': (response, answer, _fault, gone) => sendForEver(response, answer, gone),
  // As a cache says how long it has had an answer (RFC 9111 §5.1).
  kept: (response, answer) => sendAnswer(response, { ...answer, headers: { ...answer.headers, age: '3600' } }),
};
