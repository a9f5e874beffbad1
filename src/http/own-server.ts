import { SHARED_WORDS } from '../lib/words';
import { learnRun, OwnServerRestarted, serverRun, type ServerRun } from './server-run';

/**
 * Whether the server that this page came from was there when it was last asked. The browser asks nobody else, so an answer
 * that does not come at all is never a vendor's doing.
 */
let reachable = true;
const listeners = new Set<() => void>();

/** Our own server did not answer: it is stopped, or the network to it is down. */
export class OwnServerUnreachable extends Error {
  override readonly name = 'OwnServerUnreachable';
}

function report(now: boolean): void {
  if (now === reachable) return;
  reachable = now;
  for (const listener of listeners) listener();
}

/**
 * `fetch`, for addresses of our own server, on behalf of what began in `run`. Rejects with `OwnServerUnreachable` when it is not
 * there, unless told to stop, with `OwnServerRestarted` when that run is over, before it asks or after, and as `learnRun` does.
 */
export async function reach(
  url: string,
  request: RequestInit & { readonly signal: AbortSignal },
  run: ServerRun = serverRun(),
): Promise<Response> {
  if (run.over) throw new OwnServerRestarted('The run that was to be asked is over.');
  let response: Response;
  try {
    response = await fetch(url, request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    report(false);
    throw new OwnServerUnreachable(SHARED_WORDS.ownServerWasGone, { cause: error });
  }
  report(true);
  learnRun(response, run);
  return response;
}

/** What was learnt from the last request; true before the first. */
export function isOwnServerReachable(): boolean {
  return reachable;
}

/** Calls back whenever that changes; returns the way to stop it. */
export function onOwnServerChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
