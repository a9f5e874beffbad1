import { describe, expect, it } from 'vitest';

import {
  formatDateTime,
  formatDateTimeWithZone,
  formatDay,
  formatIsoLocal,
  formatIsoUtc,
  formatOffset,
  formatUtc,
} from './zoned-time';

const INSTANT = Date.parse('2026-11-20T22:30:12.123Z');

describe('formats of an instant', () => {
  it('on the clock of a zone', () => {
    expect(formatDateTime(INSTANT, 'Australia/Sydney')).toBe('21 Nov 2026, 09:30:12');
    expect(formatDay(INSTANT, 'Australia/Sydney')).toBe('21 Nov 2026');
    expect(formatDay(INSTANT, 'America/New_York')).toBe('20 Nov 2026');
    expect(formatIsoLocal(INSTANT, 'Australia/Sydney')).toBe('2026-11-21T09:30:12.123+11:00');
    expect(formatIsoLocal(INSTANT, 'America/St_Johns')).toBe('2026-11-20T19:00:12.123-03:30');
    expect(formatIsoLocal(INSTANT, 'UTC')).toBe('2026-11-20T22:30:12.123+00:00');
  });

  it('in UTC', () => {
    expect(formatIsoUtc(INSTANT)).toBe('2026-11-20T22:30:12.123Z');
    expect(formatUtc(INSTANT)).toBe('20 Nov 2026, 22:30:12 UTC');
  });

  it('with the name of the zone where it has one, and always with its offset', () => {
    expect(formatDateTimeWithZone(INSTANT, 'Australia/Sydney')).toBe('21 Nov 2026, 09:30:12 AEDT (UTC+11:00)');
    expect(formatDateTimeWithZone(INSTANT, 'Europe/London')).toBe('20 Nov 2026, 22:30:12 GMT (UTC+00:00)');
    expect(formatDateTimeWithZone(INSTANT, 'Asia/Kathmandu')).toBe('21 Nov 2026, 04:15:12 UTC+05:45');
    expect(formatDateTimeWithZone(INSTANT, 'UTC')).toBe('20 Nov 2026, 22:30:12 UTC');
  });

  it('with short days, midnight as 00 and years before 1973 and before the epoch', () => {
    expect(formatDateTime(Date.UTC(2026, 2, 1), 'UTC')).toBe('1 Mar 2026, 00:00:00');
    expect(formatUtc(-1)).toBe('31 Dec 1969, 23:59:59 UTC');
  });

  it.each([0, 39_600_000, -12_600_000, 20_700_000, -34_200_000])('offset %d', (offset) => {
    const iso = `2026-06-01T00:00:00.000${formatOffset(offset)}`;
    expect(Date.UTC(2026, 5, 1) - Date.parse(iso)).toBe(offset);
  });

  it('refuse an instant that no date can hold', () => {
    expect(() => formatDateTime(1e17, 'UTC')).toThrow(RangeError);
    expect(() => formatIsoUtc(Number.NaN)).toThrow(RangeError);
    expect(() => formatUtc(Number.NaN)).toThrow(RangeError);
  });
});
