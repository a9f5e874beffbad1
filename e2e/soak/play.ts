import { drawTrial, SIZES, sizeOf, type Trial } from './draw';
import { drawnTruth } from './drawn-truth';
import { runTrial, type Outcome } from './trial';
import { readTruth, unlike, type Truths } from './truth';
import { DATA_ENDS, startWorld, type Size, type World } from './world';

interface Stage {
  readonly world: World;
  readonly truths: Truths;
}

/** What so many trials came to. */
export interface Tally {
  trials: number;
  checks: number;
  readonly verdicts: Record<string, number>;
  /** What was wrong, with the seed that shows it again. */
  readonly wrong: string[];
}

export function newTally(): Tally {
  return { trials: 0, checks: 0, verdicts: {}, wrong: [] };
}

/** The worlds of all sizes, each started when first needed and used for every trial of its size. */
export class Theatre {
  readonly #stages = new Map<Size, Promise<Stage>>();

  /** Plays the trial of a seed and enters what came of it. */
  async play(seed: number, tally: Tally): Promise<Trial> {
    const { world, truths } = await this.#stage(sizeOf(seed));
    const trial = drawTrial(seed, truths);
    const outcome = await runTrial(trial, world, truths);
    enter(tally, trial, outcome);
    return trial;
  }

  async close(): Promise<void> {
    for (const stage of this.#stages.values()) await (await stage).world.close();
  }

  #stage(size: Size): Promise<Stage> {
    const stage = this.#stages.get(size) ?? open(size);
    this.#stages.set(size, stage);
    return stage;
  }
}

/** The truth is known twice, as it was drawn and as the vendors tell it: the trials are only worth something where both are the same. */
async function open(size: Size): Promise<Stage> {
  const world = await startWorld(size);
  const truths = await readTruth(world.origin, world.config.vendors['textus']?.accounts ?? []);
  const differing = unlike(drawnTruth(size, DATA_ENDS), truths);
  if (differing.length > 0) throw new Error(`The lists as drawn and as told differ: ${differing.join(', ')}`);
  return { world, truths };
}

function enter(tally: Tally, trial: Trial, { wrong, checks, verdicts }: Outcome): void {
  tally.trials += 1;
  tally.checks += checks;
  for (const [word, count] of Object.entries(verdicts)) tally.verdicts[word] = (tally.verdicts[word] ?? 0) + count;
  if (wrong.length === 0) return;
  const { lines: _lines, ...story } = trial;
  tally.wrong.push(
    [
      `Trial of seed ${trial.seed} (alone: SOAK_SEED=${trial.seed} SOAK_TRIALS=1 npm run test:soak):`,
      ...wrong.slice(0, 5),
    ]
      .concat(JSON.stringify({ ...story, size: SIZES.indexOf(sizeOf(trial.seed)) }))
      .join('\n  '),
  );
}
