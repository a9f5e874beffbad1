import { isNonEmpty, type NonEmpty } from '../lib/non-empty';
import type { Failure, Reason } from '../lib/reason';
import { REASON_WORDS, VERDICT_WORDS, type VerdictKind } from '../lib/words';
import type { OptOut, ScopeAnswer } from '../providers/contract';

type NotFoundAnswer = Extract<ScopeAnswer, { kind: 'not-found' }>;

/** What one vendor says of one number, over all its scopes (accounts). */
export type ProviderVerdict =
  | {
      readonly kind: 'opted-out';
      /** All records of all scopes, newest first. */
      readonly records: NonEmpty<OptOut>;
      /** One per scope; empty while the rest of the search still runs. */
      readonly answers: readonly ScopeAnswer[];
    }
  | { readonly kind: 'not-found'; readonly answers: NonEmpty<NotFoundAnswer> }
  | { readonly kind: 'could-not-check'; readonly failure: Failure; readonly answers: readonly ScopeAnswer[] }
  | { readonly kind: 'not-configured' }
  | { readonly kind: 'waiting' };

/** What all vendors together say of one number. */
export type OverallVerdict =
  | { readonly kind: 'opted-out' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'could-not-check'; readonly failure: Failure }
  | { readonly kind: 'waiting' };

const NOT_CONFIGURED: Failure = {
  reason: 'not-configured',
  message: REASON_WORDS['not-configured'].meaning,
  detail: '',
};

/** Newest first; records without a readable instant come last, in the order they were read. */
export function newestFirst(records: NonEmpty<OptOut>): NonEmpty<OptOut> {
  const [first, ...rest] = records.toSorted((a, b) => (b.optedOutAt ?? -Infinity) - (a.optedOutAt ?? -Infinity));
  return first === undefined ? records : [first, ...rest];
}

/**
 * One vendor's verdict from its scopes, worst first (CONTRACT "Verdicts"): a record read anywhere stands even if the rest
 * failed; otherwise one scope that could not be checked makes the whole "Could not check"; "Not found" needs every scope.
 */
export function combineScopes(answers: NonEmpty<ScopeAnswer>): ProviderVerdict {
  const records = answers.flatMap((answer) => (answer.kind === 'opted-out' ? answer.records : []));
  if (isNonEmpty(records)) return { kind: 'opted-out', records: newestFirst(records), answers };
  const failed = answers.find((answer) => answer.kind === 'could-not-check');
  if (failed) return { kind: 'could-not-check', failure: failed.failure, answers };
  const notFound = answers.filter((answer) => answer.kind === 'not-found');
  if (isNonEmpty(notFound)) return { kind: 'not-found', answers: notFound };
  throw new Error('A scope answer is opted out, not found or could not check');
}

/**
 * The overall word over vendors, worst first. A vendor that is not configured is left out; with none configured at all
 * nothing was searched, which is "Could not check: not configured".
 */
export function combineProviders(verdicts: readonly ProviderVerdict[]): OverallVerdict {
  if (verdicts.some((verdict) => verdict.kind === 'opted-out')) return { kind: 'opted-out' };
  if (verdicts.some((verdict) => verdict.kind === 'waiting')) return { kind: 'waiting' };
  const failed = verdicts.find((verdict) => verdict.kind === 'could-not-check');
  if (failed) return { kind: 'could-not-check', failure: failed.failure };
  if (verdicts.some((verdict) => verdict.kind === 'not-found')) return { kind: 'not-found' };
  return { kind: 'could-not-check', failure: NOT_CONFIGURED };
}

/** What is wrong with the number itself, where every vendor that was asked says the same of it; null for anything else. */
export function failureOfNumber(verdicts: readonly ProviderVerdict[]): Failure | null {
  const [first, ...others] = verdicts.filter(({ kind }) => kind !== 'not-configured');
  if (first?.kind !== 'could-not-check' || first.failure.reason !== 'not-a-phone-number') return null;
  const { failure } = first;
  const same = (other: ProviderVerdict) =>
    other.kind === 'could-not-check' &&
    other.failure.reason === failure.reason &&
    other.failure.message === failure.message;
  return others.every(same) ? failure : null;
}

/** Place of the first answer whose failure asking again could mend; -1 without one. */
export function firstToRetry(verdicts: readonly ProviderVerdict[]): number {
  return verdicts.findIndex(
    (verdict) => verdict.kind === 'could-not-check' && verdict.failure.reason !== 'not-a-phone-number',
  );
}

/** The verdict word as it stands in a table cell, CSV and copied text; a vendor not configured reads "Could not check". */
export function verdictKind(verdict: ProviderVerdict | OverallVerdict): VerdictKind | 'waiting' {
  return verdict.kind === 'not-configured' ? 'could-not-check' : verdict.kind;
}

/** The reason behind "Could not check", null for any other verdict. */
export function verdictReason(verdict: ProviderVerdict | OverallVerdict): Reason | null {
  if (verdict.kind === 'not-configured') return 'not-configured';
  return verdict.kind === 'could-not-check' ? verdict.failure.reason : null;
}

/** "Opted out", "Not found", "Could not check: refused"; empty while waiting. */
export function verdictText(verdict: ProviderVerdict | OverallVerdict): string {
  const kind = verdictKind(verdict);
  if (kind === 'waiting') return '';
  const reason = verdictReason(verdict);
  return reason === null ? VERDICT_WORDS[kind] : `${VERDICT_WORDS[kind]}: ${REASON_WORDS[reason].short}`;
}

/** True when asking again could change the answer: any "Could not check" but a missing configuration. */
export function isRetryable(verdict: ProviderVerdict): boolean {
  return verdict.kind === 'could-not-check' && verdict.failure.reason !== 'not-configured';
}
