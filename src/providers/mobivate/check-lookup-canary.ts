import { isNonEmpty } from '../../lib/non-empty';
import { readNumber } from '../../lib/phone';
import type { Failure } from '../../lib/reason';
import { REASON_WORDS } from '../../lib/words';
import type { AskedNumber } from '../contract';

/** The number that the settings say is on the list (`MOBIVATE_CANARY`), as a question. */
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

/** Why no "not found" can stand although the search was whole: the known number is not in it. Null when they can. */
export function canaryFailure(canary: Canary, isListed: (number: AskedNumber) => boolean): Failure | null {
  if (canary.kind === 'none' || (canary.kind === 'asked' && isListed(canary.number))) return null;
  return {
    reason: 'known-number-missing',
    message: REASON_WORDS['known-number-missing'].meaning,
    detail: canary.kind === 'unreadable' ? 'MOBIVATE_CANARY is not a phone number.' : '',
  };
}
