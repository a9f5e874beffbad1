import documented from '../../../providers/mobivate/__fixtures__/list.json';
import { HOSTILE_TEXTS } from '../data/hostile-text';
import { drawInstants } from '../data/instants';
import { createCast, FIRST_EXTRA, numberOfPerson } from '../data/people';
import { createRandom, scatter, strideFor } from '../data/random';
import { createColumns, encodeMobile, insertRow, type MobivateData, type MobivateRow } from './columns';
import { createNotes } from './notes';

/** What a list is made from; the same options give the same list. `now` in ms UTC. */
export interface MobivateDataOptions {
  readonly now: number;
  readonly seed: number;
  /** How many opt-outs, the vendor's documented one among them. */
  readonly rows: number;
}

/** The vendor's own sample: it is on every list, word for word. Its number is not a valid one. */
export const DOCUMENTED_ROWS: readonly MobivateRow[] = documented;

/** `mobile` values that are not plain numbers of a possible length: whatever was once typed or imported. */
const ODD_MOBILES = [
  '12345678901234567890',
  '4477009001234567',
  '60500',
  '07700900123',
  '+447700900456',
  '0061491570006',
  'SHORTCODE',
  'anonymous',
  '555 303 9999',
];

const PEOPLE_ASKED_TWICE = 0.02;
const ID_STEP = 7;

/** Ids rise with time, but neighbours may have changed places. None equals the documented one. */
function fillIds(data: MobivateData, anchor: number, anchorPlace: number, random: () => number): void {
  for (let index = 0; index < data.length; index += 1) {
    const steps = index < anchorPlace ? index - anchorPlace : index - anchorPlace + 1;
    data.id[index] = anchor + steps * ID_STEP + 1 + Math.floor(random() * (ID_STEP - 1));
  }
  for (let index = 0; index < data.length; index += 1) {
    if (random() >= 0.05) continue;
    const other = Math.min(data.length - 1, index + 1 + Math.floor(random() * 50));
    const id = data.id[index] ?? 0;
    data.id[index] = data.id[other] ?? 0;
    data.id[other] = id;
  }
}

/** Gives chosen numbers and notes to rows spread over the whole list, each row at most once. */
function placeSpecialRows(data: MobivateData, seed: number, firstHostile: number): void {
  const cast = createCast(seed).flatMap(({ digits, on }) => on.filter((id) => id === 'mobivate').map(() => digits));
  const mobiles = [...cast, ...ODD_MOBILES];
  const count = Math.min(data.length, mobiles.length + HOSTILE_TEXTS.length);
  for (let special = 0; special < count; special += 1) {
    const place = Math.floor(((special + 0.5) * data.length) / count);
    const mobile = mobiles[special];
    if (mobile === undefined) data.note[place] = firstHostile + special - mobiles.length;
    else data.mobile[place] = encodeMobile(data, mobile);
  }
}

/**
 * Makes a Mobivate list: rhythm, bursts, notes, odd numbers, people who opted out twice, ids not strictly in time
 * order, and the documented sample. A million rows take about a second.
 */
export function createMobivateData({ now, seed, rows }: MobivateDataOptions): MobivateData {
  const random = createRandom(seed);
  const made = Math.max(0, rows - DOCUMENTED_ROWS.length);
  const notes = createNotes(random);
  const data = createColumns(made + 64, notes.texts);
  data.created.set(drawInstants(random, now, made));
  data.length = made;

  const sample = DOCUMENTED_ROWS[0];
  const anchorPlace = data.created.subarray(0, made).findIndex((created) => created > (sample?.created ?? 0));
  fillIds(data, sample?.id ?? 1_354_505_990, anchorPlace === -1 ? made : anchorPlace, random);

  const stride = strideFor(made);
  for (let index = 0; index < made; index += 1) {
    const again = random() < PEOPLE_ASKED_TWICE && index > 0;
    data.mobile[index] = again
      ? (data.mobile[Math.floor(random() * index)] ?? 0)
      : numberOfPerson(FIRST_EXTRA + ((index * stride) % made), seed);
    data.note[index] = notes.draw((data.created[index] ?? 0) - (data.created[index - 1] ?? 0));
    data.shuffle[index] = scatter(data.id[index] ?? 0, 0);
  }
  placeSpecialRows(data, seed, notes.firstHostile);
  for (const row of DOCUMENTED_ROWS) insertRow(data, row);
  return data;
}
