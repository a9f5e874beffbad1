import * as http from 'node:http';
import * as https from 'node:https';
import { pipeline } from 'node:stream';

import type { Agents } from './agents';
import type { Problem } from './problem';
import { sendProblem } from './problem';
import { downstream } from './vendor-answer';

/** A whole answer may take so many times the limit for its beginning, however steadily it drips. */
const WHOLE_ANSWER = 4;

/** One question to a vendor, as it will go out: nothing of the browser's request is in it but the path and the query. */
export interface Question {
  readonly label: string;
  /** Origin and path prefix. */
  readonly url: URL;
  /** Path and query, appended to the prefix byte for byte. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Covered wherever the vendor repeats it; null when there is none. */
  readonly secret: string | null;
  /** ms without an answer, and ms without another byte once it has begun; four times as long for the whole. */
  readonly timeoutMs: number;
}

/** How an exchange ended: `whole`, cut off by or because of the vendor (`broken`), given up by the browser (`cancelled`), or a problem of ours. */
export interface Exchange {
  readonly end: 'whole' | 'broken' | 'cancelled';
  readonly problem: Problem | null;
  /** Of the body, as the vendor sent it. */
  readonly bytes: number;
}

function errorCode(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : 'no code';
}

/**
 * Asks the vendor and streams its answer down, status and text unchanged, at the pace of the browser. A redirect, no connection,
 * no answer in time, and what is no HTTP status or no packing we asked for become problems. An answer that breaks off, drips on
 * without end or is too long breaks off the browser's connection too, so that a short body never looks like a whole one; a
 * browser that goes away ends the question. Resolves when all is over.
 */
export function forward(question: Question, agents: Agents, response: http.ServerResponse): Promise<Exchange> {
  const { label, url, target, headers, timeoutMs } = question;
  return new Promise((resolve) => {
    let problem: Problem | null = null;
    let vendorBroke = false;
    let bytes = 0;
    const upstream = (url.protocol === 'https:' ? https : http).request({
      protocol: url.protocol,
      hostname: url.hostname.replace(/^\[(.*)\]$/, '$1'),
      port: url.port,
      path: `${url.pathname === '/' ? '' : url.pathname}${target}`,
      method: 'GET',
      headers,
      agent: agents.of(url),
    });
    const fail = (kind: Problem['kind'], detail: string) => {
      clearTimeout(timer);
      upstream.destroy();
      if (response.headersSent || response.destroyed) return;
      problem = { kind, detail };
      sendProblem(response, problem);
    };
    let timer = setTimeout(() => {
      fail('vendor-timeout', `${label} gave no answer within ${timeoutMs / 1000} seconds.`);
    }, timeoutMs);

    upstream.on('error', (error) => {
      fail('vendor-unreachable', `${label} could not be reached (${errorCode(error)}).`);
      // Node drops what it still holds of an answer that breaks HTTP behind its own end: without it, this is none.
      if (problem === null && !response.writableFinished) {
        vendorBroke = true;
        response.destroy();
      }
    });
    // A vendor that wants to switch protocols (101) is hung up on by Node, without an error.
    upstream.on('close', () => fail('vendor-unreachable', `${label} closed the connection without an answer.`));
    upstream.on('response', (answer) => {
      clearTimeout(timer);
      const status = answer.statusCode ?? 0;
      if (status >= 300 && status < 400) {
        fail('vendor-redirect', `${label} answered with a redirect (${status}), which is not followed.`);
        return;
      }
      const down = downstream(answer, question.secret);
      // Node's parser lets any three digits through, and its own server would throw on some of them.
      if (status < 200 || status > 599 || down === null) {
        const what =
          down === null ? 'a packing that was not asked for' : `the status ${status}, which HTTP does not have`;
        fail('vendor-nonsense', `${label} answered with ${what}.`);
        return;
      }
      const stop = () => answer.destroy(new Error('The answer stopped coming'));
      upstream.setTimeout(timeoutMs, stop);
      timer = setTimeout(stop, WHOLE_ANSWER * timeoutMs);
      response.writeHead(status, down.headers);
      // A break-off before the first byte of a body is one still, and not a server of ours that is not there.
      response.flushHeaders();
      for (const part of [answer, ...down.steps]) part.on('error', () => (vendorBroke = true));
      pipeline([answer, ...down.steps, response], (error) => {
        if (error !== null && error !== undefined) upstream.destroy();
      });
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length));
    });
    response.once('close', () => {
      clearTimeout(timer);
      if (!response.writableFinished) upstream.destroy();
      const unbroken = response.writableFinished ? 'whole' : 'cancelled';
      resolve({ end: vendorBroke ? 'broken' : unbroken, problem, bytes });
    });
    upstream.end();
  });
}
