import { afterAll, expect, it } from 'vitest';

import { newTally, Theatre } from './play';

const theatre = new Theatre();
afterAll(() => theatre.close());

const SEED = 20_261_122;
const TRIALS = 60;

// Half a minute alone, and several on a busy machine.
it(
  'no verdict is wrong and none lacks its reason, whatever the vendors do: the same trials each time',
  { timeout: 600_000 },
  async () => {
    const tally = newTally();
    for (let trial = 0; trial < TRIALS; trial += 1) await theatre.play(SEED + trial, tally);
    expect(tally.wrong).toEqual([]);
    expect(tally.trials).toBe(TRIALS);
    // All three words come up, or the trials prove nothing.
    expect(Object.keys(tally.verdicts).toSorted()).toEqual(['could-not-check', 'not-found', 'opted-out']);
  },
);
