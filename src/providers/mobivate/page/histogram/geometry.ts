import { roundScale, type RoundScale } from '../../../../ui/round-scale';
import { formatCount } from '../../../../ui/counts';
import type { Bar } from './picture';

/** Where the parts of the drawing lie, CSS px. */
export interface Geometry {
  readonly width: number;
  /** Left end of the first bar's place, beside the numbers of the axis. */
  readonly left: number;
  /** Width of the place of one bar. */
  readonly slot: number;
  readonly bar: number;
  readonly scale: RoundScale;
}

/** Top and foot of the bars, and height of the whole drawing, CSS px. */
export const TOP = 8;
export const FOOT = 120;
export const HEIGHT = 140;

const DIGIT = 7;
const WIDEST_BAR = 56;
/** Every bar that is not empty can be seen. */
const LEAST_HEIGHT = 2;

/** The geometry of bars in a drawing of a width. */
export function geometryOf(bars: readonly Bar[], width: number): Geometry {
  const most = Math.max(0, ...bars.map(({ total }) => total));
  const scale = most === 0 ? { lines: [0], top: 1 } : roundScale(most);
  const left = formatCount(scale.top).length * DIGIT + 10;
  const slot = Math.max(0, width - left) / Math.max(1, bars.length);
  const gap = slot >= 12 ? 3 : slot >= 6 ? 2 : slot >= 3 ? 1 : 0;
  return { width, left, slot, scale, bar: Math.min(WIDEST_BAR, slot - gap) };
}

/** Height of a value, CSS px. */
export function heightOf(value: number, { scale }: Geometry): number {
  return value === 0 ? 0 : Math.max(LEAST_HEIGHT, (value / scale.top) * (FOOT - TOP));
}

/** A part of a bar: its source's place, its upper end and its height, CSS px. */
export interface Part {
  readonly place: number;
  readonly y: number;
  readonly height: number;
}

/** The parts of a bar from its foot up, a hair apart where they are high enough for it. */
export function partsOf({ counts, total }: Bar, geometry: Geometry): readonly Part[] {
  const height = heightOf(total, geometry);
  let foot = FOOT;
  return counts.flatMap((count, place): Part[] => {
    if (count === 0) return [];
    const full = (count / total) * height;
    foot -= full;
    const hair = full > 3 && foot > FOOT - height + 0.5 ? 1 : 0;
    return [{ place, y: foot + hair, height: full - hair }];
  });
}

/** SVG path of one source's parts of all bars; '' where it has none. */
export function outlineOf(bars: readonly Bar[], source: number, geometry: Geometry): string {
  const { left, slot, bar: wanted } = geometry;
  const width = Math.max(0.5, wanted);
  return bars
    .map((bar, index) => {
      const part = partsOf(bar, geometry).find(({ place }) => place === source);
      if (part === undefined) return '';
      const x = left + index * slot + (slot - wanted) / 2;
      return `M${round(x)} ${round(part.y)}h${round(width)}v${round(part.height)}h${round(-width)}z`;
    })
    .join('');
}

/** To a hundredth of a CSS px. */
const round = (length: number) => Math.round(length * 100) / 100;
