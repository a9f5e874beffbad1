import { formatUtc } from '../lib/zoned-time';
import type { Scope } from '../providers/contract';

/**
 * When the lists behind an answer were read, the oldest reading first: "as of 22 Nov 2026, 12:04:10 UTC", and where the newest part
 * was read again since, "…, newest part read again 22 Nov 2026, 12:20:01 UTC". Empty without a scope.
 */
export function asOfWords(scopes: readonly Scope[]): string {
  if (scopes.length === 0) return '';
  const oldest = Math.min(...scopes.map(({ asOf }) => asOf));
  const again = scopes.flatMap(({ newestAsOf }) => newestAsOf ?? []);
  const newest = again.length === 0 ? '' : `, newest part read again ${formatUtc(Math.min(...again))}`;
  return `as of ${formatUtc(oldest)}${newest}`;
}
