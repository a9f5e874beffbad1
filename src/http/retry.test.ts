import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { RequestError, type RequestReason } from './errors';
import { nextWait, RETRY_TABLE, type RetryState } from './retry';

const NEVER: readonly RequestReason[] = ['not-configured', 'refused', 'not-understood', 'cancelled'];

function failed(reason: RequestReason, more: Partial<RetryState> & { retryAfterMs?: number } = {}): RetryState {
  const { retryAfterMs = null, ...state } = more;
  const error = new RequestError(reason, 'Failed.', { retryAfterMs });
  return { error, attempts: 1, elapsed: 0, answering: false, longestWait: 60_000, ...state };
}

function waits(reason: RequestReason, answering: boolean): (number | null)[] {
  return [1, 2, 3, 4, 5, 6, 7].map((attempts) => nextWait(failed(reason, { attempts, answering }), () => 0.5));
}

describe('nextWait', () => {
  it('asks again only after no answer, 5xx and 429', () => {
    expect(Object.keys(RETRY_TABLE).toSorted()).toEqual(['no-answer', 'slowed-down', 'vendor-error']);
    for (const reason of NEVER) expect(nextWait(failed(reason, { retryAfterMs: 1 }), Math.random)).toBeNull();
  });

  it('doubles the wait, gives up at the cap, and is more patient with a vendor that answers', () => {
    expect(waits('vendor-error', false)).toEqual([500, 1_000, null, null, null, null, null]);
    expect(waits('no-answer', true)).toEqual([500, 1_000, 2_000, null, null, null, null]);
    expect(waits('slowed-down', false)).toEqual([1_000, 2_000, 4_000, null, null, null, null]);
    expect(waits('slowed-down', true)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, null]);
  });

  it('does not repeat a request that already kept the person waiting for 20 s, except after a 429', () => {
    expect(nextWait(failed('no-answer', { elapsed: 20_001 }), Math.random)).toBeNull();
    expect(nextWait(failed('slowed-down', { elapsed: 20_001 }), () => 0.5)).toBe(1_000);
  });

  it('never comes back before Retry-After, and gives up when that is longer than the cap', () => {
    fc.assert(
      fc.property(fc.nat(60_000), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (asked, random) => {
        const wait = nextWait(failed('slowed-down', { retryAfterMs: asked }), () => random);
        expect(wait).toBeGreaterThanOrEqual(asked);
      }),
    );
    expect(nextWait(failed('slowed-down', { retryAfterMs: 60_001 }), () => 0)).toBeNull();
    expect(nextWait(failed('vendor-error', { retryAfterMs: 3_000 }), () => 0)).toBe(3_000);
  });
});
