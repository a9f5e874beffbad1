import { startTransition, useEffect, useState } from 'react';

import { usePrinting } from '../ui/use-printing';

/** Rows drawn at once: about what is seen of a list first. The rest follows frame by frame, so that no key waits for fifty rows. */
const STEP = 12;

/**
 * The rows to draw now: the first of them at once, the others in the frames after. Rows that change in place stay drawn; another
 * first row (`rowKey`) begins anew. All of them on paper.
 */
export function useRowsInSteps<Row>(rows: readonly Row[], rowKey: (row: Row) => string): readonly Row[] {
  const [first] = rows;
  const name = first === undefined ? '' : rowKey(first);
  const [drawn, setDrawn] = useState({ name, count: STEP });
  const printing = usePrinting();
  const count = drawn.name === name ? drawn.count : STEP;
  const more = count < rows.length && !printing;

  useEffect(() => {
    if (!more) return undefined;
    const frame = requestAnimationFrame(() => startTransition(() => setDrawn({ name, count: count + STEP })));
    return () => cancelAnimationFrame(frame);
  }, [more, name, count]);

  return more ? rows.slice(0, count) : rows;
}
