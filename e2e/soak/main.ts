import { setMaxListeners } from 'node:events';

import { newTally, Theatre } from './play';

const MOST_SHOWN = 10;
/** Trials side by side, each on lists of its own: most of a trial is waiting. */
const LANES = 4;

/**
 * Plays so many trials, the first of them from `seed`, and prints what they came to; true when no verdict was wrong. Each trial has
 * a seed of its own, the next whole number, so that one that failed can be played alone.
 */
export async function soak(seed: number, trials: number): Promise<boolean> {
  // Every request of a check listens to its one signal.
  setMaxListeners(0);
  const tally = newTally();
  const started = Date.now();
  let next = 0;
  let shown = 0;
  const lane = async () => {
    const theatre = new Theatre();
    for (let index = next++; index < trials; index = next++) {
      await theatre.play((seed + index) >>> 0, tally);
      for (const wrong of tally.wrong.slice(shown, MOST_SHOWN)) console.error(wrong);
      shown = tally.wrong.length;
      if (tally.trials % 250 === 0) console.log(`${tally.trials} of ${trials} trials, ${tally.wrong.length} wrong`);
    }
    await theatre.close();
  };
  await Promise.all(Array.from({ length: Math.min(LANES, trials) }, lane));
  const { checks, verdicts, wrong } = tally;
  const words = Object.entries(verdicts).map(([word, count]) => `${count} ${word}`);
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(
    `${new Date().toISOString()}: seed ${seed}, ${trials} trials, ${checks} checks, verdicts: ${words.join(', ')}; trials with a wrong one: ${wrong.length}; ${seconds} s`,
  );
  return wrong.length === 0;
}
