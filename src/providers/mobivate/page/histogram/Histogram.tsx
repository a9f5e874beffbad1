import { useId, useMemo, useState } from 'react';

import type { Interval } from '../../../../lib/date-range';
import { unitFor } from '../../../../lib/time-bins';
import { Badge } from '../../../../ui/Badge';
import { Button } from '../../../../ui/Button';
import { Card } from '../../../../ui/Card';
import { ClockText } from '../../../../ui/ClockText';
import { cx } from '../../../../ui/cx';
import type { RangeText } from '../../../../ui/DateRangeField';
import type { History } from '../../history';
import type { ReadingState } from '../reading-state';
import { BarTable } from './BarTable';
import styles from './histogram.module.css';
import { narrowedRange } from './narrow';
import { barsOf, pictureWords, type Bar, type Basis } from './picture';
import { Plot } from './Plot';
import { Legend } from './Series';
import { usePicture } from './use-picture';

interface HistogramProps {
  readonly history: History;
  readonly range: { readonly text: RangeText; readonly interval: Interval };
  readonly zone: string;
  /** Digits looked for; '' for none. */
  readonly digits: string;
  readonly reading: { readonly state: ReadingState; readonly revision: number };
  /** The rows of the same filters are being worked out: they come first. */
  readonly rowsFirst: boolean;
  readonly onNarrow: (range: RangeText) => void;
}

const NONE: readonly Bar[] = [];

/** The opt-outs of the page's filters over time: bars by source, as one sentence, or as a table; never whole before the list is. */
export function Histogram({ history, range, zone, digits, reading, rowsFirst, onNarrow }: HistogramProps) {
  const id = `bars${useId().replaceAll(/\W/gu, '')}`;
  const words = useId();
  const [asTable, setAsTable] = useState(false);
  const { interval } = range;
  const { picture, basis } = usePicture({ history, interval, zone, digits, reading, rowsFirst });
  const bins = picture?.bins ?? null;
  const bars = useMemo(() => (picture === null ? NONE : barsOf(picture.bins, picture.tally, basis)), [picture, basis]);
  const label = `Opt-outs by ${unitFor(interval)}`;

  const narrow = (first: number, last: number) => {
    if (bins === null || (first === 0 && last === bars.length - 1)) return;
    onNarrow(narrowedRange(range.text, bins, first, last));
  };

  return (
    <Card label="Opt-outs over time" className={styles['card']}>
      <div className={styles['head']}>
        <h2 className={styles['heading']}>{label}</h2>
        <BasisMark basis={basis} />
        {!asTable && <Legend id={id} />}
        <Button
          size="small"
          variant="ghost"
          icon={asTable ? 'columns' : 'list'}
          className={styles['toggle']}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? 'Show as bars' : 'Show as table'}
        </Button>
      </div>
      <p id={words} className={styles['words']}>
        {bins !== null && <ClockText text={pictureWords(bins, bars, basis, digits)} />}
      </p>
      {asTable ? (
        <BarTable caption={label} bins={bins} bars={bars} />
      ) : (
        <Plot id={id} picture={picture} bars={bars} basis={basis} label={label} describedBy={words} onNarrow={narrow} />
      )}
    </Card>
  );
}

/** Says when the bars are not all there is. */
function BasisMark({ basis }: { readonly basis: Basis }) {
  if (basis.kind === 'whole') return null;
  return (
    <span className={cx(styles['mark'], basis.kind === 'reading' && styles['soon'])}>
      {basis.kind === 'reading' ? (
        <Badge icon="waiting">Being read</Badge>
      ) : (
        <Badge tone="warning" icon="gap">
          Incomplete
        </Badge>
      )}
    </span>
  );
}

export default Histogram;
