import type { Interval } from '../../../lib/date-range';
import { SHARED_WORDS } from '../../../lib/words';
import {
  formatDateTimeExact,
  formatDateTimeWithZone,
  formatDay,
  formatIsoUtc,
  formatUtc,
  offsetAt,
  wallOf,
} from '../../../lib/zoned-time';
import { countOf } from '../../../ui/counts';
import type { Coverage } from '../../contract';

export { timeLeftWords } from '../../../ui/time-left';

const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * An interval in the fewest words that are exact on the zone's clock: '1 Nov 2026 to 21 Nov 2026' for whole days, with times
 * where it has some, and their clocks where these change between them or show one of them twice; 'to now' where it goes on after the
 * reading (`asOf`, ms UTC) and does not begin after it.
 */
export function rangeWords(interval: Interval, zone: string, asOf: number): string {
  const wholeDays = isMidnight(interval.from, zone) && isMidnight(interval.to, zone);
  const goesOn = interval.from <= asOf && interval.to > asOf;
  const timeWords =
    !goesOn && offsetAt(interval.from, zone) !== offsetAt(interval.to, zone)
      ? formatDateTimeWithZone
      : formatDateTimeExact;
  const words = (instant: number) => (wholeDays ? formatDay : timeWords)(instant, zone);
  const from = words(interval.from);
  if (goesOn) return `${from} to now`;
  const to = words(wholeDays ? interval.to - 1 : interval.to);
  return from === to ? from : `${from} to ${to}`;
}

function isMidnight(instant: number, zone: string): boolean {
  return wallOf(instant, zone) % DAY === 0;
}

/** When something was read: 'read 12:04:10 UTC', with its day when that is not the day of `now` in UTC. */
export function readWords(asOf: number, now: number): string {
  const [clock] = formatIsoUtc(asOf).slice(11).split('.');
  return Math.floor(asOf / DAY) === Math.floor(now / DAY) ? `read ${clock} UTC` : `read ${formatUtc(asOf)}`;
}

/** How long ago an instant is: 'just now', '3 minutes ago', '2 hours ago'. */
export function ageWords(asOf: number, now: number): string {
  const minutes = Math.floor((now - asOf) / MINUTE);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${countOf(minutes, 'minute')} ago`;
  return `${countOf(Math.floor(minutes / 60), 'hour')} ago`;
}

interface SheetFacts {
  /** Of what is on the sheet; null while there is nothing. */
  readonly coverage: Pick<Coverage, 'kind' | 'scope'> | null;
  /** The reading is not over. */
  readonly running: boolean;
  readonly zone: string;
  /** Digits looked for; '' for none. */
  readonly digits: string;
  readonly sandbox: boolean;
}

/** What stands at the foot of every printed sheet: what was searched, whether whole, as of when. */
export function sheetWords({ coverage, running, zone, digits, sandbox }: SheetFacts): string {
  const pretend = sandbox ? `${SHARED_WORDS.sandboxData}. ` : '';
  if (coverage === null) return `${pretend}Mobivate: nothing was read.`;
  const { interval, asOf } = coverage.scope;
  const range = interval === null ? 'whole list' : rangeWords(interval, zone, asOf);
  const find = digits === '' ? '' : `, numbers that contain ${digits}`;
  const how = running ? 'still being read' : coverage.kind === 'whole' ? 'read whole' : 'read in part';
  return `${pretend}Mobivate, ${range} (${zone})${find}, ${how}, as of ${formatUtc(asOf)}`;
}
