import { useId, useMemo, useRef } from 'react';

import { Announcer } from '../../../../ui/Announcer';
import { cx } from '../../../../ui/cx';
import { useWidth } from '../../../../ui/use-width';
import type { Picture } from '../../queries';
import { Axes } from './Axes';
import { Bars } from './Bars';
import { BarTip } from './BarTip';
import { binWords } from './bin-words';
import { FOOT, geometryOf, HEIGHT, TOP } from './geometry';
import styles from './histogram.module.css';
import { barWords, type Bar, type Basis } from './picture';
import { SeriesPatterns } from './Series';
import { useBrush } from './use-brush';

interface PlotProps {
  /** Ids of the fills begin with it. */
  readonly id: string;
  readonly picture: Picture | null;
  readonly bars: readonly Bar[];
  readonly basis: Basis;
  readonly label: string;
  /** Element whose words describe the drawing. */
  readonly describedBy: string;
  /** Narrows the range to the bars from `first` to `last`. */
  readonly onNarrow: (first: number, last: number) => void;
}

const NO_BARS = { unit: 'day', zone: 'UTC', edges: [0, 1] } as const;

/** The drawing: a list of bars to look at, to move over and to choose from. */
export function Plot({ id, picture, bars, basis, label, describedBy, onNarrow }: PlotProps) {
  const hint = useId();
  const plot = useRef<HTMLDivElement>(null);
  const width = useWidth(plot);
  const geometry = useMemo(() => geometryOf(bars, width), [bars, width]);
  const { left, slot } = geometry;
  const bins = picture?.bins ?? NO_BARS;
  const barAt = (clientX: number) => {
    const x = clientX - (plot.current?.getBoundingClientRect().left ?? 0) - left;
    return Math.max(0, Math.min(bars.length - 1, Math.floor(x / slot)));
  };
  const brush = useBrush({
    of: picture === null ? '' : `${bins.zone} ${bins.edges[0] ?? 0} ${bins.edges.at(-1) ?? 0}`,
    count: bars.length,
    barAt,
    onTake: onNarrow,
  });
  const { choice, told } = brush;
  const [first, last] =
    choice === null ? [-1, -1] : [Math.min(choice.anchor, choice.head), Math.max(choice.anchor, choice.head)];
  const toldBar = told === null ? undefined : bars[told];
  const chosen = bars.slice(first, last + 1);

  return (
    <div className={styles['plotPlace']}>
      <div
        ref={plot}
        role="listbox"
        tabIndex={0}
        aria-label={label}
        aria-describedby={`${describedBy} ${hint}`}
        aria-orientation="horizontal"
        aria-multiselectable="true"
        aria-busy={bars.length === 0 || basis.kind === 'reading' || undefined}
        aria-activedescendant={choice === null ? undefined : `${id}-${choice.head}`}
        className={cx(styles['plot'], basis.kind === 'reading' && styles['growing'])}
        {...brush.handlers}
      >
        {width > 0 && (
          <svg role="none" width={width} height={HEIGHT} className={styles['drawing']}>
            <SeriesPatterns id={id} />
            {told !== null && (
              <rect className={styles['told']} x={left + told * slot} y={TOP} width={slot} height={FOOT - TOP} />
            )}
            {choice !== null && (
              <rect
                className={styles['chosen']}
                x={left + first * slot}
                y={TOP}
                width={(last - first + 1) * slot}
                height={FOOT - TOP}
              />
            )}
            {picture !== null && <Axes bins={bins} geometry={geometry} />}
            <Bars id={id} bins={bins} bars={bars} geometry={geometry} first={first} last={last} />
          </svg>
        )}
      </div>
      <p id={hint} hidden>
        Arrow keys move between bars, with Shift they choose several. Enter narrows the range to them, Escape gives up.
      </p>
      {told !== null && toldBar !== undefined && (
        <BarTip id={id} bins={bins} bar={toldBar} place={told} geometry={geometry} />
      )}
      {choice !== null && !brush.dragging && (
        <p className={cx(styles['choice'], choice.head > bars.length / 2 && styles['before'])}>
          <button type="button" className={styles['take']} onClick={() => brush.take(choice)}>
            Narrow to {first === last ? `this ${bins.unit}` : `these ${last - first + 1} ${bins.unit}s`}
          </button>
        </p>
      )}
      <Announcer everyMs={1000} text={chosen.length > 1 ? choiceWords(binWords(bins, first, last), chosen) : ''} />
    </div>
  );
}

function choiceWords(time: string, bars: readonly Bar[]): string {
  const total = bars.reduce((sum, bar) => sum + bar.total, 0);
  const whole = bars.every(({ state }) => state === 'whole');
  return `${bars.length} bars, ${time}: ${barWords({ total, state: whole ? 'whole' : 'part' })}`;
}
