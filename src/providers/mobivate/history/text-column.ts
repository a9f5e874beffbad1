import { doubles } from './column';
import { hashDouble, hashText } from './hash';

/** Plain digits that a double keeps exactly: no leading zero, at most 15 of them. */
const PLAIN = /^[1-9]\d{0,14}$/;

/**
 * A lossless column of texts that are nearly always plain digits (MSISDNs, record ids): those are kept as doubles, 8 bytes
 * each; any other text (longer, with a leading zero, with a sign, not digits at all) goes to a side table as it is.
 */
export class TextColumn {
  readonly #codes = doubles();
  readonly #odd = new Map<number, string>();

  get length(): number {
    return this.#codes.length;
  }

  /** Entries that are not plain digits, in order of arrival, with their texts. */
  get odd(): ReadonlyMap<number, string> {
    return this.#odd;
  }

  /** Appends a text and returns its index. */
  push(text: string): number {
    const index = this.#codes.push(codeOf(text));
    if (Number.isNaN(this.#codes.get(index))) this.#odd.set(index, text);
    return index;
  }

  /** The text at an index, exactly as it was given. */
  text(index: number): string {
    return this.#odd.get(index) ?? String(this.#codes.get(index));
  }

  /** The number that stands for the text at an index; NaN when it is not plain digits. */
  code(index: number): number {
    return this.#codes.get(index);
  }

  /** Whether the text at an index is this one; `code` is `codeOf(text)`, so that a search computes it once. */
  matches(index: number, text: string, code: number): boolean {
    const own = this.#codes.get(index);
    return own === code || (Number.isNaN(own) && Number.isNaN(code) && this.#odd.get(index) === text);
  }

  /** Hash of the text at an index, the same as `hashOf` gives for the text itself. */
  hash(index: number): number {
    const code = this.#codes.get(index);
    return Number.isNaN(code) ? hashText(this.text(index)) : hashDouble(code);
  }
}

/** Plain digits as a number that keeps them all, NaN for every other text. */
export function codeOf(text: string): number {
  return PLAIN.test(text) ? Number(text) : Number.NaN;
}

/** Hash of a text as a `TextColumn` hashes it. */
export function hashOf(text: string, code: number): number {
  return Number.isNaN(code) ? hashText(text) : hashDouble(code);
}
