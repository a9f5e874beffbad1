import type { Gate } from './gate';
import type { ServerRun } from './server-run';

/** One question to a vendor, through our proxy. */
export interface Question<T> {
  readonly url: string;
  /** The vendor's name as people know it, for messages. */
  readonly vendor: string;
  readonly gate: Gate;
  readonly signal: AbortSignal;
  /** The run of our server that it belongs to: what another one answers is refused. Left out, the one of when it was asked. */
  readonly run?: ServerRun;
  /** Reads the body at the edge, at once or in steps; whatever it throws means "answer not understood", a `RequestError` passes as it is. */
  readonly parse: (body: unknown, headers: Headers) => T | Promise<T>;
  /** Reads the vendor's own words from an error's body; null when there are none. */
  readonly readMessage?: (body: unknown) => string | null;
  /** Sees the headers of every answer, errors included: for rate budgets. */
  readonly onHeaders?: (headers: Headers) => void;
  /** For one attempt, body included, ms. */
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  /** 0 inclusive to 1 exclusive; for the jitter of waits. */
  readonly random?: () => number;
}
