import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';

import {
  formatDateTime,
  formatDateTimeExact,
  formatIsoLocal,
  instantOf,
  isShownTwice,
  offsetAt,
  wallOf,
} from './zoned-time';

const QUARTER_HOUR = 900_000;
const DAY = 86_400_000;
// A day more on either side, so that every wall clock of 2026 is met in every zone.
const FIRST = Date.UTC(2025, 11, 31);
const LAST = Date.UTC(2027, 0, 2);

const ZONES = [
  'UTC',
  'America/New_York',
  'America/Havana',
  'America/St_Johns',
  'Europe/London',
  'Europe/Berlin',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Apia',
];

/** Temporal's wall clock (as if UTC, ms) in every quarter hour, and the inverse of that by looking: wall to all its instants. */
function readTemporal(zone: string): {
  texts: Map<number, string>;
  walls: Map<number, number>;
  instants: Map<number, number[]>;
} {
  const texts = new Map<number, string>();
  const walls = new Map<number, number>();
  const instants = new Map<number, number[]>();
  for (let at = FIRST; at < LAST; at += QUARTER_HOUR) {
    const truth = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
    const wall = at + truth.offsetNanoseconds / 1e6;
    texts.set(at, new Date(wall).toISOString().slice(0, -1) + truth.offset);
    walls.set(at, wall);
    instants.set(wall, [...(instants.get(wall) ?? []), at]);
  }
  return { texts, walls, instants };
}

describe(`in a process whose own zone is ${process.env['TZ'] ?? 'not set'}`, () => {
  it('really runs in that zone', () => {
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(process.env['TZ']);
    const january = new Date(2026, 0, 1);
    expect(0 - january.getTimezoneOffset() * 60_000).toBe(offsetAt(january.getTime(), process.env['TZ'] ?? ''));
  });

  it.each(ZONES)('agrees with Temporal in every quarter hour of 2026: %s', (zone) => {
    const { texts, walls, instants } = readTemporal(zone);
    const mistakes: string[] = [];
    for (const [at, wall] of walls) {
      if (wallOf(at, zone) !== wall) mistakes.push(`${at} has wall ${wallOf(at, zone)}, not ${wall}`);
      const text = formatIsoLocal(at, zone);
      if (text !== texts.get(at)) mistakes.push(`${at} is written ${text}, not ${texts.get(at)}`);
      const words = formatDateTime(at, zone);
      if (!words.startsWith(`${Number(text.slice(8, 10))} `) || !words.endsWith(` ${text.slice(11, 19)}`)) {
        mistakes.push(`${at} is ${text}, but in words ${words}`);
      }
    }
    const twice = [...walls].filter(([, wall]) => (instants.get(wall)?.length ?? 0) > 1).map(([at]) => at);
    expect([...walls.keys()].filter((at) => isShownTwice(at, zone))).toEqual(twice);
    // With its clock beside it, a time shown twice is two texts.
    expect(new Set(twice.map((at) => formatDateTimeExact(at, zone))).size).toBe(twice.length);
    // Every wall clock of the year, shown or skipped: skipped ones mean the next instant that is shown at all.
    for (let wall = LAST - DAY, next: number[] = []; wall >= FIRST + DAY; wall -= QUARTER_HOUR) {
      const shown = instants.get(wall);
      if (shown !== undefined) next = shown;
      const expected = shown === undefined ? [Math.min(...next)] : shown;
      const earlier = instantOf(wall, zone, 'earlier');
      const later = instantOf(wall, zone, 'later');
      if (earlier !== Math.min(...expected) || later !== Math.max(...expected)) {
        mistakes.push(`${new Date(wall).toISOString()} is ${earlier} to ${later}, not ${expected.join(' and ')}`);
      }
    }
    expect(mistakes).toEqual([]);
  });
});
