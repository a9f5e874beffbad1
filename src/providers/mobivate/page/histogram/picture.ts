import type { Interval } from '../../../../lib/date-range';
import type { TimeBins } from '../../../../lib/time-bins';
import { countOf, formatCount } from '../../../../ui/counts';
import type { Source } from '../../../contract';
import { ACTORS, type Tally } from '../../history';
import { binInterval, binWords } from './bin-words';

/** What the sources are called beside a colour, in the order of `ACTORS`. */
export const ACTOR_WORDS: Readonly<Record<Source['actor'], string>> = {
  person: 'Person’s own act',
  'vendor-rule': 'Mobivate rule',
  staff: 'Staff',
  integration: 'API',
  unknown: 'Unknown source',
};

/** What of the interval the bars rest on. */
export type Basis =
  /** A reading is under way, so any bar may grow. */
  | { readonly kind: 'reading' }
  /** `asOf`: when the oldest reading it rests on began; `readAt`: when the newest ended; ms UTC. */
  | { readonly kind: 'whole'; readonly asOf: number; readonly readAt: number }
  | {
      readonly kind: 'partial';
      readonly asOf: number;
      readonly readAt: number;
      /** What was not read, ms UTC. */
      readonly unread: readonly Interval[];
    };

/** One bar: how many, by source in the order of `ACTORS`, and what may be said of that number. */
export interface Bar {
  readonly counts: readonly number[];
  readonly total: number;
  /** `part`: more may be there; `unread`: nothing of it was read; `open`: it was not over when read; `ahead`: not begun. */
  readonly state: 'whole' | 'part' | 'unread' | 'open' | 'ahead';
}

/** The bars of a tally. */
export function barsOf(bins: TimeBins, { counts }: Tally, basis: Basis): readonly Bar[] {
  return Array.from({ length: bins.edges.length - 1 }, (_, bin) => {
    const own = [...counts.subarray(bin * ACTORS.length, (bin + 1) * ACTORS.length)];
    const total = own.reduce((sum, count) => sum + count, 0);
    return { counts: own, total, state: stateOf(binInterval(bins, bin), total, basis) };
  });
}

function stateOf({ from, to }: Interval, total: number, basis: Basis): Bar['state'] {
  if (basis.kind === 'reading') return 'part';
  if (from >= basis.readAt && total === 0) return 'ahead';
  if (basis.kind === 'partial') {
    const gaps = basis.unread.filter((gap) => gap.from < to && gap.to > from);
    const missing = gaps.reduce((sum, gap) => sum + Math.min(gap.to, to) - Math.max(gap.from, from), 0);
    if (missing > 0) return missing >= to - from && total === 0 ? 'unread' : 'part';
  }
  return to > basis.asOf ? 'open' : 'whole';
}

/** The number of a bar in words that never claim more than was read: '34 opt-outs', '34 opt-outs so far', 'not read'. */
export function barWords({ total, state }: Pick<Bar, 'total' | 'state'>): string {
  switch (state) {
    case 'whole':
      return countOf(total, 'opt-out');
    case 'open':
      return `${countOf(total, 'opt-out')} so far`;
    case 'part':
      return `${countOf(total, 'opt-out')} read, there may be more`;
    case 'unread':
      return 'not read';
    case 'ahead':
      return 'not yet begun when read';
  }
}

/** The sources of some counts, largest first: '140 person’s own act, 80 Mobivate rule'. */
export function sourceWords(counts: readonly number[]): string {
  return ACTORS.map((actor, place) => ({ words: ACTOR_WORDS[actor], count: counts[place] ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .map(({ words, count }) => `${formatCount(count)} ${words === ACTOR_WORDS.integration ? words : lower(words)}`)
    .join(', ');
}

function lower(words: string): string {
  return words.startsWith('Mobivate') ? words : words.charAt(0).toLowerCase() + words.slice(1);
}

/** The counts of several bars together, by source. */
export function sumOf(bars: readonly Bar[]): readonly number[] {
  return ACTORS.map((_, place) => bars.reduce((sum, { counts }) => sum + (counts[place] ?? 0), 0));
}

/**
 * The picture in one sentence, for those who do not see it and those who need no more: how many, the busiest bar, the sources.
 * `digits`: what the numbers contain; '' for all numbers.
 */
export function pictureWords(bins: TimeBins, bars: readonly Bar[], basis: Basis, digits: string): string {
  const counts = sumOf(bars);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const what = digits === '' ? '' : ` with ${digits} in the number`;
  const sofar = basis.kind === 'reading' ? ' read so far' : '';
  const much = `${countOf(total, 'opt-out')}${what}${sofar}`;
  const partial = basis.kind === 'partial' ? 'Only what was read: ' : '';
  if (bars.every(({ state }) => state === 'unread'))
    return 'Nothing of this range was read, so there is nothing to draw.';
  if (total === 0) return `${partial}${much}.`;
  const most = Math.max(...bars.map((bar) => bar.total));
  const busiest = bars.findIndex((bar) => bar.total === most);
  const where = bars.length === 1 ? '' : ` Busiest ${bins.unit}: ${binWords(bins, busiest)} with ${formatCount(most)}.`;
  return `${partial}${much}: ${sourceWords(counts)}.${where}`;
}
