import { afterEach, describe, expect, it, vi } from 'vitest';

import { browserTimeZone, isTimeZone, timeZones } from './time-zones';

describe('isTimeZone', () => {
  it.each(['UTC', 'Australia/Sydney', 'Asia/Kolkata', 'Asia/Calcutta', 'America/Argentina/Buenos_Aires'])(
    'knows %s',
    (name) => {
      expect(isTimeZone(name)).toBe(true);
    },
  );

  it.each(['', '+05:30', '-0800', 'Z', 'Mars/Olympus', ' UTC', '../UTC', 'Australia/Sydney\u0000', '\u202EUTC'])(
    'refuses %j',
    (text) => {
      expect(isTimeZone(text)).toBe(false);
    },
  );
});

describe('timeZones', () => {
  it('lists zones to choose from: sorted, each once, all known, UTC and the present names among them', () => {
    const zones = timeZones();
    expect(zones).toEqual([...new Set(zones)].toSorted());
    expect(zones.filter((zone) => !isTimeZone(zone))).toEqual([]);
    expect(zones).toEqual(expect.arrayContaining(['UTC', 'Asia/Kolkata', 'Asia/Kathmandu', 'Europe/Kyiv']));
    expect(zones).not.toContain('Asia/Calcutta');
    expect(zones.length).toBeGreaterThan(400);
  });
});

describe('browserTimeZone', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each([
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['Australia/Sydney', 'Australia/Sydney'],
    ['+05:30', 'UTC'],
    ['Etc/Unknown', 'UTC'],
  ])('of a browser that says %s is %s', (said, zone) => {
    const options = { ...new Intl.DateTimeFormat().resolvedOptions(), timeZone: said };
    vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValueOnce(options);
    expect(browserTimeZone()).toBe(zone);
  });
});
