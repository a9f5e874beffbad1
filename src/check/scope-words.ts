import { formatDay, formatUtc } from '../lib/zoned-time';
import type { Scope, ScopeAnswer } from '../providers/contract';
import type { ProviderVerdict } from './verdict';

/** "1 Jan 2010 to now, as of 22 Nov 2026, 12:04:10 UTC"; "accounts a, b, as of …". The oldest reading counts. */
export function scopesWords(scopes: readonly Scope[]): string {
  if (scopes.length === 0) return '';
  const accounts = scopes.flatMap(({ account }) => account ?? []);
  const ranges = scopes.flatMap(({ interval, asOf: readAt }) => {
    if (interval === null) return [];
    // The end is exclusive, and a reading up to now asks for a day more, because clocks differ.
    const end = interval.to > readAt ? 'now' : formatDay(interval.to - 1, 'UTC');
    return [`${formatDay(interval.from, 'UTC')} to ${end}`];
  });
  const asOf = `as of ${formatUtc(Math.min(...scopes.map((scope) => scope.asOf)))}`;
  const where =
    accounts.length === 0 ? [] : [`${accounts.length === 1 ? 'account' : 'accounts'} ${accounts.join(', ')}`];
  return [...where, ...new Set(ranges), asOf].join(', ');
}

/** The scope of one vendor's answer in a phrase; empty where nothing was searched. */
export function verdictScope(verdict: ProviderVerdict): string {
  if (verdict.kind === 'waiting' || verdict.kind === 'not-configured') return '';
  const searched = (answer: ScopeAnswer) =>
    answer.kind !== 'could-not-check' || answer.failure.reason !== 'not-configured';
  return scopesWords(verdict.answers.filter(searched).map((answer) => answer.scope));
}
