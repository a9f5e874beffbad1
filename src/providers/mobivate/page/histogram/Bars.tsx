import { memo } from 'react';

import type { TimeBins } from '../../../../lib/time-bins';
import { ACTORS } from '../../history';
import { binWords } from './bin-words';
import { FOOT, outlineOf, TOP, type Geometry } from './geometry';
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

/** From this width on a bar has an outline, CSS px. */
const OUTLINED_FROM = 4;

/** The bars as the options of a list: each has its time, its number and its sources as its name. */
export const Bars = memo(function Bars(props: BarsProps) {
  const { id, bins, bars, geometry, first, last } = props;
  const { left, slot } = geometry;
  return (
    <>
      {bars.map((bar, place) => {
        const unread = bar.state === 'part' || bar.state === 'unread';
        return (
          // No rect: its place and size would be style, another one for each of two hundred bars.
          // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the list holds the focus and names its option (ARIA Practices, listbox)
          <polygon
            key={bins.edges[place]}
            id={`${id}-${place}`}
            role="option"
            aria-selected={place >= first && place <= last}
            aria-label={nameOf(bins, bar, place)}
            points={slotCorners(left + place * slot, slot)}
            fill={unread ? `url(#${id}-unread)` : 'none'}
            className={unread ? styles['unread'] : undefined}
          />
        );
      })}
      <Drawn {...props} />
    </>
  );
});

/** What is seen of the bars: one shape for each source, however many bars there are. */
function Drawn({ id, bars, geometry }: BarsProps) {
  return ACTORS.map((actor, place) => {
    const outline = outlineOf(bars, place, geometry);
    if (outline === '') return null;
    return (
      <path
        key={actor}
        aria-hidden="true"
        d={outline}
        fill={seriesFill(id, place)}
        className={geometry.bar > OUTLINED_FROM ? fills[`line-${actor}`] : undefined}
      />
    );
  });
}

/** The whole height of the picture over one bar's place. */
function slotCorners(x: number, width: number): string {
  return `${x},${TOP} ${x + width},${TOP} ${x + width},${FOOT} ${x},${FOOT}`;
}

function nameOf(bins: TimeBins, bar: Bar, place: number): string {
  const sources = bar.total === 0 ? '' : `: ${sourceWords(bar.counts)}`;
  return `${binWords(bins, place)}, ${barWords(bar)}${sources}`;
}
