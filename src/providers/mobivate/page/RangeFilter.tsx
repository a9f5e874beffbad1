import { dayOf, describeInterval, type Interval } from '../../../lib/date-range';
import { useChosenInstants } from '../../../ui/chosen-instants';
import { ClockText } from '../../../ui/ClockText';
import { DateRangeField, type RangeText } from '../../../ui/DateRangeField';
import styles from './page.module.css';
import { rangePresets, rangeProblems, type RangeFilter as Range } from './range-filter';

interface RangeFilterProps {
  readonly range: Range;
  readonly zone: string;
  /** ms UTC. */
  readonly now: number;
  /** First day of the history, `YYYY-MM-DD`. */
  readonly since: string;
  readonly onChange: (text: RangeText) => void;
}

/** Which days are read, and the exact instants that means, in the page's zone and in UTC. */
export function RangeFilter({ range, zone, now, since, onChange }: RangeFilterProps) {
  const { text, interval } = range;
  useChosenInstants(interval === null ? [] : [interval.from, interval.to]);
  return (
    <DateRangeField
      value={text}
      onCommit={onChange}
      presets={rangePresets(now, zone, since)}
      problems={(typed) => rangeProblems(typed, zone)}
      today={dayOf(now, zone)}
      first={since}
    >
      {interval === null ? (
        'Nothing is asked until From and To are both right.'
      ) : (
        <Asked interval={interval} zone={zone} />
      )}
    </DateRangeField>
  );
}

function Asked({ interval, zone }: { readonly interval: Interval; readonly zone: string }) {
  return (
    <dl className={styles['asked']}>
      {[...new Set([zone, 'UTC'])].map((clock) => (
        <div key={clock}>
          <dt>{clock}</dt>
          <dd>
            <ClockText text={describeInterval(interval, clock)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
