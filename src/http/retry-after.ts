/**
 * Reads `Retry-After`, ms from `now`, never negative; null when absent or malformed. RFC 9110 §10.2.3: whole seconds or an HTTP
 * date. A date is measured against the answer's own `Date` header where there is one, because clocks differ.
 */
export function readRetryAfter(headers: Headers, now: number): number | null {
  const text = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+$/u.test(text)) return Number(text) * 1_000;
  const until = httpDate(text);
  if (until === null) return null;
  return Math.max(0, until - (httpDate(headers.get('date') ?? '') ?? now));
}

/** Years have four figures in all three forms, and so have dates made from such a one: no clock is as late as this, ms UTC. */
const LATEST_DATE = Date.UTC(9999, 0);

/**
 * The instant of an HTTP date, ms UTC. The three forms of RFC 9110 §5.6.7 all begin with a day's name; anything else is no date
 * (null), though `Date` would take it for one.
 */
export function httpDate(text: string): number | null {
  if (!/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/u.test(text)) return null;
  const time = Date.parse(text);
  return time < LATEST_DATE ? time : null;
}
