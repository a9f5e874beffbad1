import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

import { SERVER_RUN_HEADER } from '../lib/server-run';
import { ownHostNames, refusal } from './admission';
import { createAgents } from './agents';
import { askVendor } from './ask-vendor';
import { type Serving, setSecurityHeaders } from './headers';
import { joins, type Line } from './in-line';
import { errorLine, type Log, logWithout, maskPath, refusedLine } from './log';
import { type ProblemKind, problemStatus, sendProblem } from './problem';
import { publicConfigBody } from './public-config';
import type { Sandbox } from './sandbox';
import type { Settings } from './settings';
import { readTarget, type Target } from './target';
import { REPORT_IT, toDoAboutRefusal } from './to-do';
import { secretOf } from './without-secret';

/** CONTRACT: "no answer in 30 s". */
const VENDOR_TIMEOUT_MS = 30_000;

export interface MiddlewareOptions {
  /** With the sandbox's vendors already in place when it runs. */
  readonly settings: Settings;
  readonly sandbox: Sandbox | null;
  readonly serving: Serving;
  readonly log: Log;
  /** ms; only tests need another than 30 s. */
  readonly vendorTimeoutMs?: number;
  /** What this run is called; only tests with several servers in one process call them all the same. */
  readonly run?: string;
}

export interface Middleware {
  /** Answers what is ours; calls `next` for a page or a file, with the security headers set. */
  readonly handle: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  /** Closes the connections kept open to the vendors. */
  readonly close: () => void;
}

const METHODS: Readonly<Record<Exclude<Target['kind'], 'nothing'>, readonly string[]>> = {
  page: ['GET', 'HEAD'],
  config: ['GET'],
  vendor: ['GET'],
  sandbox: ['GET', 'POST', 'PUT', 'DELETE'],
};

/**
 * The whole server side as one Node middleware: the same under dev and start, or on any other HTTP server. Checked in this
 * order: 403 who asks, 404 what for, 405 how, then for a vendor 503, 404 (account), 400, and what the vendor answers.
 */
export function createMiddleware(options: MiddlewareOptions): Middleware {
  const { settings, sandbox, serving, vendorTimeoutMs, run = randomUUID() } = options;
  const log = logWithout(
    settings.vendors.flatMap(({ secret }) => secretOf(secret) ?? []),
    options.log,
  );
  const agents = createAgents();
  const hostNames = ownHostNames(settings.host);
  const config = publicConfigBody(settings);
  const line: Line = new WeakMap();
  const asking = { agents, log, timeoutMs: vendorTimeoutMs ?? VENDOR_TIMEOUT_MS };

  function handle(request: IncomingMessage, response: ServerResponse, next: () => void): void {
    const target = readTarget(request.url ?? '', settings.vendors);
    const api = target.kind !== 'page';
    setSecurityHeaders(response, serving, api);
    if (api) response.setHeader(SERVER_RUN_HEADER, run);
    const refuse = (kind: ProblemKind, detail: string, allow?: string) => {
      const path = (request.url ?? '').split('?', 1)[0] ?? '';
      const what = `${request.method} ${maskPath(path)}`;
      log(refusedLine(Date.now(), what, problemStatus(kind), detail, toDoAboutRefusal(kind)));
      sendProblem(response, { kind, detail, ...(allow === undefined ? {} : { allow }) });
    };

    const reason = refusal(request, hostNames, api);
    if (reason !== null) return refuse('forbidden', reason);
    if (target.kind === 'nothing' || (target.kind === 'sandbox' && sandbox === null)) {
      return refuse(
        'not-found',
        'Under /api there are the settings (config) and one path for each vendor, written exactly.',
      );
    }
    const allowed = METHODS[target.kind];
    if (!allowed.includes(request.method ?? '')) {
      return refuse('method-not-allowed', `Only ${allowed.join(', ')} may be used here.`, allowed.join(', '));
    }
    const onError = (error: unknown) => {
      log(errorLine(Date.now(), target.kind, error, REPORT_IT));
      if (response.headersSent) response.destroy();
      else
        sendProblem(response, {
          kind: 'internal-error',
          detail: 'Its log says more: pass that on to whoever runs it.',
        });
    };
    switch (target.kind) {
      case 'page':
        // A part of a file may be left unserved (RFC 9110, 14.2): Vite's file server throws at one that is none, and shows it on the log.
        delete request.headers.range;
        return next();
      case 'config':
        response.writeHead(200, { 'content-type': 'application/json' }).end(config);
        return;
      case 'sandbox':
        sandbox?.handle(request, response).catch(onError);
        return;
      case 'vendor':
        if (!joins(line, request, response)) {
          return refuse('bad-request', 'Too many questions are in line on this connection.');
        }
        askVendor(target, response, asking).catch(onError);
        return;
    }
  }
  return { handle, close: agents.close };
}
