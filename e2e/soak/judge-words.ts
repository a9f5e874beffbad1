import { REASON_WORDS, VERDICT_WORDS } from '../../src/lib/words';
import type { VendorTruth } from './judge';

const REASONS = new Set(
  Object.values(REASON_WORDS).map(({ short }) => `${VERDICT_WORDS['could-not-check']}: ${short}`),
);

/** What is wrong with the words of one vendor's cell, in words; null when nothing is. `digits`: null where no number is meant. */
export function wrongWords(words: string, digits: string | null, truth: VendorTruth): string | null {
  const what = `${digits ?? 'no number'} at ${truth.label} reads "${words}"`;
  if (words.startsWith(VERDICT_WORDS['could-not-check'])) {
    if (!REASONS.has(words)) return `${what}: no reason of the catalogue`;
    return truth.untroubled && digits !== null ? `${what} without trouble` : null;
  }
  if (words !== VERDICT_WORDS['opted-out'] && words !== VERDICT_WORDS['not-found']) return `${what}: no verdict`;
  if (digits === null) return null;
  const saysListed = words === VERDICT_WORDS['opted-out'];
  if (saysListed) return truth.ever.has(digits) ? null : what;
  return truth.lasting.has(digits) && !truth.hidden.has(digits) ? what : null;
}
