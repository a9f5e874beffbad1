import type { CheckRow } from './check-rows';
import { hasGap } from './gap';

/** Which rows somebody wants to see. */
export type Show = 'all' | 'opted-out' | 'not-found' | 'could-not-check' | 'waiting' | 'gap';

/** The rows of a choice, and the choice they are of. */
export interface Shown {
  readonly show: Show;
  readonly rows: readonly CheckRow[];
}

/**
 * The rows a choice shows. Verdicts change under it: where no row has the chosen one (any more), all rows are shown, because an
 * empty table, and a file or a copied text with nothing in it, would pass for an answer.
 */
export function shownRows(all: readonly CheckRow[], chosen: Show): Shown {
  if (chosen === 'all') return { show: 'all', rows: all };
  const rows = all.filter((row) => (chosen === 'gap' ? hasGap(row) : row.overall.kind === chosen));
  return rows.length === 0 ? { show: 'all', rows: all } : { show: chosen, rows };
}
