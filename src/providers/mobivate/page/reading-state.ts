import type { LookupProgress } from '../../contract';
import type { Answer } from '../session';

/** Where the reading of the chosen interval stands. */
export type ReadingState =
  | {
      readonly kind: 'reading';
      /** null until the first word of it. */
      readonly progress: LookupProgress | null;
      /** How long it has taken so far, ms. */
      readonly elapsed: number;
      /** What was known before and stays on screen meanwhile; null when there is nothing to show. */
      readonly kept: Answer | null;
    }
  | {
      readonly kind: 'answered';
      readonly answer: Answer;
      /** True when the interval had been read before, so that rows may be older than this answer. */
      readonly readBefore: boolean;
    };
