import { AREA_CODES } from '../../src/server/sandbox/data/area-codes';
import { createRandom, pick } from '../../src/server/sandbox/data/random';
import type { SandboxControl } from '../helpers/sandbox';
import { VENDOR_IDS, type VendorId } from './draw';
import { writeInSomeWay, type DrawnLine } from './draw-input';
import type { Truths } from './truth';

/** A number of our own making, and the lists it is put on: known before any vendor is asked. */
export interface Planted extends DrawnLine {
  readonly digits: string;
  readonly on: readonly VendorId[];
}

const COUNT = 6;
const PLACES: readonly [readonly VendorId[], ...(readonly VendorId[])[]] = [[], ['mobivate'], ['textus'], VENDOR_IDS];

/** American numbers of an exchange that no list of the sandbox has (its own is 555), none twice. */
export function drawPlanted(seed: number): readonly Planted[] {
  const random = createRandom(seed ^ 0x0556);
  return Array.from({ length: COUNT }, (_, index) => {
    const area = AREA_CODES[Math.floor(random() * AREA_CODES.length)] ?? 212;
    const digits = `1${area}556${index}${String(Math.floor(random() * 1000)).padStart(3, '0')}`;
    return { digits, on: pick(random, PLACES), text: writeInSomeWay(random, digits, 'US') };
  });
}

/** Puts them on their lists, as of `at`, ms UTC. */
export async function plant(sandbox: SandboxControl, planted: readonly Planted[], at: number): Promise<void> {
  for (const { digits, on } of planted) for (const id of on) await sandbox.addOptOut(id, { number: digits, at });
}

/** What the vendors tell otherwise of these numbers than was drawn: each with the vendor's name before it. */
export function toldOtherwise(planted: readonly Planted[], told: Truths): readonly string[] {
  return VENDOR_IDS.flatMap((id) =>
    planted.filter(({ digits, on }) => told[id].has(digits) !== on.includes(id)).map(({ digits }) => `${id} ${digits}`),
  );
}
