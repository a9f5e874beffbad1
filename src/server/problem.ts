import type { ServerResponse } from 'node:http';

import { OWN_PROBLEM_HEADER } from '../lib/own-problem';

/** Every error the proxy itself makes. Anything else with an error status is the vendor's own and passes unchanged. */
const PROBLEMS = {
  'bad-request': { status: 400, title: 'This request is not passed on' },
  'not-http': { status: 400, title: 'This is not a request' },
  forbidden: { status: 403, title: 'Only this page may ask' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'method-not-allowed': { status: 405, title: 'This method is not allowed here' },
  'request-timeout': { status: 408, title: 'The request came too slowly' },
  'request-too-long': { status: 431, title: 'The request is too long' },
  'internal-error': { status: 500, title: 'The server made a mistake' },
  'vendor-unreachable': { status: 502, title: 'The vendor could not be reached' },
  'vendor-redirect': { status: 502, title: 'The vendor answered with a redirect' },
  'vendor-nonsense': { status: 502, title: 'The vendor answered with what is not HTTP' },
  'not-configured': { status: 503, title: 'The vendor is not configured' },
  'vendor-timeout': { status: 504, title: 'The vendor did not answer in time' },
} as const;

export type ProblemKind = keyof typeof PROBLEMS;

/** A problem as data: `detail` is one plain sentence for a person and never holds a secret or a phone number. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly detail: string;
  /** Methods for the `Allow` header; only with `method-not-allowed`. */
  readonly allow?: string;
}

export function problemStatus(kind: ProblemKind): number {
  return PROBLEMS[kind].status;
}

/** A problem as text of `application/problem+json` (RFC 9457). `type` is a URN: there is no page behind it to be kept alive. */
export function problemBody({ kind, detail }: Problem): string {
  const { status, title } = PROBLEMS[kind];
  return JSON.stringify({ type: `urn:opt-out-lookup:problem:${kind}`, title, status, detail });
}

/** The headers that a problem carries beside those of all data; `body` is its `problemBody`. */
export function problemHeaders({ kind, allow }: Problem, body: string): Readonly<Record<string, string>> {
  return {
    'content-type': 'application/problem+json',
    'content-length': String(Buffer.byteLength(body)),
    [OWN_PROBLEM_HEADER]: kind,
    ...(allow === undefined ? {} : { allow }),
  };
}

/** Answers with a problem. */
export function sendProblem(response: ServerResponse, problem: Problem): void {
  const body = problemBody(problem);
  response.writeHead(problemStatus(problem.kind), { ...problemHeaders(problem, body), 'cache-control': 'no-store' });
  response.end(body);
}
