import { words } from './column';
import { NumberIndex } from './number-index';

/**
 * Further digit strings under which rows answer, beside their own text: `4400111222` is stored as it came and answers to
 * its parsed form `440111222` too. Few rows have one, so they are kept apart, about 18 bytes each.
 */
export class Aliases {
  readonly #keys = new NumberIndex();
  readonly #rows = words();

  /** Makes a row answer to this key as well. */
  add(key: string, row: number): void {
    this.#keys.push(key);
    this.#rows.push(row);
  }

  /** Calls `visit` with every row that answers to this key by an alias, in no particular order. */
  find(key: string, visit: (row: number) => void): void {
    this.#keys.find(key, (entry) => {
      visit(this.#rows.get(entry));
    });
  }
}
