import type { Gate } from '../../http/gate';
import { createMobivateApi, mobivateGate } from './api';
import { History } from './history';
import { rowKeys } from './history-keys';
import { readInterval } from './lookup';
import { VendorMemory } from './reading/memory';
import { Session } from './session';
import { VendorClock } from './vendor-clock';

let shared: Session | null = null;

/** The one session of this page load: the Mobivate page and Check ask through it. Made when first needed. */
export function sharedSession(): Session {
  shared ??= createSession();
  return shared;
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
