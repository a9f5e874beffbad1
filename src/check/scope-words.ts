import { formatDay } from '../lib/zoned-time';
import type { Gap, Scope, ScopeAnswer } from '../providers/contract';
import { gapWords } from '../ui/gap-words';
import { asOfWords } from './as-of';
import type { ProviderVerdict } from './verdict';

/** "1 Jan 2010 to now, as of 22 Nov 2026, 12:04:10 UTC"; "accounts a, b, as of …". The oldest reading counts. */
export function scopesWords(scopes: readonly Scope[]): string {
  if (scopes.length === 0) return '';
  const accounts = [...new Set(scopes.flatMap(({ account }) => account ?? []))];
  const ranges = scopes.flatMap(({ interval, asOf, newestAsOf: readAt = asOf }) => {
    if (interval === null) return [];
    // The end is exclusive, and a reading up to now asks for a day more, because clocks differ.
    const end = interval.to > readAt ? 'now' : formatDay(interval.to - 1, 'UTC');
    return [`${formatDay(interval.from, 'UTC')} to ${end}`];
  });
  const where =
    accounts.length === 0 ? [] : [`${accounts.length === 1 ? 'account' : 'accounts'} ${accounts.join(', ')}`];
  return [...where, ...new Set(ranges), asOfWords(scopes)].join(', ');
}

/** True when the answer rests on a reading that came to its end. A record that was read stands without one. */
export const isWhole = (answer: ScopeAnswer) =>
  answer.kind === 'not-found' || (answer.kind === 'opted-out' && answer.coverage === 'whole');

/** What one vendor's answers rest on, in a phrase: what was read to its end. Empty where nothing was. */
export function searchedScopes(verdicts: readonly ProviderVerdict[]): string {
  return scopesWords(distinct(verdicts.flatMap(answersOf).filter(isWhole)));
}

/** The same of one answer. */
export function searchedScope(verdict: ProviderVerdict): string {
  return searchedScopes([verdict]);
}

/** What was asked but not read to its end, in a phrase; empty where all of it was. */
export function unsearchedScopes(verdicts: readonly ProviderVerdict[]): string {
  const failed = verdicts
    .flatMap(answersOf)
    .filter(
      (answer) =>
        !isWhole(answer) && !(answer.kind === 'could-not-check' && answer.failure.reason === 'not-configured'),
    );
  return scopesWords(distinct(failed));
}

/** The same of one answer. */
export function unsearchedScope(verdict: ProviderVerdict): string {
  return unsearchedScopes([verdict]);
}

/** What of the scopes was not read, each stretch in words on the zone's clock (IANA), with its reason; where a vendor is read by date. */
export function unreadStretches(verdicts: readonly ProviderVerdict[], zone: string): readonly string[] {
  // Thousands of answers share the gaps of one reading.
  const seen = new Map<readonly Gap[], Scope>();
  for (const answer of verdicts.flatMap(answersOf)) {
    if (answer.kind !== 'not-found' && answer.gaps !== undefined) seen.set(answer.gaps, answer.scope);
  }
  const words = [...seen].flatMap(([gaps, { interval, asOf, newestAsOf: readAt = asOf }]) =>
    gapWords(gaps, { whole: interval, zone, readAt }),
  );
  return [...new Set(words)];
}

/** Thousands of answers rest on a few readings. */
function distinct(answers: readonly ScopeAnswer[]): readonly Scope[] {
  return [...new Map(answers.map(({ scope }) => [JSON.stringify(scope), scope])).values()];
}

function answersOf(verdict: ProviderVerdict): readonly ScopeAnswer[] {
  return verdict.kind === 'waiting' || verdict.kind === 'not-configured' ? [] : verdict.answers;
}
