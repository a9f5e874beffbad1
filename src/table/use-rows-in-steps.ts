import { startTransition, useEffect, useState } from 'react';

import { usePrinting } from '../ui/use-printing';

/** New rows drawn at once: about what is seen of a list first. The rest follows frame by frame, so that no key waits for fifty rows. */
const STEP = 6;
/** From one frame to the next within this, ms, layout and paint of a step among it: easy for this computer, the next is twice as large. */
const EASY_MS = 24;

/**
 * The rows to draw now: those on screen already (by `rowKey`), however they have changed, with a few new ones among them or behind;
 * the others in the frames after. All of them on paper.
 */
export function useRowsInSteps<Row>(rows: readonly Row[], rowKey: (row: Row) => string): readonly Row[] {
  const begin = { rows, count: Math.min(STEP, rows.length), step: STEP, frameAt: -Infinity };
  const [kept, setDrawn] = useState(begin);
  const drawn = kept.rows === rows ? kept : { ...begin, count: countFor(rows, kept.rows.slice(0, kept.count), rowKey) };
  // While rendering: what is on screen is known only from the list before (react.dev, "Adjusting some state when a prop changes").
  if (drawn !== kept) setDrawn(drawn);
  const printing = usePrinting();
  const { count, step, frameAt } = drawn;
  const more = count < rows.length && !printing;

  useEffect(() => {
    if (!more) return undefined;
    const frame = requestAnimationFrame((now) => {
      const next = now - frameAt <= EASY_MS ? 2 * step : STEP;
      startTransition(() => setDrawn({ rows, count: Math.min(count + next, rows.length), step: next, frameAt: now }));
    });
    return () => cancelAnimationFrame(frame);
  }, [more, rows, count, step, frameAt]);

  return more ? rows.slice(0, count) : rows;
}

/** How many of `rows`, from the first, are drawn with `STEP` new ones among them. */
function countFor<Row>(rows: readonly Row[], shown: readonly Row[], rowKey: (row: Row) => string): number {
  const known = new Set(shown.map(rowKey));
  let room = STEP;
  for (const [place, row] of rows.entries()) {
    if (known.has(rowKey(row))) continue;
    if (room === 0) return place;
    room -= 1;
  }
  return rows.length;
}
