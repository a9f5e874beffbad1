import type { TimeBins } from '../../../../lib/time-bins';
import { formatCount } from '../../../../ui/counts';
import { ACTORS } from '../../history';
import { binWords } from './bin-words';
import styles from './bar-table.module.css';
import { ACTOR_WORDS, sumOf, type Bar } from './picture';

interface BarTableProps {
  readonly caption: string;
  readonly bins: TimeBins | null;
  readonly bars: readonly Bar[];
}

/** The same numbers as the bars, as a table. It scrolls inside its region, in both ways. */
export function BarTable({ caption, bins, bars }: BarTableProps) {
  const sums = sumOf(bars);
  const total = sums.reduce((sum, count) => sum + count, 0);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls both ways, so the keyboard must reach it (WCAG 2.1.1)
    <div role="region" aria-label={`${caption}, table`} tabIndex={0} className={styles['tablePlace']}>
      <table className={styles['table']}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Opt-outs</th>
            {ACTORS.map((actor) => (
              <th key={actor} scope="col">
                {ACTOR_WORDS[actor]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bins !== null &&
            bars.map((bar, place) => (
              <tr key={bins.edges[place]}>
                <th scope="row">{binWords(bins, place)}</th>
                <td>{TOTALS[bar.state](formatCount(bar.total))}</td>
                {ACTORS.map((actor, index) => (
                  <td key={actor}>{isKnown(bar) ? formatCount(bar.counts[index] ?? 0) : '–'}</td>
                ))}
              </tr>
            ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All</th>
            <td>{formatCount(total)}</td>
            {ACTORS.map((actor, index) => (
              <td key={actor}>{formatCount(sums[index] ?? 0)}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** The number of a bar as its cell says it. */
const TOTALS: Readonly<Record<Bar['state'], (count: string) => string>> = {
  whole: (count) => count,
  open: (count) => `${count} so far`,
  part: (count) => `${count} or more`,
  unread: () => 'not read',
  ahead: () => 'not yet',
};

const isKnown = ({ state }: Bar) => state !== 'unread' && state !== 'ahead';
