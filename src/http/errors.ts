import type { Failure, Reason } from '../lib/reason';

/** The reasons a single request can end with; the others of the contract are made from whole searches. */
export type RequestReason = Extract<
  Reason,
  | 'not-configured'
  | 'refused'
  | 'slowed-down'
  | 'vendor-error'
  | 'no-answer'
  | 'not-understood'
  | 'cancelled'
  /** Our own server was restarted in between. */
  | 'incomplete'
>;

/** The one error a request throws. `reason` decides what the person is told; the rest is for "Details" and for retrying. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly reason: RequestReason;
  /** HTTP status, or null when there was no answer. */
  readonly status: number | null;
  /** The vendor's own words, cut to 500 characters; null when it gave none. */
  readonly vendorMessage: string | null;
  /** How long the vendor asked us to wait, ms from when the answer arrived; null when it did not say. */
  readonly retryAfterMs: number | null;

  constructor(
    reason: RequestReason,
    message: string,
    more: { status?: number | null; vendorMessage?: string | null; retryAfterMs?: number | null; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause });
    this.reason = reason;
    this.status = more.status ?? null;
    this.vendorMessage = more.vendorMessage ?? null;
    this.retryAfterMs = more.retryAfterMs ?? null;
  }

  /** The same as data, to travel with a coverage. */
  toFailure(): Failure {
    const parts = [this.status === null ? null : `HTTP ${this.status}`, this.vendorMessage];
    return { reason: this.reason, message: this.message, detail: parts.filter((part) => part !== null).join(': ') };
  }
}
