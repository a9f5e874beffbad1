import { describe, expect, it } from 'vitest';

import { MOMENT_HINT } from '../../../lib/date-range';
import { defaultRange, rangePresets, rangeProblems, readRange } from './range-filter';

describe('readRange', () => {
  it('includes the end day whole, on the clock of the zone', () => {
    const text = { from: '2026-11-01', to: '2026-11-21' };
    expect(readRange(text, 'Australia/Sydney')).toEqual({
      text,
      interval: { from: Date.UTC(2026, 9, 31, 13), to: Date.UTC(2026, 10, 21, 13) },
    });
  });

  it.each([
    [{ from: '2026-11-31', to: '2026-12-01' }, { from: '2026-11-31 is on no calendar: that month has 30 days.' }],
    [
      { from: '', to: '21/11/2026' },
      { from: MOMENT_HINT, to: MOMENT_HINT },
    ],
    [{ from: '2026-11-02', to: '2026-11-01' }, { to: 'The end lies before the start. Change one of them.' }],
  ])('asks nothing for %j and says why', (text, problems) => {
    expect(readRange(text, 'UTC').interval).toBeNull();
    expect(rangeProblems(text, 'UTC')).toEqual(problems);
  });

  it('finds nothing wrong with its own ranges', () => {
    const now = Date.UTC(2026, 10, 22, 12);
    for (const zone of ['Pacific/Auckland', 'America/New_York']) {
      const presets = rangePresets(now, zone, '2010-01-01');
      expect(presets.find(({ label }) => label === 'Last 7 days')?.value).toEqual(
        defaultRange(now, zone, '2010-01-01'),
      );
      for (const { value } of presets) expect(rangeProblems(value, zone)).toEqual({});
    }
  });
});
