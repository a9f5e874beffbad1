import type { BinUnit, TimeBins } from '../../../../lib/time-bins';
import { formatDay, wallOf } from '../../../../lib/zoned-time';
import { weekday } from './bin-words';

/** A label under a bar. */
export interface AxisLabel {
  readonly bin: number;
  readonly text: string;
}

/** CSS px: a figure or letter of the axis at most, and what must stay free between two labels. */
const CHARACTER = 6.8;
const SPACE = 14;
const DAY = 86_400_000;

interface Level {
  /** Which bars may have a label, by what the clock shows when they begin. */
  readonly takes: (wall: Date) => boolean;
  readonly text: (wall: Date, bins: TimeBins, bin: number) => string;
}

const dayNumber = (wall: Date) => Math.floor(wall.getTime() / DAY);
const month = (wall: Date) => wall.getUTCFullYear() * 12 + wall.getUTCMonth();
const dayText = (_: Date, { edges, zone }: TimeBins, bin: number) => formatDay(edges[bin] ?? 0, zone).slice(0, -5);
const clockText = (wall: Date, bins: TimeBins, bin: number) =>
  wall.getUTCHours() === 0 ? dayText(wall, bins, bin) : wall.toISOString().slice(11, 16);
const monthText = (wall: Date, bins: TimeBins, bin: number) =>
  wall.getUTCMonth() === 0 ? String(wall.getUTCFullYear()) : dayText(wall, bins, bin).replace(/^\d+ /u, '');
const yearText = (wall: Date) => String(wall.getUTCFullYear());

const months = (step: number, text = monthText): Level => ({ takes: (wall) => month(wall) % step === 0, text });
const firstWeeks = (step: number): Level => ({
  // The part of a week that a range begins with is none: its Monday may be in the same month.
  takes: (wall) => wall.getUTCDay() === 1 && wall.getUTCDate() <= 7 && month(wall) % step === 0,
  text: monthText,
});
const YEARS = [12, 24, 60, 120, 240, 600, 1200, 12_000].map((step) => months(step, yearText));

/** From many labels to few. */
const LEVELS: Readonly<Record<BinUnit, readonly Level[]>> = {
  hour: [1, 2, 3, 6, 12, 24].map((step) => ({ takes: (wall) => wall.getUTCHours() % step === 0, text: clockText })),
  day: [
    {
      takes: () => true,
      text: (wall, bins, bin) => `${weekday(bins.edges[bin] ?? 0, bins.zone)} ${dayText(wall, bins, bin)}`,
    },
    { takes: () => true, text: dayText },
    { takes: (wall) => dayNumber(wall) % 2 === 0, text: dayText },
    { takes: (wall) => wall.getUTCDay() === 1, text: dayText },
    { takes: (wall) => wall.getUTCDay() === 1 && Math.floor((dayNumber(wall) + 3) / 7) % 2 === 0, text: dayText },
    { takes: (wall) => wall.getUTCDate() === 1, text: dayText },
  ],
  week: [{ takes: () => true, text: dayText }, firstWeeks(1), firstWeeks(3), firstWeeks(6), firstWeeks(12)],
  month: [months(1), months(3), months(6), ...YEARS],
  year: YEARS,
  century: YEARS,
};

/** Labels for bars of a width (CSS px) that do not touch each other: of all that fit, the most. */
export function axisLabels(bins: TimeBins, barWidth: number): readonly AxisLabel[] {
  const walls = bins.edges.slice(0, -1).map((edge) => new Date(wallOf(edge, bins.zone)));
  const levels = LEVELS[bins.unit].map(({ takes, text }) =>
    walls.flatMap((wall, bin): AxisLabel[] => (takes(wall) ? [{ bin, text: text(wall, bins, bin) }] : [])),
  );
  const fitting = levels.find((labels) => labels.length > 0 && fits(labels, barWidth));
  return fitting ?? [{ bin: 0, text: formatDay(bins.edges[0] ?? 0, bins.zone) }];
}

function fits(labels: readonly AxisLabel[], barWidth: number): boolean {
  return labels.every((label, index) => {
    const next = labels[index + 1];
    return next === undefined || (next.bin - label.bin) * barWidth >= (widthOf(label) + widthOf(next)) / 2 + SPACE;
  });
}

/** About how wide a label is, CSS px, never less than it is. */
export function widthOf({ text }: AxisLabel): number {
  return text.length * CHARACTER;
}
