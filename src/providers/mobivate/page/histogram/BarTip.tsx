import { useLayoutEffect, useRef } from 'react';

import type { TimeBins } from '../../../../lib/time-bins';
import { ClockText } from '../../../../ui/ClockText';
import { formatCount } from '../../../../ui/counts';
import { ACTORS } from '../../history';
import { binClock, binWords } from './bin-words';
import type { Geometry } from './geometry';
import styles from './histogram.module.css';
import { ACTOR_WORDS, barWords, type Bar } from './picture';
import { Swatch } from './Series';

interface BarTipProps {
  readonly id: string;
  readonly bins: TimeBins;
  readonly bar: Bar;
  readonly place: number;
  readonly geometry: Geometry;
}

const BESIDE = 10;

/** What one bar says, beside it: its time on the zone's clock and its counts. Who listens hears the same as the option's name. */
export function BarTip({ id, bins, bar, place, geometry }: BarTipProps) {
  const tip = useRef<HTMLDivElement>(null);
  const { left, slot, width } = geometry;
  const [time, clock] = [binWords(bins, place), binClock(bins, place)];
  useLayoutEffect(() => {
    const element = tip.current;
    if (element === null) return;
    const [start, end] = [left + place * slot, left + (place + 1) * slot];
    // Measured as wide as its words want it, not as it was held before.
    element.style.removeProperty('max-width');
    const own = element.offsetWidth;
    const after = end + BESIDE + own <= width;
    const beside = after || start - BESIDE - own >= 0;
    // Held by one side and no wider than the picture from there on: words that grow later (zoom, a font) cannot push the page.
    const ahead = beside ? after : start <= width - end;
    const inset = Math.max(
      0,
      beside ? (ahead ? end : width - start) + BESIDE : Math.min(ahead ? start : width - end, width - own),
    );
    element.style.setProperty('left', ahead ? `${Math.round(inset)}px` : 'auto');
    element.style.setProperty('right', ahead ? 'auto' : `${Math.round(inset)}px`);
    element.style.setProperty('max-width', `min(17rem, calc(100% - ${Math.round(inset)}px))`);
    // Where there is no room on either side it stands above, so that it never covers its bar.
    element.style.setProperty('translate', beside ? '0' : '0 calc(-100% - 0.25rem)');
  });
  return (
    <div ref={tip} aria-hidden="true" className={styles['tip']}>
      <p className={styles['tipTime']}>
        <ClockText text={time} />
      </p>
      <p>{barWords(bar)}</p>
      {bar.total > 0 && (
        <ul className={styles['tipCounts']}>
          {ACTORS.map((actor, index) => (
            <li key={actor} hidden={bar.counts[index] === 0}>
              <Swatch id={id} place={index} />
              <span>{ACTOR_WORDS[actor]}</span>
              <span className={styles['tipCount']}>{formatCount(bar.counts[index] ?? 0)}</span>
            </li>
          ))}
        </ul>
      )}
      {!time.includes(clock) && (
        <p className={styles['tipClock']}>
          <ClockText text={clock} />
        </p>
      )}
    </div>
  );
}
