import type { Gap } from '../contract';
import { incomplete } from './ending';
import { readCollection, type CollectionReading, type CollectionRequest, type ReadContext } from './list';
import { identity } from './opt-out';

/** How often the same is asked when it came in several pages or fell short. */
export const MOST_LOOKS = 3;

/** Why nothing is said about what has not been seen. */
export const CHANGING: Gap = {
  interval: null,
  unreadable: [],
  failure: incomplete('The list kept changing while it was read, so nothing can be said about numbers not seen.'),
};

/** How often a batch's numbers have been asked for, and the records that the answer before this one held; null for the first. */
export interface Look {
  readonly number: number;
  readonly before: ReadonlySet<string> | null;
}

export const FIRST_LOOK: Look = { number: 1, before: null };

/** What makes the rows of an answer the same as those of another; one that could not be read may slip like any other. */
export function identities({ optOuts, coverage }: CollectionReading): ReadonlySet<string> {
  const unreadable = coverage.kind === 'whole' ? [] : coverage.gaps.flatMap((gap) => gap.unreadable);
  return new Set([...optOuts.map(identity), ...unreadable]);
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

/**
 * Reads a list as `readCollection` does. One in several pages, of which the vendor's own count does not say that no row has gone
 * meanwhile, is read again until it is the same twice: when a row goes, others move up, and one slips to a page already read.
 */
export async function readSteadily(request: CollectionRequest, context: ReadContext): Promise<CollectionReading> {
  const settle = async (reading: CollectionReading, look: Look): Promise<CollectionReading> => {
    if (look.number >= MOST_LOOKS) return changing(reading);
    const onPage: ReadContext['onPage'] = (page) =>
      context.onPage?.({ ...page, requests: reading.requests + page.requests });
    const again = await readCollection(request, { ...context, onPage, resume: null, maxRequests: undefined });
    const requests = reading.requests + again.requests;
    const { ending, coverage } = again;
    // What the look before has read stays where this one was cut off.
    if (ending.kind !== 'end') return { ...reading, ending, coverage, requests };
    const next: Look = { number: look.number + 1, before: identities(reading) };
    const isDone = again.isCounted || isSteady(again, next);
    return isDone ? { ...again, requests } : settle({ ...again, requests }, next);
  };
  const first = await readCollection(request, context);
  const isDone = first.isCounted || first.ending.kind !== 'end' || isSteady(first, FIRST_LOOK);
  return isDone ? first : settle(first, FIRST_LOOK);
}

function changing(reading: CollectionReading): CollectionReading {
  const { scope } = reading.coverage;
  const gaps = reading.coverage.kind === 'partial' ? reading.coverage.gaps : [];
  return { ...reading, coverage: { kind: 'partial', scope, gaps: [CHANGING, ...gaps] } };
}
