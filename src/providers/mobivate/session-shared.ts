import type { Gate } from '../../http/gate';
import { serverRun, type ServerRun } from '../../http/server-run';
import { createMobivateApi, mobivateGate } from './api';
import { History } from './history';
import { rowKeys } from './history-keys';
import { readInterval } from './lookup';
import { VendorMemory } from './reading/memory';
import { Session } from './session';
import { VendorClock } from './vendor-clock';

let shared: { readonly session: Session; readonly run: ServerRun } | null = null;

/**
 * The one session of this page load and this run of our server: the Mobivate page and Check ask through it. Made when first
 * needed, and anew after a restart: what was read before may be another list.
 */
export function sharedSession(): Session {
  const run = serverRun();
  if (shared?.run !== run) shared = { session: createSession(), run };
  return shared.session;
}

/** What a session is made of; left out: this page's own server, the one gate, `Math.random`. */
interface SessionParts {
  readonly baseUrl?: string;
  readonly gate?: Gate;
  /** 0 inclusive to 1 exclusive: chooses which answers to audit. */
  readonly random?: () => number;
}

/** An empty session that reads through our proxy. */
export function createSession({ baseUrl, gate = mobivateGate, random }: SessionParts = {}): Session {
  const now = () => Date.now();
  const clock = new VendorClock(now);
  const api = createMobivateApi({ gate, clock, ...(baseUrl === undefined ? {} : { baseUrl }) });
  const memory = new VendorMemory();
  return new Session({
    history: new History(rowKeys),
    now,
    clock,
    read: (interval, context) =>
      readInterval(interval, {
        fetchWindow: (window, signal) => api.fetchWindow(window, signal),
        waits: gate,
        memory,
        now,
        ...(random === undefined ? {} : { random }),
        ...context,
      }),
  });
}
