import { formatDay } from '../lib/zoned-time';
import type { Gap, Scope, ScopeAnswer } from '../providers/contract';
import { gapWords } from '../ui/gap-words';
import { asOfWords, ONE_READING_MS } from './as-of';
import type { ProviderVerdict } from './verdict';
import { SCOPE_WORDS } from './words';

/**
 * "1 Jan 2010 to now, as of 22 Nov 2026, 12:04:10 UTC"; "accounts a, b, as of …; account c, as of …" where accounts were read at
 * different times. `askedAt`: see `asOfWords`.
 */
export function scopesWords(scopes: readonly Scope[], askedAt?: number): string {
  return readTogether(scopes)
    .map((together) => {
      const accounts = [...new Set(together.flatMap(({ account }) => account ?? []))];
      const ranges = together.flatMap(rangeWords);
      const where = accounts.length === 0 ? [] : [SCOPE_WORDS.accounts(accounts)];
      return [...where, ...new Set(ranges), asOfWords(together, askedAt)].join(', ');
    })
    .join('; ');
}

function rangeWords({ interval, asOf, newestAsOf: readAt = asOf }: Scope): readonly string[] {
  if (interval === null) return [];
  // The end is exclusive, and a reading up to now asks for a day more, because clocks differ.
  const end = interval.to > readAt ? SCOPE_WORDS.now : formatDay(interval.to - 1, 'UTC');
  return [SCOPE_WORDS.range(formatDay(interval.from, 'UTC'), end)];
}

/** The scopes by account, accounts whose oldest readings began together in one group, the oldest group first. */
function readTogether(scopes: readonly Scope[]): readonly (readonly Scope[])[] {
  const ofAccount = new Map<string | null, Scope[]>();
  for (const scope of scopes) ofAccount.set(scope.account, [...(ofAccount.get(scope.account) ?? []), scope]);
  const oldest = (some: readonly Scope[]) => Math.min(...some.map(({ asOf }) => asOf));
  const groups: { readonly from: number; readonly scopes: Scope[] }[] = [];
  for (const some of [...ofAccount.values()].toSorted((a, b) => oldest(a) - oldest(b))) {
    const last = groups.at(-1);
    if (last !== undefined && oldest(some) - last.from < ONE_READING_MS) last.scopes.push(...some);
    else groups.push({ from: oldest(some), scopes: [...some] });
  }
  return groups.map((group) => group.scopes);
}

/** True when the answer rests on a reading that came to its end. A record that was read stands without one. */
export const isWhole = (answer: ScopeAnswer) =>
  answer.kind === 'not-found' || (answer.kind === 'opted-out' && answer.coverage === 'whole');

/** What one vendor's answers rest on, in a phrase: what was read to its end. Empty where nothing was. */
export function searchedScopes(verdicts: readonly ProviderVerdict[], askedAt?: number): string {
  return scopesWords(distinct(verdicts.flatMap(answersOf).filter(isWhole)), askedAt);
}

/** The same of one answer. */
export function searchedScope(verdict: ProviderVerdict, askedAt?: number): string {
  return searchedScopes([verdict], askedAt);
}

/** What was asked but not read to its end, in a phrase; empty where all of it was. */
export function unsearchedScopes(verdicts: readonly ProviderVerdict[], askedAt?: number): string {
  const failed = verdicts
    .flatMap(answersOf)
    .filter(
      (answer) =>
        !isWhole(answer) && !(answer.kind === 'could-not-check' && answer.failure.reason === 'not-configured'),
    );
  return scopesWords(distinct(failed), askedAt);
}

/** The same of one answer. */
export function unsearchedScope(verdict: ProviderVerdict, askedAt?: number): string {
  return unsearchedScopes([verdict], askedAt);
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
