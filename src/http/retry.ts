import type { RequestError, RequestReason } from './errors';

interface RetryRule {
  /** How often the request is sent in all. */
  readonly attempts: number;
  /** The same, at a vendor that has answered within the last two minutes: its limits pass, so patience pays. */
  readonly attemptsIfAnswering: number;
  /** Wait before the second attempt, ms; doubled before each further one. */
  readonly firstWait: number;
  /** No further attempt once the request has taken this long in all, ms. */
  readonly giveUpAfter: number;
}

const RETRY_TRANSIENT: RetryRule = { attempts: 3, attemptsIfAnswering: 4, firstWait: 500, giveUpAfter: 20_000 };

/**
 * What is asked again, and how patiently. What is not in this table is never asked again: a 4xx other than 429 gets the
 * same answer the next time, and a body we do not understand does not become clearer.
 *
 * | reason       | comes from                                  | attempts | waits                                     |
 * |--------------|---------------------------------------------|----------|-------------------------------------------|
 * | no-answer    | network failure, cut-off body, timeout      | 3 (4)    | 0.5 s, 1 s, 2 s                           |
 * | vendor-error | HTTP 5xx                                    | 3 (4)    | Retry-After, else 0.5 s, 1 s, 2 s         |
 * | slowed-down  | HTTP 429                                    | 4 (7)    | Retry-After, else 1 s, 2 s, 4 s … 32 s    |
 *
 * In brackets: at a vendor that has answered in the last two minutes. The 63 s that 429 then waits in all outlast a limit
 * counted per minute. A request that has used up 20 s without an answer is not repeated: the person is waiting.
 * Retry-After (RFC 9110 §10.2.3) is honoured up to the gate's longest wait; above it we give up and say how long it was.
 */
export const RETRY_TABLE: Readonly<Partial<Record<RequestReason, RetryRule>>> = {
  'no-answer': RETRY_TRANSIENT,
  'vendor-error': RETRY_TRANSIENT,
  'slowed-down': { attempts: 4, attemptsIfAnswering: 7, firstWait: 1_000, giveUpAfter: Number.POSITIVE_INFINITY },
};

/** Where a request stands when one of its attempts has failed. */
export interface RetryState {
  readonly error: RequestError;
  /** Attempts made so far, 1 or more. */
  readonly attempts: number;
  /** Since the first attempt was sent, ms. */
  readonly elapsed: number;
  /** The vendor has answered another request within the last two minutes. */
  readonly answering: boolean;
  /** The longest Retry-After that is honoured, ms. */
  readonly longestWait: number;
}

/**
 * The wait before the next attempt, ms, or null when there is none. Jitter keeps requests that failed together from
 * coming back together: own waits vary between 75 % and 125 %; Retry-After is never undercut, only exceeded by up to 5 %.
 * `random` gives 0 inclusive to 1 exclusive.
 */
export function nextWait(state: RetryState, random: () => number): number | null {
  const rule = RETRY_TABLE[state.error.reason];
  if (rule === undefined) return null;
  if (state.attempts >= (state.answering ? rule.attemptsIfAnswering : rule.attempts)) return null;
  if (state.elapsed > rule.giveUpAfter) return null;
  const asked = state.error.retryAfterMs;
  if (asked !== null) return asked > state.longestWait ? null : asked * (1 + random() * 0.05);
  return rule.firstWait * 2 ** (state.attempts - 1) * (0.75 + random() * 0.5);
}
