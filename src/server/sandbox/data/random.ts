/** A source of numbers in [0, 1), always the same for the same seed. */
export type Random = () => number;

/** Small seeded generator (the mulberry32 recurrence): good enough for made-up data, not for anything secret. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Scatters a whole number over 32 bits; the same number and seed always land on the same value. */
export function scatter(value: number, seed: number): number {
  let mixed = Math.imul((value ^ seed) >>> 0, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** One of the items; the list must not be empty. */
export function pick<const Items extends readonly [unknown, ...unknown[]]>(
  random: Random,
  items: Items,
): Items[number] {
  return items[Math.floor(random() * items.length)] ?? items[0];
}

/** A step through 0..count-1 that visits every place once: coprime with `count`. */
export function strideFor(count: number): number {
  return [7919, 7907, 7901, 7883].find((prime) => count % prime !== 0) ?? 1;
}
