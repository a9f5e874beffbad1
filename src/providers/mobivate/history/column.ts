type Block = Float64Array | Uint32Array | Uint16Array;

const BLOCK_BITS = 14;
/** Cells of one block. Small enough that adding a block never stalls the page, large enough that a million cells are 62 blocks. */
export const BLOCK_SIZE = 1 << BLOCK_BITS;
const IN_BLOCK = BLOCK_SIZE - 1;

/** A growing column of numbers in typed arrays. It grows by whole blocks, so nothing already stored is ever copied. */
export class Column<Kind extends Block> {
  readonly #makeBlock: (length: number) => Kind;
  readonly #blocks: Kind[] = [];
  #length = 0;

  /** `makeBlock` decides the type of the cells, e.g. `(length) => new Float64Array(length)`. */
  constructor(makeBlock: (length: number) => Kind) {
    this.#makeBlock = makeBlock;
  }

  get length(): number {
    return this.#length;
  }

  /** Appends a cell and returns its index. */
  push(value: number): number {
    const index = this.#length;
    if ((index & IN_BLOCK) === 0) this.#blocks.push(this.#makeBlock(BLOCK_SIZE));
    this.#length = index + 1;
    this.set(index, value);
    return index;
  }

  /** The cell at an index below `length`. */
  get(index: number): number {
    // Both lookups are inside: callers only hold indexes that push() returned.
    return (this.#blocks[index >>> BLOCK_BITS] as Kind)[index & IN_BLOCK] as number;
  }

  /** Overwrites the cell at an index below `length`. */
  set(index: number, value: number): void {
    (this.#blocks[index >>> BLOCK_BITS] as Kind)[index & IN_BLOCK] = value;
  }
}

/** A column of doubles: 8 bytes a cell. */
export function doubles(): Column<Float64Array> {
  return new Column((length) => new Float64Array(length));
}

/** A column of whole numbers up to 2^32 - 1: 4 bytes a cell. */
export function words(): Column<Uint32Array> {
  return new Column((length) => new Uint32Array(length));
}

/** A column of whole numbers up to 65,535: 2 bytes a cell. */
export function halfWords(): Column<Uint16Array> {
  return new Column((length) => new Uint16Array(length));
}
