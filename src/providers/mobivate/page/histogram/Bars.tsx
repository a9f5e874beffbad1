import { memo } from 'react';

import type { TimeBins } from '../../../../lib/time-bins';
import { ACTORS } from '../../history';
import { binWords } from './bin-words';
import { FOOT, partsOf, TOP, type Geometry } from './geometry';
import styles from './histogram.module.css';
import { barWords, sourceWords, type Bar } from './picture';
import { seriesFill } from './Series';
import fills from './series.module.css';

interface BarsProps {
  readonly id: string;
  readonly bins: TimeBins;
  readonly bars: readonly Bar[];
  readonly geometry: Geometry;
  /** Ends of the bars chosen; -1 for none. */
  readonly first: number;
  readonly last: number;
}

/** The bars as the options of a list: each has its time, its number and its sources as its name. */
export const Bars = memo(function Bars({ id, bins, bars, geometry, first, last }: BarsProps) {
  const { left, slot, bar: width } = geometry;
  return bars.map((bar, place) => {
    const x = left + place * slot + (slot - width) / 2;
    return (
      // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the list holds the focus and names its option (ARIA Practices, listbox)
      <g
        key={bins.edges[place]}
        id={`${id}-${place}`}
        role="option"
        aria-selected={place >= first && place <= last}
        aria-label={nameOf(bins, bar, place)}
      >
        {(bar.state === 'part' || bar.state === 'unread') && (
          <rect
            x={left + place * slot}
            y={TOP}
            width={slot}
            height={FOOT - TOP}
            fill={`url(#${id}-unread)`}
            className={styles['unread']}
          />
        )}
        {partsOf(bar, geometry).map((part) => (
          <rect
            key={part.place}
            x={x}
            y={part.y}
            width={Math.max(0.5, width)}
            height={part.height}
            fill={seriesFill(id, part.place)}
            className={width > 4 && part.height > 3 ? fills[`line-${ACTORS[part.place] ?? ''}`] : undefined}
            data-actor={ACTORS[part.place]}
          />
        ))}
      </g>
    );
  });
});

function nameOf(bins: TimeBins, bar: Bar, place: number): string {
  const sources = bar.total === 0 ? '' : `: ${sourceWords(bar.counts)}`;
  return `${binWords(bins, place)}, ${barWords(bar)}${sources}`;
}
