import { describeInterval, type Interval } from '../lib/date-range';
import type { Failure } from '../lib/reason';
import { REASON_WORDS } from '../lib/words';
import { countOf } from './counts';

/** More gaps than this are counted, not listed. */
const MOST_GAPS = 12;

/** A stretch that was not read, or rows in it that could not be, and why. */
interface Gap {
  /** ms UTC, end exclusive; null for all of it. */
  readonly interval: Interval | null;
  readonly unreadable: readonly string[];
  readonly failure: Failure;
}

interface GapPlace {
  /** What was to be read, ms UTC; null where it has no dates. */
  readonly whole: Interval | null;
  /** IANA zone that stretches are told in. */
  readonly zone: string;
  /** When it was read, ms UTC: a gap that goes on into the future is said to end then. */
  readonly readAt?: number;
  /** What follows rows that could not be read, e.g. where they are shown. */
  readonly unreadableHint?: string;
}

/** Each gap in words: which stretch, and why it was not read. */
export function gapWords(gaps: readonly Gap[], place: GapPlace): readonly string[] {
  const listed = gaps.slice(0, MOST_GAPS).map((gap) => oneGap(gap, place));
  const more = gaps.length - listed.length;
  return more === 0 ? listed : [...listed, `and ${countOf(more, 'more gap')}`];
}

function oneGap({ interval, unreadable, failure }: Gap, { whole, zone, readAt, unreadableHint = '' }: GapPlace) {
  const why =
    unreadable.length === 0
      ? REASON_WORDS[failure.reason].short
      : `${countOf(unreadable.length, 'row')} could not be read${unreadableHint}`;
  const stretch = interval ?? whole;
  if (stretch === null) return why;
  const { from } = stretch;
  const to = readAt === undefined || readAt <= from ? stretch.to : Math.min(stretch.to, readAt);
  return `${describeInterval({ from, to }, zone)}: ${why}`;
}
