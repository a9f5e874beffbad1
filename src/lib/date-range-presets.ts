import { assertNever } from './assert-never';
import { dayOf, moveDay, type Moment } from './date-range-moment';

/** The ranges that have a button, by the names on the buttons. */
export const PRESETS = [
  'Today',
  'Yesterday',
  'Last 7 days',
  'Last 30 days',
  'This month',
  'Last month',
  'All time',
] as const;

export type Preset = (typeof PRESETS)[number];

/**
 * The days of a preset, both included, on the calendar of the zone at `now` (ms UTC). 'Last 7 days' are today and the six days
 * before; 'This month' ends today; 'All time' begins with `since` ('YYYY-MM-DD').
 */
export function presetRange(
  preset: Preset,
  now: number,
  zone: string,
  since: string,
): { readonly from: Moment; readonly to: Moment } {
  const [from, to] = presetDays(preset, dayOf(now, zone), since);
  return { from: { day: from, time: null }, to: { day: to, time: null } };
}

function presetDays(preset: Preset, today: string, since: string): readonly [from: string, to: string] {
  switch (preset) {
    case 'Today':
      return [today, today];
    case 'Yesterday':
      return [moveDay(today, -1), moveDay(today, -1)];
    case 'Last 7 days':
      return [moveDay(today, -6), today];
    case 'Last 30 days':
      return [moveDay(today, -29), today];
    case 'This month':
      return [firstOfMonth(today), today];
    case 'Last month': {
      const last = moveDay(firstOfMonth(today), -1);
      return [firstOfMonth(last), last];
    }
    case 'All time':
      return [since, today];
    default:
      return assertNever(preset);
  }
}

function firstOfMonth(day: string): string {
  return `${day.slice(0, 8)}01`;
}
