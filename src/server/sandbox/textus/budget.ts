import type { TextusBehaviour } from './behaviour';

/** What one request finds: whether it may pass, and the headers that tell. */
export interface Spending {
  readonly allowed: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

/** The vendor's rate limit: a fixed window that begins with the first request after the last one ended. */
export function createBudget(clock: () => number): (behaviour: TextusBehaviour) => Spending {
  let windowEnds = 0;
  let spent = 0;
  return ({ rateLimitRequests: limit, rateLimitSeconds, rateLimitReset }) => {
    if (limit === null) return { allowed: true, headers: {} };
    const now = clock();
    if (now >= windowEnds) {
      windowEnds = now + rateLimitSeconds * 1000;
      spent = 0;
    }
    const allowed = spent < limit;
    if (allowed) spent += 1;
    const secondsLeft = Math.max(1, Math.ceil((windowEnds - now) / 1000));
    const headers = {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(Math.max(0, limit - spent)),
      'x-ratelimit-reset': String(rateLimitReset === 'seconds-left' ? secondsLeft : Math.ceil(windowEnds / 1000)),
    };
    return { allowed, headers: allowed ? headers : { ...headers, 'retry-after': String(secondsLeft) } };
  };
}
