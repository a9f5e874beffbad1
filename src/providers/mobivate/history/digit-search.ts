import { digitsOf } from './number-key';
import { inStretches } from './radix-order';
import type { TextColumn } from './text-column';

/** Characters a number takes in the searched text: 15 digits at most, set to the right, and a blank that parts it from the last. */
const WIDTH = 16;
const WIDTH_BITS = 4;
const BLANK = 32;
const ZERO = 48;
const HALF = 1e8;

/** The marks of the digits looked for last: the rows of a page and its picture of time ask for the same ones. */
export class DigitMarks {
  readonly #column: TextColumn;
  #last: { readonly digits: string; readonly marks: Uint8Array } | null = null;

  constructor(column: TextColumn) {
    this.#column = column;
  }

  /** As `markContaining` gives them; not to be changed. Rejects with what `breathe` throws. */
  async containing(digits: string, count: number, breathe: () => Promise<void>): Promise<Uint8Array> {
    if (this.#last?.digits === digits && this.#last.marks.length === count) return this.#last.marks;
    const marks = await markContaining(this.#column, count, digits, breathe);
    this.#last = { digits, marks };
    return marks;
  }
}

/**
 * Marks the first `count` numbers of a column that contain these digits: 1 in a mark for each. The numbers are written into
 * one text of fixed width a stretch at a time and searched with the engine's own string search, about 40 ns each.
 */
async function markContaining(
  column: TextColumn,
  count: number,
  digits: string,
  breathe: () => Promise<void>,
): Promise<Uint8Array> {
  const marks = new Uint8Array(count);
  const decoder = new TextDecoder('latin1');
  let characters = new Uint8Array(0);
  await inStretches(count, breathe, (start, end) => {
    const length = (end - start) * WIDTH;
    if (characters.length !== length) characters = new Uint8Array(length);
    characters.fill(BLANK);
    for (let index = start; index < end; index += 1) write(column.code(index), characters, (index - start + 1) * WIDTH);
    const text = decoder.decode(characters);
    for (let at = text.indexOf(digits); at !== -1;) {
      const place = at >>> WIDTH_BITS;
      marks[start + place] = 1;
      at = text.indexOf(digits, (place + 1) << WIDTH_BITS);
    }
  });
  for (const [index, text] of column.odd) {
    if (index < count && digitsOf(text).includes(digits)) marks[index] = 1;
  }
  return marks;
}

/** Writes a number's digits so that the last stands just before `end`. Writes nothing for NaN. */
function write(code: number, characters: Uint8Array, end: number): void {
  if (Number.isNaN(code)) return;
  const high = Math.floor(code / HALF);
  const low = code - high * HALF;
  if (high === 0) writeDigits(low, 1, characters, end);
  else {
    writeDigits(low, 8, characters, end);
    writeDigits(high, 1, characters, end - 8);
  }
}

/** Writes at least `least` digits of a whole number below 2^31, the last just before `end`. */
function writeDigits(value: number, least: number, characters: Uint8Array, end: number): void {
  let rest = value | 0;
  for (let at = end - 1; rest > 0 || at >= end - least; at -= 1) {
    const tens = (rest / 10) | 0;
    characters[at] = ZERO + rest - tens * 10;
    rest = tens;
  }
}
