import type { ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';

import type { Agents } from './agents';
import { type Exchange, forward } from './forward';
import { type Log, maskPath, maskQuery, refusedLine, requestLine } from './log';
import { type Problem, problemStatus, sendProblem } from './problem';
import { queryRefusal } from './query';
import type { VendorSettings } from './settings';
import type { Target } from './target';
import { toDoAboutProblem, toDoAboutRefusal, toDoAboutStatus } from './to-do';

/** Node's name of the product towards the vendors. */
const USER_AGENT = 'opt-out-lookup/1.0';

type VendorTarget = Extract<Target, { readonly kind: 'vendor' }>;

/** First thing that stands in the way of asking: 503 not configured, then 404 unknown account, then 400 bad query; null when nothing does. */
function obstacle({ vendor, account, query }: VendorTarget): Problem | null {
  const { label, settings } = vendor.proxy;
  if (vendor.secret === null) {
    const needed = [settings.secret, settings.accounts].filter((name) => name !== null).join(' and ');
    return { kind: 'not-configured', detail: `${label} is not configured: set ${needed} and start again.` };
  }
  if (account !== null && !vendor.accounts.includes(account)) {
    return { kind: 'not-found', detail: `This account is not one of ${settings.accounts ?? 'the accounts'}.` };
  }
  const detail = queryRefusal(query, vendor.proxy.query);
  return detail === null ? null : { kind: 'bad-request', detail };
}

/** The only headers that go up: the vendor's own of its `proxy.ts`, and ours. Nothing of the browser's is among them. */
function headersUp({ proxy, secret }: VendorSettings): Record<string, string> {
  const filled = Object.entries(proxy.headers).map(([name, value]) => [
    name,
    value.replaceAll('{secret}', () => secret ?? ''),
  ]);
  // Whatever keeps answers on the way is told to ask anew (RFC 9111 §5.2.1.4): a number may have been put on the list since.
  const own = { 'accept-encoding': 'gzip', 'cache-control': 'no-cache', 'user-agent': USER_AGENT };
  return { ...Object.fromEntries(filled), ...own };
}

/** What to do about an exchange that did not go well; null for one that did. */
function note({ proxy }: VendorSettings, status: number | null, { end, problem }: Exchange): string | null {
  if (end === 'cancelled') return 'the browser gave up waiting';
  if (end === 'broken') return 'the vendor broke the answer off; the page will say so and offer Retry';
  if (problem !== null) return `${problem.detail} ${toDoAboutProblem(problem.kind, proxy)}`;
  return status === null ? null : toDoAboutStatus(status, proxy);
}

/**
 * Answers a request whose target is a vendor's path: with a problem if something stands in the way, else with the vendor's
 * own answer, and logs one line for either. `timeoutMs` as in `forward`.
 */
export async function askVendor(
  target: VendorTarget,
  response: ServerResponse,
  { agents, log, timeoutMs }: { readonly agents: Agents; readonly log: Log; readonly timeoutMs: number },
): Promise<void> {
  const { vendor, path, query } = target;
  const problem = obstacle(target);
  if (problem !== null) {
    const what = `GET /api/${vendor.proxy.id}${maskPath(path)}${maskQuery(query, vendor.proxy.query)}`;
    const { kind, detail } = problem;
    log(refusedLine(Date.now(), what, problemStatus(kind), detail, toDoAboutRefusal(kind)));
    sendProblem(response, problem);
    return;
  }
  const started = performance.now();
  const question = {
    label: vendor.proxy.label,
    url: vendor.url,
    target: `${path}${query}`,
    headers: headersUp(vendor),
    secret: vendor.secret,
    timeoutMs,
  };
  const exchange = await forward(question, agents, response);
  // Of a browser that went away before any answer there is no status to tell.
  const status = response.headersSent ? response.statusCode : null;
  const logged = { vendor: vendor.proxy.id, path: `${maskPath(path)}${maskQuery(query, vendor.proxy.query)}` };
  const measured = { status, ms: performance.now() - started, bytes: exchange.bytes };
  log(requestLine(Date.now(), { ...logged, ...measured, note: note(vendor, status, exchange) }));
}
