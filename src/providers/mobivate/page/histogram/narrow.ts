import { dayOf } from '../../../../lib/date-range';
import { beginsUnit, type TimeBins } from '../../../../lib/time-bins';
import { wallOf } from '../../../../lib/zoned-time';
import type { RangeText } from '../../../../ui/DateRangeField';

/**
 * The range, as a person would write it, that holds the bins from `first` to `last` and, as far as clocks can say so, no more: whole
 * days as days, else local times to the minute, the end included. An end of the range that stays keeps the text it was
 * written with. (An hour that the clock shows twice can only be asked for with its twin.)
 */
export function narrowedRange(text: RangeText, bins: TimeBins, first: number, last: number): RangeText {
  const { edges } = bins;
  return {
    from: first === 0 ? text.from : startText(edges[first] ?? 0, bins.zone),
    to: last === edges.length - 2 ? text.to : endText(edges[last + 1] ?? 0, bins.zone),
  };
}

function startText(instant: number, zone: string): string {
  return beginsUnit(instant, 'day', zone) ? dayOf(instant, zone) : minuteText(instant, zone);
}

/** What is written as an end is included whole: the day, or the minute, that ends at this instant. */
function endText(instant: number, zone: string): string {
  return beginsUnit(instant, 'day', zone) ? dayOf(instant - 1, zone) : minuteText(instant - 1, zone);
}

function minuteText(instant: number, zone: string): string {
  return new Date(wallOf(instant, zone)).toISOString().slice(0, 16);
}
