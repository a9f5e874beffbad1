import type { NonEmpty } from '../../lib/non-empty';
import type { Failure } from '../../lib/reason';
import { REASON_WORDS } from '../../lib/words';
import type { Gap } from '../contract';

/**
 * The one reason behind the gaps of a search, for every number that was not found in the rest of it: "cancelled" when the
 * person stopped it, what all gaps share, or else that the search is incomplete.
 */
export function gapsFailure(gaps: NonEmpty<Gap>): Failure {
  const [first, ...others] = gaps.map(({ failure }) => failure);
  const cancelled = gaps.find(({ failure }) => failure.reason === 'cancelled')?.failure;
  if (cancelled !== undefined) return cancelled;
  if (first !== undefined && others.every(({ reason }) => reason === first.reason)) return first;
  const details = new Set(gaps.map(({ failure }) => [failure.message, failure.detail].filter(Boolean).join(' ')));
  return { reason: 'incomplete', message: REASON_WORDS.incomplete.meaning, detail: [...details].join('\n') };
}
