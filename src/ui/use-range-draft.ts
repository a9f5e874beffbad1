import { useState } from 'react';

import { displayBound, normalizeBound, type RangeText } from './range-text';

/** What is wrong with each bound, in words that say how to put it right; absent when nothing is. */
export interface RangeProblems {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

interface RangeDraftQuestion {
  readonly value: RangeText;
  readonly onCommit: (value: RangeText) => void;
  readonly problems: (value: RangeText) => RangeProblems;
}

interface Draft extends RangeText {
  /** The committed range this draft started from: a new one (preset, Back) makes the draft void. */
  readonly base: string;
  /** True once it was tried and refused: from then on problems are shown while typing. */
  readonly tried: boolean;
}

const keyOf = (value: RangeText) => `${value.from}|${value.to}`;

/** Two bounds as they are typed, beside the range that was last committed. */
export function useRangeDraft({ value, onCommit, problems }: RangeDraftQuestion) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const live = draft !== null && draft.base === keyOf(value) ? draft : null;
  const shown = live ?? { from: displayBound(value.from), to: displayBound(value.to) };
  const typed: RangeText = { from: normalizeBound(shown.from), to: normalizeBound(shown.to) };
  const found = problems(typed);
  const refused = found.from !== undefined || found.to !== undefined;

  return {
    shown,
    /** Also names what is wrong with a committed range that came from a link. */
    errors: live === null || live.tried ? found : {},
    edit: (part: Partial<RangeText>) => {
      setDraft({ ...shown, ...part, base: keyOf(value), tried: live?.tried ?? false });
    },
    commit: () => {
      if (live === null) return;
      if (refused) setDraft({ ...live, tried: true });
      else {
        setDraft(null);
        if (keyOf(typed) !== keyOf(value)) onCommit(typed);
      }
    },
    choose: (range: RangeText) => {
      setDraft(null);
      if (keyOf(range) !== keyOf(value)) onCommit(range);
    },
    forget: () => setDraft(null),
  };
}
