import { memo } from 'react';

import type { TimeBins } from '../../../../lib/time-bins';
import { formatCount } from '../../../../ui/counts';
import { axisLabels, widthOf } from './axis-labels';
import { FOOT, TOP, type Geometry } from './geometry';
import styles from './histogram.module.css';

/** Lines with round numbers, and times under the bars. */
export const Axes = memo(function Axes({ bins, geometry }: { readonly bins: TimeBins; readonly geometry: Geometry }) {
  const { left, width, slot, scale } = geometry;
  return (
    <g aria-hidden="true" className={styles['axes']}>
      {scale.lines.map((value) => {
        const y = FOOT - (value / scale.top) * (FOOT - TOP);
        return (
          <g key={value}>
            <line x1={left} x2={width} y1={y} y2={y} className={value === 0 ? styles['base'] : styles['grid']} />
            <text x={left - 8} y={y} textAnchor="end" dominantBaseline="central">
              {formatCount(value)}
            </text>
          </g>
        );
      })}
      {axisLabels(bins, slot).map((label) => {
        const half = widthOf(label) / 2;
        const middle = left + (label.bin + 0.5) * slot;
        return (
          <text
            key={label.bin}
            x={Math.max(half, Math.min(middle, width - half))}
            y={FOOT + 15}
            textAnchor="middle"
            data-bin={label.bin}
          >
            {label.text}
          </text>
        );
      })}
    </g>
  );
});
