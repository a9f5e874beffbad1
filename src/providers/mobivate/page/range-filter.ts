import {
  momentProblem,
  parseMoment,
  presetRange,
  PRESETS,
  rangeToInterval,
  serializeMoment,
  type Interval,
  type Moment,
} from '../../../lib/date-range';
import type { RangePreset, RangeProblems, RangeText } from '../../../ui/DateRangeField';

/** A range as chosen, and what it means; without an interval nothing can be asked. */
export interface RangeFilter {
  /** URL form of both bounds; empty for a bound that is not there. */
  readonly text: RangeText;
  /** ms UTC, end exclusive; null while a bound is missing or cannot be read. */
  readonly interval: Interval | null;
}

/** What a range written on the zone's clock means. */
export function readRange(text: RangeText, zone: string): RangeFilter {
  const result = resultOf(text, zone);
  return { text, interval: result?.kind === 'range' ? result.interval : null };
}

/** What is wrong with each bound, in words; nothing for a range that can be asked. */
export function rangeProblems(text: RangeText, zone: string): RangeProblems {
  const unread = (bound: string) => (parseMoment(bound) === null ? momentProblem(bound) : undefined);
  const result = resultOf(text, zone);
  if (result === null) return { from: unread(text.from), to: unread(text.to) };
  return result.kind === 'problem' ? { [result.field]: result.message } : {};
}

/** The ranges that have a button, on the zone's calendar at `now` (ms UTC); `since` is the first day of the history. */
export function rangePresets(now: number, zone: string, since: string): readonly RangePreset[] {
  return PRESETS.map((label) => ({ label, value: textOf(presetRange(label, now, zone, since)) }));
}

/** The range of the page when nobody has chosen one. */
export function defaultRange(now: number, zone: string, since: string): RangeText {
  return textOf(presetRange('Last 7 days', now, zone, since));
}

function textOf({ from, to }: { readonly from: Moment; readonly to: Moment }): RangeText {
  return { from: serializeMoment(from), to: serializeMoment(to) };
}

function resultOf({ from, to }: RangeText, zone: string) {
  const [start, end] = [parseMoment(from), parseMoment(to)];
  return start === null || end === null ? null : rangeToInterval(start, end, zone);
}
