import { formatUtc } from '../lib/zoned-time';
import type { Scope } from '../providers/contract';
import { countOf } from '../ui/counts';
import { SCOPE_WORDS } from './words';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Readings that began no further apart than this are told of as one, by the older: no account is asked in the same second. */
export const ONE_READING_MS = MINUTE;

/**
 * When the lists behind an answer were read, the oldest reading first: "as of 22 Nov 2026, 12:04:10 UTC (16 minutes before this
 * check)", and where the newest part was read again since, "…, newest part read again 22 Nov 2026, 12:20:01 UTC". `askedAt`: when
 * the check was asked last, ms UTC; left out where many answers are told of at once. Empty without a scope.
 */
export function asOfWords(scopes: readonly Scope[], askedAt?: number): string {
  if (scopes.length === 0) return '';
  const times = scopes.map(({ asOf }) => asOf);
  const [oldest, latest] = [Math.min(...times), Math.max(...times)];
  const again = scopes.flatMap(({ newestAsOf }) => newestAsOf ?? []);
  return [
    SCOPE_WORDS.asOf(formatUtc(oldest)) + (askedAt === undefined ? '' : ageWords(askedAt - oldest)),
    ...(again.length === 0 ? [] : [SCOPE_WORDS.newestPart(formatUtc(Math.min(...again)))]),
    ...(latest - oldest < ONE_READING_MS ? [] : [SCOPE_WORDS.newestAnswers(formatUtc(latest))]),
  ].join(', ');
}

/** " (16 minutes before this check)"; empty where that is less than a minute. */
function ageWords(age: number): string {
  if (age < MINUTE) return '';
  const words = age < HOUR ? countOf(Math.floor(age / MINUTE), 'minute') : countOf(Math.floor(age / HOUR), 'hour');
  return ` (${SCOPE_WORDS.before(words)})`;
}
