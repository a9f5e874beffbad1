import { startTransition, useEffect, useState } from 'react';

import { usePrinting } from '../ui/use-printing';

/** Rows drawn at once: about what is seen of a list first. The rest follows frame by frame, so that no key waits for fifty rows. */
const STEP = 8;
/** Drawn within this, ms, a step was easy for this computer: the next one is twice as large. */
const EASY_MS = 24;

/**
 * The rows to draw now: the first of them at once, the others in the frames after. Rows that change in place stay drawn; another
 * first row (`rowKey`) begins anew. All of them on paper.
 */
export function useRowsInSteps<Row>(rows: readonly Row[], rowKey: (row: Row) => string): readonly Row[] {
  const [first] = rows;
  const name = first === undefined ? '' : rowKey(first);
  const [drawn, setDrawn] = useState({ name, count: STEP, step: STEP, begunAt: -Infinity });
  const printing = usePrinting();
  const { count, step, begunAt } = drawn.name === name ? drawn : { count: STEP, step: STEP, begunAt: -Infinity };
  const more = count < rows.length && !printing;

  useEffect(() => {
    if (!more) return undefined;
    const next = performance.now() - begunAt <= EASY_MS ? 2 * step : STEP;
    const frame = requestAnimationFrame(() => {
      const now = performance.now();
      startTransition(() => setDrawn({ name, count: count + next, step: next, begunAt: now }));
    });
    return () => cancelAnimationFrame(frame);
  }, [more, name, count, step, begunAt]);

  return more ? rows.slice(0, count) : rows;
}
