import { rowAt } from '../../src/server/sandbox/mobivate/columns';
import { createMobivateData } from '../../src/server/sandbox/mobivate/data';
import { createTextusData } from '../../src/server/sandbox/textus/data';
import { digitsOf, type Truths } from './truth';
import type { Size } from './world';

/** Seed of the sandbox unless told otherwise. */
const SANDBOX_SEED = 1;

/** What the lists were drawn to hold, asked of no vendor; `now`: where the data end, ms UTC. */
export function drawnTruth({ mobivate, textus }: Size, now: number): Truths {
  const data = createMobivateData({ now, seed: SANDBOX_SEED, rows: mobivate });
  const mobiles = Array.from({ length: data.length }, (_, index) => digitsOf(rowAt(data, index).mobile));
  const rows = createTextusData({ now, seed: SANDBOX_SEED, rows: textus });
  return { mobivate: new Set(mobiles), textus: new Set(rows.map(({ digits }) => digits)) };
}
