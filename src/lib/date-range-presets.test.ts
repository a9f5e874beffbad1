import { describe, expect, it } from 'vitest';

import { PRESETS, presetRange, serializeMoment } from './date-range';

/** 1 March 2026, 00:30 in Sydney, still 28 February in New York. */
const NOW = Date.parse('2026-02-28T13:30Z');

function days(zone: string): Record<string, string> {
  return Object.fromEntries(
    PRESETS.map((preset) => {
      const { from, to } = presetRange(preset, NOW, zone, '2010-01-01');
      return [preset, `${serializeMoment(from)} to ${serializeMoment(to)}`];
    }),
  );
}

describe('presetRange', () => {
  it('counts days on the calendar of the zone', () => {
    expect(days('Australia/Sydney')).toEqual({
      Today: '2026-03-01 to 2026-03-01',
      Yesterday: '2026-02-28 to 2026-02-28',
      'Last 7 days': '2026-02-23 to 2026-03-01',
      'Last 30 days': '2026-01-31 to 2026-03-01',
      'This month': '2026-03-01 to 2026-03-01',
      'Last month': '2026-02-01 to 2026-02-28',
      'All time': '2010-01-01 to 2026-03-01',
    });
    expect(days('America/New_York')).toEqual({
      Today: '2026-02-28 to 2026-02-28',
      Yesterday: '2026-02-27 to 2026-02-27',
      'Last 7 days': '2026-02-22 to 2026-02-28',
      'Last 30 days': '2026-01-30 to 2026-02-28',
      'This month': '2026-02-01 to 2026-02-28',
      'Last month': '2026-01-01 to 2026-01-31',
      'All time': '2010-01-01 to 2026-02-28',
    });
  });
});
