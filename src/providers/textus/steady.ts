import type { CollectionReading } from './list';
import { identity } from './opt-out';

/** How often a batch's numbers have been asked for, and the records that the answer before this one held; null for the first. */
export interface Look {
  readonly number: number;
  readonly before: ReadonlySet<string> | null;
}

export const FIRST_LOOK: Look = { number: 1, before: null };

/** What makes the records of an answer the same as those of another. */
export function identities({ optOuts }: CollectionReading): ReadonlySet<string> {
  return new Set(optOuts.map(identity));
}

/**
 * Nothing can have moved out of sight: the answer is one page that did not fall short, or holds what the answer before it held.
 * A row slips between two pages only when one of those read before it goes, and what has gone is not in the next answer.
 */
export function isSteady(reading: CollectionReading, { before }: Look): boolean {
  if (reading.ending.kind === 'end' && reading.requests === 1) return true;
  const now = identities(reading);
  return before !== null && before.size === now.size && [...now].every((record) => before.has(record));
}
