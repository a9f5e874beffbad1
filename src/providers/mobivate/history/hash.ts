const double = new Float64Array(1);
const halves = new Uint32Array(double.buffer);

/** Mixes a 32-bit state with another 32-bit value, so that close inputs end far apart (the finaliser of MurmurHash3). */
export function mix(state: number, value: number): number {
  let hash = state ^ value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** Hash of a double by its bits. */
export function hashDouble(value: number): number {
  double[0] = value;
  return mix(mix(0x9e3779b9, halves[0] as number), halves[1] as number);
}

/** Hash of a text by its UTF-16 units. */
export function hashText(text: string): number {
  let hash = text.length;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash, 31) + text.charCodeAt(index);
  return mix(0x9e3779b9, hash);
}
