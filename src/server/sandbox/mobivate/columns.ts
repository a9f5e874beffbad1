import { scatter } from '../data/random';

/** One opt-out as Mobivate sends it; `created` is ms since the epoch, UTC. */
export interface MobivateRow {
  readonly id: number;
  readonly mobile: string;
  readonly note: string | null;
  readonly created: number;
}

/**
 * A list of opt-outs, rising by `created`, as columns: a million rows take 26 MB and a window is found by halving.
 * Rows `0 … length - 1` of each column count; the rest is room to grow.
 */
export interface MobivateData {
  length: number;
  created: Float64Array;
  id: Uint32Array;
  /** The digits as a number; a negative value `-1 - i` stands for `oddMobiles[i]`. */
  mobile: Float64Array;
  /** Place in `notes`. */
  note: Uint16Array;
  /** Where the row stands when the order is shuffled. */
  shuffle: Uint32Array;
  readonly notes: (string | null)[];
  readonly oddMobiles: string[];
}

const COLUMNS = ['created', 'id', 'mobile', 'note', 'shuffle'] as const;

/** Empty columns with room for `capacity` rows. */
export function createColumns(capacity: number, notes: readonly (string | null)[] = []): MobivateData {
  return {
    length: 0,
    created: new Float64Array(capacity),
    id: new Uint32Array(capacity),
    mobile: new Float64Array(capacity),
    note: new Uint16Array(capacity),
    shuffle: new Uint32Array(capacity),
    notes: [...notes],
    oddMobiles: [],
  };
}

/** The value of the `mobile` column for a text; texts that a number cannot hold are kept aside. */
export function encodeMobile(data: MobivateData, mobile: string): number {
  if (/^[1-9]\d{0,14}$/.test(mobile)) return Number(mobile);
  const known = data.oddMobiles.indexOf(mobile);
  return -1 - (known === -1 ? data.oddMobiles.push(mobile) - 1 : known);
}

/** The row at a place, as the vendor sends it. */
export function rowAt(data: MobivateData, index: number): MobivateRow {
  const mobile = data.mobile[index] ?? 0;
  return {
    id: data.id[index] ?? 0,
    mobile: mobile < 0 ? (data.oddMobiles[-1 - mobile] ?? '') : String(mobile),
    note: data.notes[data.note[index] ?? 0] ?? null,
    created: data.created[index] ?? 0,
  };
}

/** First place whose `created` is at least `instant`; with `after`, the first that is later. */
export function placeOf(data: MobivateData, instant: number, after = false): number {
  let low = 0;
  let high = data.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const created = data.created[middle] ?? 0;
    if (created < instant || (after && created === instant)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Puts one row in its place by time, behind those of the same millisecond. */
export function insertRow(data: MobivateData, row: MobivateRow): void {
  if (data.length === data.created.length) {
    const grown = createColumns(Math.ceil(data.length * 1.1) + 16);
    for (const column of COLUMNS) {
      grown[column].set(data[column]);
      Object.assign(data, { [column]: grown[column] });
    }
  }
  const place = placeOf(data, row.created, true);
  for (const column of COLUMNS) data[column].copyWithin(place + 1, place, data.length);
  const known = data.notes.indexOf(row.note);
  data.created[place] = row.created;
  data.id[place] = row.id;
  data.mobile[place] = encodeMobile(data, row.mobile);
  data.note[place] = known === -1 ? data.notes.push(row.note) - 1 : known;
  data.shuffle[place] = scatter(row.id, 0);
  data.length += 1;
}

/** Takes the row at a place off the list. */
export function removeRow(data: MobivateData, place: number): void {
  if (place < 0 || place >= data.length) return;
  for (const column of COLUMNS) data[column].copyWithin(place, place + 1, data.length);
  data.length -= 1;
}

/** A copy of the list on which one number does not stand. */
export function withoutMobile(data: MobivateData, mobile: string): MobivateData {
  const odd = data.oddMobiles.indexOf(mobile);
  const value = odd === -1 ? Number(mobile) : -1 - odd;
  const copy: MobivateData = { ...createColumns(data.length, data.notes), oddMobiles: data.oddMobiles };
  for (let index = 0; index < data.length; index += 1) {
    if (data.mobile[index] === value) continue;
    for (const column of COLUMNS) copy[column][copy.length] = data[column][index] ?? 0;
    copy.length += 1;
  }
  return copy;
}
