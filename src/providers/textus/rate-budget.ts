import type { Budget } from '../../http/gate';

/** Numbers above this are instants, not seconds to go: it is 1973 in seconds and 58 minutes in milliseconds. */
const FIRST_INSTANT_S = 100_000_000;
const FIRST_INSTANT_MS = 100_000_000_000;
/** Whole seconds may have been rounded down: asking that much early would be refused. */
const SECOND_MS = 1000;

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text.trim()) ? Number(text) : null;
}

/**
 * What is left of the rate budget by `X-RateLimit-Remaining` and `X-RateLimit-Reset` (TextUs: 1,000 requests in 5 minutes);
 * null when they do not say. Whether Reset is in seconds to go or an instant is not documented: its size tells. `now` is in ms UTC.
 */
export function readBudget(headers: Headers, now: number): Budget | null {
  const remaining = wholeNumber(headers.get('x-ratelimit-remaining'));
  const reset = wholeNumber(headers.get('x-ratelimit-reset'));
  if (remaining === null || reset === null) return null;
  if (reset >= FIRST_INSTANT_MS) return { remaining, resetAt: reset };
  const end = (reset >= FIRST_INSTANT_S ? 0 : now) + reset * SECOND_MS;
  return { remaining, resetAt: end + SECOND_MS };
}
