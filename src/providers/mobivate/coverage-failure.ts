import type { NonEmpty } from '../../lib/non-empty';
import type { Failure, Reason } from '../../lib/reason';
import { countOf, formatCount } from '../../ui/counts';
import type { Gap } from '../contract';

/** Rows that could not be read are shown to be passed on to the vendor, not to fill the page. */
const MOST_UNREADABLE = 20;

/** What went wrong says more than the person's own cancel, and that more than what was left unread because of either. */
function rank(reason: Reason): number {
  if (reason === 'incomplete') return 2;
  return reason === 'cancelled' ? 1 : 0;
}

/**
 * The one failure that stands for all gaps of an answer, on the list and in Check alike. `read`: rows that could be read.
 * The details are those of all gaps, with the rows that could not be read as Mobivate sent them.
 */
export function coverageFailure(gaps: NonEmpty<Gap>, read: number): Failure {
  const unreadable = [...new Set(gaps.flatMap((gap) => gap.unreadable))];
  const details = [...gaps.map(({ failure }) => failure.detail), ...unreadable.slice(0, MOST_UNREADABLE)];
  const detail = [...new Set(details)].filter((text) => text !== '').join('\n');
  if (gaps.every((gap) => gap.unreadable.length > 0)) {
    const all = countOf(read + unreadable.length, 'row');
    return { reason: 'incomplete', message: `${formatCount(unreadable.length)} of ${all} could not be read.`, detail };
  }
  const [told = gaps[0].failure] = gaps
    .map(({ failure }) => failure)
    .toSorted((a, b) => rank(a.reason) - rank(b.reason));
  return { ...told, detail };
}
