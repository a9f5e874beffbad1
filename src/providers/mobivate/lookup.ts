import type { Interval } from '../../lib/date-range';
import type { Coverage } from '../contract';
import type { ReadContext } from './reading/context';
import { Reading } from './reading/reading';

export type { ReadContext, ReadProgress } from './reading/context';

/**
 * Reads an interval of Mobivate's list whole (ms UTC, end exclusive): its rows go to the sink as they come, and what is returned says
 * what of it was read and why the rest was not. Right whatever the vendor leaves open: the order of rows, which ones it keeps
 * when more than a thousand match, whether either end is inclusive, what it makes of `page`.
 *
 * An instant counts as read only when an answer with fewer rows than fit has held it, or when answers are known to hold the
 * first rows of their window (checked at the start by re-reading, audited at random ever after). The first short answer is asked
 * for again in parts, later ones where something speaks against them and at random: one row left out, and nothing counts as read.
 * What such audits can miss: a vendor that keeps rows by something other than time that goes with time for all but very few of
 * them, or that cuts very few answers short. Never rejects for a
 * vendor's fault or a cancel: those are gaps. Rejects only for a bug of ours.
 */
export async function readInterval(interval: Interval, context: ReadContext): Promise<Coverage> {
  const reading = new Reading(interval, context);
  await reading.run();
  return reading.coverage();
}
