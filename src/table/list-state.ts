import type { Failure } from '../lib/reason';
import type { WaitReason } from '../lib/wait-reason';
import { STATE_WORDS } from '../lib/words';
import { countOf } from '../ui/counts';

/** How far a reading is. */
export interface ReadingProgress {
  /** 0..1; null while nothing can be said. */
  readonly fraction: number | null;
  readonly words: string;
  /** Until when the vendor asked us to wait, ms UTC. */
  readonly waitingUntil: number | null;
  readonly waitReason?: WaitReason | null | undefined;
}

/**
 * What a list page is showing. Rows never stand there without one of these saying what they are: all there is, a part and
 * why, or what was read before.
 */
export type ListState =
  /** Nothing has been asked yet. */
  | { readonly kind: 'idle' }
  /** Being read; `kept`: rows of an earlier reading are still on screen; `growing`: the rows read so far are. */
  | {
      readonly kind: 'reading';
      readonly progress: ReadingProgress;
      readonly kept: boolean;
      readonly growing?: boolean;
    }
  /** Read to the end. `matching`: rows that pass the filter, null without one. `scope`: range and age in words. */
  | { readonly kind: 'whole'; readonly total: number; readonly matching: number | null; readonly scope: string | null }
  /** Read in part; `gaps` name what is missing. */
  | {
      readonly kind: 'partial';
      readonly total: number;
      readonly matching: number | null;
      readonly scope: string | null;
      readonly failure: Failure;
      readonly gaps: readonly string[];
    }
  /** Nothing was read; `kept`: rows of an earlier reading are still on screen, marked as old. */
  | { readonly kind: 'failed'; readonly failure: Failure; readonly kept: boolean };

/** The status line of a whole list: `Complete: 3,214 opt-outs`. Empty while the list is in any other state. */
export function statusText(state: ListState, noun: string): string {
  return state.kind === 'whole' ? `${STATE_WORDS.complete}: ${countOf(state.total, noun)}` : '';
}

/** True when the rows on screen are from an earlier reading. */
export function isStale(state: ListState): boolean {
  return (state.kind === 'reading' || state.kind === 'failed') && state.kept;
}

/** What fills the place of the table: the rows, or one of the designed empty places. Empty and failed never look alike. */
export type ListBody = 'rows' | 'idle' | 'skeleton' | 'empty' | 'no-match' | 'nothing-in-part' | 'none';

/** Decides what fills the place of the table. */
export function listBody(state: ListState): ListBody {
  switch (state.kind) {
    case 'idle':
      return 'idle';
    case 'reading':
      return state.kept || state.growing === true ? 'rows' : 'skeleton';
    case 'whole':
      if (state.total === 0) return 'empty';
      return state.matching === 0 ? 'no-match' : 'rows';
    case 'partial':
      return state.total === 0 || state.matching === 0 ? 'nothing-in-part' : 'rows';
    case 'failed':
      return state.kept ? 'rows' : 'none';
  }
}
