import * as http from 'node:http';
import * as https from 'node:https';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

import type { Problem } from './problem';
import { sendProblem } from './problem';
import { withoutSecret } from './without-secret';

/** One question to a vendor, as it will go out: nothing of the browser's request is in it but the path and the query. */
export interface Question {
  readonly label: string;
  /** Origin and path prefix. */
  readonly url: URL;
  /** Path and query, appended to the prefix byte for byte. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Covered wherever an error's text repeats it; null when there is none. */
  readonly secret: string | null;
  /** ms without an answer, and ms without another byte once it has begun. */
  readonly timeoutMs: number;
}

/** How an exchange ended: `whole`, cut off by the vendor (`broken`), given up by the browser (`cancelled`), or a problem of ours. */
export interface Exchange {
  readonly end: 'whole' | 'broken' | 'cancelled';
  readonly problem: Problem | null;
  readonly bytes: number;
}

/** What of the vendor's answer comes down. Not among it: `set-cookie`, `location`, `www-authenticate`, any policy or cache header. */
const HEADERS_DOWN = /^(content-type|content-encoding|content-length|date|retry-after|(x-)?ratelimit(-[a-z-]+)?)$/;

/** Connections to the vendors, kept open between requests. */
export interface Agents {
  readonly of: (url: URL) => http.Agent;
  readonly close: () => void;
}

export function createAgents(): Agents {
  const options = { keepAlive: true, maxSockets: 32, maxFreeSockets: 8 };
  const plain = new http.Agent(options);
  const secure = new https.Agent(options);
  return {
    of: (url) => (url.protocol === 'https:' ? secure : plain),
    close: () => {
      plain.destroy();
      secure.destroy();
    },
  };
}

/** Error bodies come down with the secret covered, unpacked when they are packed. */
function downstream(answer: http.IncomingMessage, secret: string | null): Downstream {
  const headers = headersDown(answer);
  if ((answer.statusCode ?? 0) < 400 || secret === null) return { headers, steps: [] };
  const { 'content-length': _length, 'content-encoding': encoding, ...rest } = headers;
  if (encoding === undefined) return { headers, steps: [withoutSecret(secret)] };
  return { headers: rest, steps: [createGunzip(), withoutSecret(secret)] };
}

interface Downstream {
  readonly headers: http.OutgoingHttpHeaders;
  readonly steps: readonly NodeJS.ReadWriteStream[];
}

function errorCode(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : 'no code';
}

function headersDown(answer: http.IncomingMessage): http.OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(answer.headers).filter(([name]) => HEADERS_DOWN.test(name)));
}

/**
 * Asks the vendor and streams its answer down, status and body unchanged, at the pace of the browser. A redirect, no
 * connection and no answer in time become problems. An answer that breaks off breaks off the browser's connection too, so
 * that a short body never looks like a whole one; a browser that goes away ends the question. Resolves when all is over.
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
    const timer = setTimeout(() => {
      fail('vendor-timeout', `${label} gave no answer within ${timeoutMs / 1000} seconds.`);
    }, timeoutMs);

    upstream.on('error', (error) => fail('vendor-unreachable', `${label} could not be reached (${errorCode(error)}).`));
    // A vendor that wants to switch protocols (101) is hung up on by Node, without an error.
    upstream.on('close', () => fail('vendor-unreachable', `${label} closed the connection without an answer.`));
    upstream.on('response', (answer) => {
      clearTimeout(timer);
      answer.on('error', () => (vendorBroke = true));
      const status = answer.statusCode ?? 0;
      if (status >= 300 && status < 400) {
        fail('vendor-redirect', `${label} answered with a redirect (${status}), which is not followed.`);
        return;
      }
      upstream.setTimeout(timeoutMs, () => answer.destroy(new Error('The answer stopped coming')));
      const { headers: down, steps } = downstream(answer, question.secret);
      response.writeHead(status, down);
      pipeline([answer, ...steps, response], (error) => {
        if (error !== null && error !== undefined) upstream.destroy();
      });
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length));
    });
    response.once('close', () => {
      clearTimeout(timer);
      if (!response.writableFinished) upstream.destroy();
      const cutOff = vendorBroke ? 'broken' : 'cancelled';
      resolve({ end: response.writableFinished ? 'whole' : cutOff, problem, bytes });
    });
    upstream.end();
  });
}
