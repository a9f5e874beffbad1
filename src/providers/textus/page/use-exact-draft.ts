import { useEffect, useRef, useState } from 'react';

import { loadPart } from '../../../lib/load-part';
import { isNonEmpty, type NonEmpty } from '../../../lib/non-empty';
import { fitsUrl, formatExact } from '../search';

/** Why a text was not looked up. */
export type ExactProblem = 'nothing' | 'too-many' | 'not-loaded';

interface ExactDraft {
  readonly text: string;
  readonly problem: ExactProblem | null;
  /** The text is being read. */
  readonly reading: boolean;
  readonly change: (text: string) => void;
  readonly lookUp: () => Promise<void>;
}

/** The reader of number lists is large: it comes with the first list, or when the box takes the focus. */
export const loadReader = () => loadPart(() => import('../../../lib/number-list'));

/** The text of the box: the numbers of the URL, else the one carried here from another page, until one types. */
export function useExactDraft(
  exact: NonEmpty<string> | null,
  defaultCountry: string,
  onLookUp: (numbers: NonEmpty<string>) => void,
  carried: string | null,
): ExactDraft {
  const inUrl = exact === null ? '' : formatExact(exact);
  const [text, setText] = useState(exact?.join('\n') ?? carried ?? '');
  const [problem, setProblem] = useState<ExactProblem | null>(null);
  const [reading, setReading] = useState(false);
  const sent = useRef(inUrl);
  const current = useRef<AbortController | null>(null);

  // Back, Forward and the other filters change the numbers from outside; what was typed here stays as it was typed.
  useEffect(() => {
    if (inUrl === sent.current) return;
    sent.current = inUrl;
    setText(exact?.join('\n') ?? '');
    setProblem(null);
  }, [inUrl, exact]);
  useEffect(() => () => current.current?.abort(), []);

  return {
    text,
    problem,
    reading,
    change: (typed) => {
      setText(typed);
      setProblem(null);
    },
    lookUp: async () => {
      current.current?.abort();
      const controller = new AbortController();
      current.current = controller;
      setReading(true);
      const reader = await loadReader().catch(() => null);
      const list = await reader
        ?.readNumberList(text, defaultCountry, { signal: controller.signal })
        .catch((error: unknown) => {
          if (controller.signal.aborted) return null;
          throw error;
        });
      if (current.current !== controller || list === null) return;
      setReading(false);
      if (list === undefined) return setProblem('not-loaded');
      // Every piece that is a number, or should have been one, as typed and in order.
      const numbers = list.rows.map(({ input }) => input);
      if (!isNonEmpty(numbers)) return setProblem('nothing');
      if (!fitsUrl(numbers)) return setProblem('too-many');
      sent.current = formatExact(numbers);
      onLookUp(numbers);
    },
  };
}
