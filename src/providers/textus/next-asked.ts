import { isRejected } from './account-context';
import type { CollectionReading } from './list';
import { FIRST_LOOK, identities, isSteady, MOST_LOOKS, type Look } from './steady';

/** Places of numbers to ask again, each part in requests of its own, and which look at them that is. */
interface NextAsked {
  readonly parts: readonly (readonly number[])[];
  readonly look: Look;
}

/**
 * The numbers of a batch to ask again, of those `left` unfound by its reading; null when the answer has to do. A rejected batch is
 * halved down to the one bad number, while `mayHalve`. An answer in several pages may have changed in between, and one that fell
 * short may have lost a row: what it did not find is asked again by itself, until the answer is one page or the same as the one
 * before. So is what is `left` of an answer that may have been cut off at a full page.
 */
export function nextAsked(
  reading: CollectionReading,
  left: readonly number[],
  look: Look,
  { mayHalve, mayBeCut }: { readonly mayHalve: boolean; readonly mayBeCut: boolean },
): NextAsked | null {
  const { ending, coverage } = reading;
  if (ending.kind === 'failed' && isRejected(ending.error) && left.length > 1 && mayHalve) {
    const half = Math.ceil(left.length / 2);
    return { parts: [left.slice(0, half), left.slice(half)], look };
  }
  if (mayBeCut && left.length > 0) return { parts: [left], look: FIRST_LOOK };
  const allReadable = coverage.kind === 'whole' || coverage.gaps.every((gap) => gap.unreadable.length === 0);
  const unsure = allReadable && (ending.kind === 'short' || ending.kind === 'end') && !isSteady(reading, look);
  if (!unsure || left.length === 0 || look.number >= MOST_LOOKS) return null;
  return { parts: [left], look: { number: look.number + 1, before: identities(reading) } };
}
