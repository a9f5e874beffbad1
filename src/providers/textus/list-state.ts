import type { NonEmpty } from '../../lib/non-empty';
import type { Failure } from '../../lib/reason';
import type { WaitReason } from '../../lib/wait-reason';
import type { Coverage, OptOut, ScopeAnswer } from '../contract';
import type { Continuation } from './list';

/** What the page lists of one account. */
export type ListFilter =
  | { readonly kind: 'all' }
  /** At least three digits, in a row, anywhere in the number. */
  | { readonly kind: 'search'; readonly digits: string }
  /** Numbers as typed, in any format. */
  | { readonly kind: 'exact'; readonly numbers: NonEmpty<string> };

export interface ListRequest {
  readonly account: string;
  readonly filter: ListFilter;
  /** ISO 3166 country of numbers written without one, typed or in the vendor's rows. */
  readonly defaultCountry: string;
}

/** One of the numbers typed, and what the list says of it. */
export interface ExactNumber {
  readonly typed: string;
  /** As read, e.g. `+1 555 303 1234`; null for text that is no phone number. */
  readonly display: string | null;
  readonly answer: ScopeAnswer | { readonly kind: 'not-a-number' };
}

type WholeCoverage = Extract<Coverage, { kind: 'whole' }>;
type PartialCoverage = Extract<Coverage, { kind: 'partial' }>;

interface Rows {
  readonly optOuts: readonly OptOut[];
  /** What TextUs says the list holds; null when it does not say, and for exact numbers. It may not be exact. */
  readonly totalItems: number | null;
  readonly requests: number;
}

/** What can be said about the numbers typed once they have been asked; empty for the other filters. */
interface ExactOutcome {
  readonly numbers: readonly ExactNumber[];
  /** Records that TextUs returned and nobody asked for: other numbers, or none that the search is about. */
  readonly unasked: readonly OptOut[];
}

/** A list as far as it is known. Rows are only ever there with the word whether they are all. */
export type ListState =
  | (Rows & {
      readonly kind: 'reading';
      /** 0..1; null while nothing can be said. */
      readonly fraction: number | null;
      /** Until when TextUs makes us wait, ms UTC; null when it does not. */
      readonly waitingUntil: number | null;
      readonly waitReason?: WaitReason | null | undefined;
    })
  | (Rows & ExactOutcome & { readonly kind: 'whole'; readonly coverage: WholeCoverage })
  | (Rows &
      ExactOutcome & {
        readonly kind: 'partial';
        readonly coverage: PartialCoverage;
        /** Where Retry goes on; null when it starts again. */
        readonly continuation: Continuation | null;
      })
  /** Nothing could be read at all. */
  | { readonly kind: 'failed'; readonly failure: Failure; readonly coverage: PartialCoverage };

/** The state that a finished reading leaves. */
export function finished(
  outcome: Rows & ExactOutcome & { readonly coverage: Coverage; readonly continuation: Continuation | null },
): ListState {
  const { coverage, continuation, ...rest } = outcome;
  if (coverage.kind === 'whole') return { kind: 'whole', coverage, ...rest };
  const { failure, unreadable } = coverage.gaps[0];
  const silent = rest.optOuts.length === 0 && unreadable.length === 0 && rest.numbers.every(isUnanswered);
  // A list that was cut short at nothing ("incomplete") is still an answer; one that was refused is none.
  if (silent && failure.reason !== 'incomplete') return { kind: 'failed', failure, coverage };
  return { kind: 'partial', coverage, continuation, ...rest };
}

function isUnanswered({ answer }: ExactNumber): boolean {
  return answer.kind === 'could-not-check' || answer.kind === 'not-a-number';
}

/** What a reading of the list is given besides its question. */
export interface ListContext {
  readonly signal: AbortSignal;
  /** The list as it grows, a few times a second. */
  readonly onState: (state: ListState) => void;
  /** Go on where an earlier reading stopped. */
  readonly resume: Continuation | null;
}
