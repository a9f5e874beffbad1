import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, vi } from 'vitest';

import { instantOf, offsetAt, prepareZone, zoneNameAt } from './zoned-time';

const FIRST = Temporal.Instant.from('1973-01-01T00:00Z');
const LAST = Date.UTC(2040, 0, 1);

/** Zones whose changes are close together, of odd sizes, given up, or across the date line. */
const ODD_ZONES = [
  'Africa/Cairo',
  'Africa/Casablanca',
  'Africa/El_Aaiun',
  'America/Argentina/San_Luis',
  'America/Boa_Vista',
  'America/Caracas',
  'America/Recife',
  'America/Sao_Paulo',
  'Antarctica/Casey',
  'Antarctica/Troll',
  'Asia/Hebron',
  'Asia/Pyongyang',
  'Australia/Lord_Howe',
  'Europe/Istanbul',
  'Europe/Moscow',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Fiji',
  'Pacific/Kwajalein',
];

/** What is wrong around one change: the offsets on both sides, and a wall clock that was skipped or shown twice. */
function mistakesAt(change: number, zone: string, before: number, after: number): string[] {
  const middle = change + (before + after) / 2;
  const [earlier, later] = after > before ? [change, change] : [middle - before, middle - after];
  const right =
    offsetAt(change - 1, zone) === before &&
    offsetAt(change, zone) === after &&
    instantOf(middle, zone, 'earlier') === earlier &&
    instantOf(middle, zone, 'later') === later;
  return right ? [] : [new Date(change).toISOString()];
}

describe('offsetAt and instantOf', () => {
  it.each(ODD_ZONES)('are right on both sides of every change from 1973 to 2040: %s', (zone) => {
    const mistakes: string[] = [];
    let changes = 0;
    let at = FIRST.toZonedDateTimeISO(zone);
    for (;;) {
      const next = at.getTimeZoneTransition('next');
      if (next === null || next.epochMilliseconds > LAST) break;
      const [before, after] = [at.offsetNanoseconds / 1e6, next.offsetNanoseconds / 1e6];
      mistakes.push(...mistakesAt(next.epochMilliseconds, zone, before, after));
      changes += 1;
      at = next;
    }
    expect(mistakes).toEqual([]);
    expect(changes).toBeGreaterThan(0);
  });

  it('keep the offset of their bounds outside 1973 to 2199, so that nothing is lost there either', () => {
    const zone = 'Africa/Monrovia';
    expect(offsetAt(Date.UTC(1900, 0, 1), zone)).toBe(0);
    expect(instantOf(Date.UTC(1900, 0, 1), zone, 'earlier')).toBe(Date.UTC(1900, 0, 1));
    expect(offsetAt(8.64e15, 'Asia/Kathmandu')).toBe(20_700_000);
    expect(offsetAt(-8.64e15, 'Asia/Tokyo')).toBe(32_400_000);
  });

  it('refuse what is no zone and no instant', () => {
    expect(() => offsetAt(0, 'Mars/Olympus')).toThrow(RangeError);
    expect(() => offsetAt(Number.NaN, 'UTC')).toThrow(RangeError);
    expect(() => instantOf(Number.NaN, 'Europe/Berlin', 'later')).toThrow(RangeError);
  });
});

describe('zoneNameAt', () => {
  it.each([
    ['America/Los_Angeles', '2026-07-01T00:00Z', 'PDT'],
    ['Australia/Sydney', '2026-01-01T00:00Z', 'AEDT'],
    ['Australia/Sydney', '2026-07-01T00:00Z', 'AEST'],
    ['Europe/London', '2026-07-01T00:00Z', 'BST'],
    ['Europe/London', '2026-01-01T00:00Z', 'GMT'],
    ['Europe/Berlin', '2026-07-01T00:00Z', 'CEST'],
    ['Asia/Kathmandu', '2026-07-01T00:00Z', 'GMT+5:45'],
    ['UTC', '2026-07-01T00:00Z', 'UTC'],
  ])('says what people there call it, whatever the language of the process: %s %s', (zone, iso, name) => {
    expect(zoneNameAt(Date.parse(iso), zone)).toBe(name);
  });

  it('says the same of one instant as of many around it', () => {
    const instants = Array.from({ length: 40 }, (_, index) => Date.UTC(2015, 0, 1) + index * 9 * 86_400_000);
    const first = instants.map((at) => zoneNameAt(at, 'Australia/Hobart'));
    expect(instants.map((at) => zoneNameAt(at, 'Australia/Hobart'))).toEqual(first);
    expect(new Set(first)).toEqual(new Set(['AEDT', 'AEST']));
    expect(first[0]).toBe('AEDT');
    expect(first[20]).toBe('AEST');
  });

  it('asks the browser little for the few instants of a page', () => {
    const asked = vi.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts');
    zoneNameAt(Date.UTC(2011, 5, 1), 'America/Denver');
    zoneNameAt(Date.UTC(2011, 5, 1), 'America/Denver');
    expect(asked.mock.calls.length).toBeLessThan(5);
    asked.mockRestore();
  });

  it('follows a name that changes while the offset stays', () => {
    expect(zoneNameAt(Date.UTC(2016, 7, 1), 'Europe/Istanbul')).toBe('EEST');
    expect(zoneNameAt(Date.UTC(2016, 9, 1), 'Europe/Istanbul')).not.toBe('EEST');
    expect(zoneNameAt(Date.UTC(2016, 7, 1), 'Europe/Istanbul')).toBe('EEST');
  });
});

describe('prepareZone', () => {
  it('leaves nothing to be asked of the browser by what shows a time of today', async () => {
    const at = Date.UTC(2026, 10, 21);
    await prepareZone(at, 'Asia/Kathmandu');
    const asked = vi.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts');
    expect(zoneNameAt(at, 'Asia/Kathmandu')).toBe('GMT+5:45');
    expect(offsetAt(at + 86_400_000, 'Asia/Kathmandu')).toBe(20_700_000);
    expect(asked).not.toHaveBeenCalled();
    zoneNameAt(at, 'Asia/Yangon');
    expect(asked).toHaveBeenCalled();
    asked.mockRestore();
  });

  it('refuses what is no zone', async () => {
    await expect(prepareZone(0, 'Mars/Olympus')).rejects.toThrow(RangeError);
  });
});
