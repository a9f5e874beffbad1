/** Bits sorted by in one pass, and the passes that cover the 64 bits of a double: three in each half. */
const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;
const PASSES = [0, 1].flatMap((half) => [0, DIGIT_BITS, 2 * DIGIT_BITS].map((shift) => ({ half, shift })));
/** Rows handled between two looks at the clock: about a millisecond of work. */
const STRETCH = 1 << 15;

/**
 * Sorts row indexes by a number each, lowest first; rows with equal numbers keep their order. `keys[i]` belongs to row i,
 * and `order` names every row once. A radix sort over the bits of the doubles (a pass in which all rows agree is skipped),
 * done in stretches: `breathe` is awaited between them and may throw to stop. Both arrays are used as working space.
 */
export async function radixOrder(
  order: Uint32Array,
  keys: Float64Array,
  breathe: () => Promise<void>,
): Promise<Uint32Array> {
  const bits = new Uint32Array(keys.buffer, keys.byteOffset, keys.length * 2);
  const counts = PASSES.map(() => new Uint32Array(DIGITS));
  await inStretches(keys.length, breathe, (start, end) => {
    makeSortable(bits, start, end);
    for (const [pass, { half, shift }] of PASSES.entries())
      tally(counts[pass] as Uint32Array, bits, half, shift, start, end);
  });
  let from = order;
  let to: Uint32Array = new Uint32Array(order.length);
  for (const [pass, { half, shift }] of PASSES.entries()) {
    const places = counts[pass] as Uint32Array;
    if (places.includes(order.length)) continue;
    countsToPlaces(places);
    await inStretches(order.length, breathe, (start, end) => {
      scatter(from, to, places, bits, half, shift, start, end);
    });
    [from, to] = [to, from];
  }
  return from;
}

/** The same by keys of one byte each (`keys[i]` belongs to row i), in one pass; `order` stays as it is. */
export async function byteOrder(
  order: Uint32Array,
  keys: Uint8Array,
  breathe: () => Promise<void>,
): Promise<Uint32Array> {
  const places = new Uint32Array(256);
  for (const key of keys) places[key] = (places[key] as number) + 1;
  if (places.includes(order.length)) return order;
  countsToPlaces(places);
  const to = new Uint32Array(order.length);
  await inStretches(order.length, breathe, (start, end) => {
    for (let index = start; index < end; index += 1) {
      const row = order[index] as number;
      const key = keys[row] as number;
      const place = places[key] as number;
      to[place] = row;
      places[key] = place + 1;
    }
  });
  return to;
}

/** Runs `work` over 0..length in stretches, awaiting `breathe` before each. */
export async function inStretches(
  length: number,
  breathe: () => Promise<void>,
  work: (start: number, end: number) => void,
): Promise<void> {
  for (let start = 0; start < length; start += STRETCH) {
    await breathe();
    work(start, Math.min(start + STRETCH, length));
  }
}

/** Changes the bits of doubles (low word, high word) so that their unsigned order is the order of the numbers. */
function makeSortable(bits: Uint32Array, start: number, end: number): void {
  for (let index = start; index < end; index += 1) {
    const high = bits[2 * index + 1] as number;
    // Negative numbers sort backwards by their bits: turn all of them over. The others only need to come after.
    if (high >>> 31 === 1) bits[2 * index] = ~(bits[2 * index] as number);
    bits[2 * index + 1] = high >>> 31 === 1 ? ~high : high | 0x80000000;
  }
}

function tally(counts: Uint32Array, bits: Uint32Array, half: number, shift: number, start: number, end: number): void {
  for (let index = start; index < end; index += 1) {
    const digit = ((bits[2 * index + half] as number) >>> shift) & (DIGITS - 1);
    counts[digit] = (counts[digit] as number) + 1;
  }
}

/** Turns how many rows have each digit into where the first of them goes. */
function countsToPlaces(counts: Uint32Array): void {
  let place = 0;
  for (let digit = 0; digit < DIGITS; digit += 1) {
    const count = counts[digit] as number;
    counts[digit] = place;
    place += count;
  }
}

function scatter(
  from: Uint32Array,
  to: Uint32Array,
  places: Uint32Array,
  bits: Uint32Array,
  half: number,
  shift: number,
  start: number,
  end: number,
): void {
  for (let index = start; index < end; index += 1) {
    const row = from[index] as number;
    const digit = ((bits[2 * row + half] as number) >>> shift) & (DIGITS - 1);
    const place = places[digit] as number;
    to[place] = row;
    places[digit] = place + 1;
  }
}
