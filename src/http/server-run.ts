import { SERVER_RUN_HEADER } from '../lib/server-run';

/**
 * One run of the server behind this page, as far as the page has noticed. Another run may have another key, vendor address
 * or sandbox: nothing read in one run says anything about the lists of the next.
 */
export interface ServerRun {
  /** 1 for the first; later ones have higher numbers. */
  readonly number: number;
  /** True for good once an answer of a later run has been seen. */
  readonly over: boolean;
}

/** The program behind this page is not the one that was asked before: what it answers is of no use to that question. */
export class OwnServerRestarted extends Error {
  override readonly name = 'OwnServerRestarted';
}

/** Data came that the program behind this page did not send. */
export class NotOwnServer extends Error {
  override readonly name = 'NotOwnServer';
}

/** Said wherever a search is given up because of it. */
export const RESTARTED = 'The program behind this page was restarted during this search, perhaps with other settings.';

/** `undefined`: nothing was answered yet. `null`: what answers names no run, as versions before this one did not. */
let known: string | null | undefined;
let current = { number: 1, over: false };
/** A run that is over never comes back: names are random. What still arrives of it is late. */
const gone = new Set<string | null>();
const listeners = new Set<() => void>();

/** The present run; the same object until a restart is noticed. */
export function serverRun(): ServerRun {
  return current;
}

/** Calls back when a restart has been noticed; returns the way to stop it. */
export function onServerRestart(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Learns from an answer which run gave it. Throws `OwnServerRestarted` when that is not the one that was asked, and `NotOwnServer`
 * for data that no run owns up to.
 *
 * An error without the header teaches nothing: gateways make such pages, and they are no data. Data without it, once the
 * server is known to name its runs, comes from another program: it is not used, but what was read stays, since the server
 * that gave it may still be there.
 */
export function learnRun({ headers, ok }: Response, asked: ServerRun): void {
  const named = headers.get(SERVER_RUN_HEADER);
  if (named === null && (!ok || typeof known === 'string')) {
    if (ok) throw new NotOwnServer('The answer names no run of the server.');
  } else if (named !== known) {
    if (gone.has(named)) throw new OwnServerRestarted('A late answer of a run that is over.');
    if (known === undefined) known = named;
    else begin(named);
  }
  if (asked.over) throw new OwnServerRestarted('Another run answered than was asked.');
}

function begin(named: string | null): void {
  if (known !== undefined) gone.add(known);
  known = named;
  current.over = true;
  current = { number: current.number + 1, over: false };
  for (const listener of listeners) listener();
}
