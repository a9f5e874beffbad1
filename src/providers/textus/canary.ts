import { isNonEmpty, type NonEmpty } from '../../lib/non-empty';
import { readNumber } from '../../lib/phone';
import type { Failure } from '../../lib/reason';
import { REASON_WORDS } from '../../lib/words';
import type { AskedNumber, ScopeAnswer } from '../contract';

/** The number that the settings say is on the list (`TEXTUS_CANARY`), as a question. */
export type Canary =
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'asked'; readonly number: AskedNumber };

/** Reads the setting; a number without a country code is one of `country` (ISO 3166). */
export function readCanary(setting: string | null, country: string): Canary {
  if (setting === null) return { kind: 'none' };
  const read = readNumber(setting, country);
  const keys = read.kind === 'number' ? read.readings.flatMap((reading) => reading.keys) : [];
  return isNonEmpty(keys) ? { kind: 'asked', number: { keys } } : { kind: 'unreadable' };
}

/**
 * Why no "not found" of this vendor can stand, or null when they can: the known number was found in at least one account.
 * Missing from whole answers it is "known number missing"; where an account's answer failed, it may have been on that list,
 * and the reason is that failure.
 */
export function canaryFailure(canary: Canary, answers: NonEmpty<ScopeAnswer> | null): Failure | null {
  if (canary.kind === 'none') return null;
  const missing: Failure = {
    reason: 'known-number-missing',
    message: REASON_WORDS['known-number-missing'].meaning,
    detail: '',
  };
  if (canary.kind === 'unreadable' || answers === null) {
    return { ...missing, detail: 'TEXTUS_CANARY is not a phone number.' };
  }
  if (answers.some((answer) => answer.kind === 'opted-out')) return null;
  const failed = answers.find((answer) => answer.kind === 'could-not-check');
  if (failed === undefined) return missing;
  const message = `The number known to be on the list could not be checked. ${failed.failure.message}`;
  return { ...failed.failure, message };
}
