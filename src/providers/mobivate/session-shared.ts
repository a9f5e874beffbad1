import { createMobivateApi, mobivateGate } from './api';
import { History } from './history';
import { rowKeys } from './history-keys';
import { readInterval } from './lookup';
import { Session } from './session';

let shared: Session | null = null;

/** The one session of this page load: the Mobivate page and Check ask through it. Made when first needed. */
export function sharedSession(): Session {
  shared ??= createSession();
  return shared;
}

function createSession(): Session {
  const api = createMobivateApi();
  const now = () => Date.now();
  return new Session({
    history: new History(rowKeys),
    now,
    read: (interval, context) =>
      readInterval(interval, {
        fetchWindow: (window, signal) => api.fetchWindow(window, signal),
        waits: mobivateGate,
        now,
        ...context,
      }),
  });
}
