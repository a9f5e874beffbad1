import { words } from './column';

/** A lossless column of texts of which there are few (notes): each distinct text is kept once, 4 bytes a row. */
export class DictionaryColumn {
  readonly #codes = words();
  readonly #texts: (string | null)[] = [];
  readonly #codeOf = new Map<string | null, number>();

  /** How many different texts there are, none among them. */
  get distinct(): number {
    return this.#texts.length;
  }

  /** Appends a text, or null for none. */
  push(text: string | null): void {
    let code = this.#codeOf.get(text);
    if (code === undefined) {
      code = this.#texts.push(text) - 1;
      this.#codeOf.set(text, code);
    }
    this.#codes.push(code);
  }

  /** The text at an index, exactly as it was given. */
  text(index: number): string | null {
    return this.#texts[this.#codes.get(index)] ?? null;
  }

  /** Stands for the text at an index: equal texts have equal codes, below `distinct`. */
  code(index: number): number {
    return this.#codes.get(index);
  }
}
