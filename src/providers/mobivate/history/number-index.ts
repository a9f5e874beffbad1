import { ChainIndex } from './chain-index';
import { codeOf, hashOf, TextColumn } from './text-column';

/** A lossless column of numbers that can be asked, in about a microsecond, which of its entries hold a given one. */
export class NumberIndex {
  readonly column = new TextColumn();
  readonly #chains = new ChainIndex((entry) => this.column.hash(entry));

  /** Appends a number as text and returns its index. */
  push(text: string): number {
    const entry = this.column.push(text);
    this.#chains.add(this.column.hash(entry));
    return entry;
  }

  /** Calls `visit` with every entry that holds exactly this text, in no particular order. */
  find(text: string, visit: (entry: number) => void): void {
    const code = codeOf(text);
    for (let entry = this.#chains.first(hashOf(text, code)); entry !== -1; entry = this.#chains.next(entry)) {
      if (this.column.matches(entry, text, code)) visit(entry);
    }
  }
}
