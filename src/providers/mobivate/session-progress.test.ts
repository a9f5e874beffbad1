import { describe, expect, it } from 'vitest';

import { ReadingProgress } from './session-progress';

const NOW = Date.UTC(2026, 10, 21, 12);

describe('ReadingProgress', () => {
  it('adds stretches up by their length and says it in words', () => {
    const stretches = [
      { from: Date.UTC(2010, 0, 1), to: Date.UTC(2010, 0, 4) },
      { from: Date.UTC(2026, 10, 21), to: Date.UTC(2026, 10, 22) },
    ];
    const progress = new ReadingProgress(stretches, NOW);
    expect(progress.start()).toEqual({
      fraction: null,
      requests: 0,
      rows: 0,
      words: 'Reading Mobivate, 1 Jan 2010 to now: 0 opt-outs so far',
      waitingUntil: null,
    });
    expect(progress.during(0, { covered: 0.5, requests: 2, rows: 1, waitingUntil: null })).toMatchObject({
      fraction: 0.375,
      words: 'Reading Mobivate, 1 Jan 2010 to now: 1 opt-out so far',
    });
    progress.during(0, { covered: 1, requests: 3, rows: 1200, waitingUntil: null });
    expect(progress.during(1, { covered: 0, requests: 1, rows: 34, waitingUntil: NOW + 5000 })).toEqual({
      fraction: 0.75,
      requests: 4,
      rows: 1234,
      words: 'Reading Mobivate, 1 Jan 2010 to now: 1,234 opt-outs so far',
      waitingUntil: NOW + 5000,
    });
    const short = { covered: 0, requests: 1, rows: 34, waitingUntil: NOW + 5000, waitReason: 'budget' } as const;
    // Why one waits is said beside the countdown, and once.
    expect(progress.during(1, short)).toMatchObject({
      words: 'Reading Mobivate, 1 Jan 2010 to now: 1,234 opt-outs so far',
      waitReason: 'budget',
    });
  });

  it('names the last day of a range that is over', () => {
    const november = [{ from: Date.UTC(2025, 10, 1), to: Date.UTC(2025, 11, 1) }];
    expect(new ReadingProgress(november, NOW).start().words).toContain('1 Nov 2025 to 30 Nov 2025');
  });
});
