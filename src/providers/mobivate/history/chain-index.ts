import { words } from './column';

const FIRST_BUCKETS = 64;
const ENTRIES_PER_BUCKET = 2;

/**
 * A hash index over entries 0, 1, 2 … that grows with every entry instead of being rebuilt: linear hashing (Litwin 1980)
 * splits one bucket at a time, so no single insertion is ever dear. 6 bytes an entry. It stores no keys: the caller walks
 * the chain of a hash and compares.
 */
export class ChainIndex {
  readonly #hashOf: (entry: number) => number;
  /** First entry of each bucket plus one; 0 for an empty bucket. */
  readonly #heads = words();
  /** The entry after each entry in its bucket, plus one; 0 at the end. */
  readonly #nexts = words();
  /** Buckets at the start of this round of splitting; a power of two. */
  #round = FIRST_BUCKETS;
  /** The bucket to be split next. */
  #split = 0;

  /** `hashOf` gives the hash (any 32-bit integer, well mixed) of an entry already added. */
  constructor(hashOf: (entry: number) => number) {
    this.#hashOf = hashOf;
    for (let bucket = 0; bucket < FIRST_BUCKETS; bucket += 1) this.#heads.push(0);
  }

  /** Adds the next entry (its number is how many were added before) under its hash. */
  add(hash: number): void {
    const bucket = this.#bucketOf(hash);
    const entry = this.#nexts.push(this.#heads.get(bucket));
    this.#heads.set(bucket, entry + 1);
    if (entry >= this.#heads.length * ENTRIES_PER_BUCKET) this.#splitOne();
  }

  /** The first entry that may have this hash, or -1. */
  first(hash: number): number {
    return this.#heads.get(this.#bucketOf(hash)) - 1;
  }

  /** The entry after this one in the same chain, or -1. */
  next(entry: number): number {
    return this.#nexts.get(entry) - 1;
  }

  #bucketOf(hash: number): number {
    const bucket = hash & (this.#round - 1);
    return bucket < this.#split ? hash & (2 * this.#round - 1) : bucket;
  }

  #splitOne(): void {
    const low = this.#split;
    const bit = this.#round;
    const high = this.#heads.push(0);
    this.#split += 1;
    if (this.#split === this.#round) {
      this.#round *= 2;
      this.#split = 0;
    }
    let entry = this.#heads.get(low) - 1;
    this.#heads.set(low, 0);
    while (entry !== -1) {
      const next = this.next(entry);
      const bucket = (this.#hashOf(entry) & bit) === 0 ? low : high;
      this.#nexts.set(entry, this.#heads.get(bucket));
      this.#heads.set(bucket, entry + 1);
      entry = next;
    }
  }
}
