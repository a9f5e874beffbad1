import { createBreather } from '../../../lib/yield';
import { digitsOf, oddKey, plainKey } from './number-key';
import { byteOrder, inStretches, radixOrder } from './radix-order';
import type { Rows } from './rows';

/**
 * An order kept until rows are appended, and made once for all who ask for it meanwhile. While rows come, those who ask wait for the one
 * under way and then share the next: however many give up, no more than one is made at a time.
 */
class Order {
  readonly #rows: Rows;
  readonly #sort: () => Promise<Uint32Array>;
  #made: Uint32Array = new Uint32Array(0);
  #making: Promise<void> | null = null;

  constructor(rows: Rows, sort: () => Promise<Uint32Array>) {
    this.#rows = rows;
    this.#sort = sort;
  }

  /** With every row that there is at the call, at least. Rejects only for a bug of ours. */
  async get(): Promise<Uint32Array> {
    const wanted = this.#rows.length;
    while (this.#made.length < wanted) {
      this.#making ??= this.#make();
      await this.#making;
    }
    return this.#made;
  }

  async #make(): Promise<void> {
    try {
      this.#made = await this.#sort();
    } finally {
      this.#making = null;
    }
  }
}

/** All rows sorted, retired ones among them: 4 bytes a row and order. Made in stretches that let the page live. */
export class Orders {
  readonly #rows: Rows;
  readonly #time: Order;
  readonly #number: Order;

  constructor(rows: Rows) {
    this.#rows = rows;
    this.#time = new Order(rows, () => this.#sortByTime(rows.length));
    this.#number = new Order(rows, () => this.#sortByNumber());
  }

  /** Row indexes by instant of the opt-out, earliest first, then in order of arrival. */
  async byTime(): Promise<Uint32Array> {
    return this.#time.get();
  }

  /**
   * Row indexes by number as in a telephone book: by the digits from the left, the shorter of two first, so that countries
   * stay together; texts without digits last; records of one number by time.
   */
  async byNumber(): Promise<Uint32Array> {
    return this.#number.get();
  }

  async #sortByTime(count: number): Promise<Uint32Array> {
    const breathe = createBreather();
    const order = new Uint32Array(count);
    const keys = new Float64Array(count);
    const { created } = this.#rows;
    await inStretches(count, breathe, (start, end) => {
      for (let row = start; row < end; row += 1) {
        order[row] = row;
        keys[row] = created.get(row);
      }
    });
    return radixOrder(order, keys, breathe);
  }

  async #sortByNumber(): Promise<Uint32Array> {
    const byTime = await this.byTime();
    const breathe = createBreather();
    const count = byTime.length;
    const order = await this.#oddLast(byTime, breathe);
    const digits = new Float64Array(count);
    const lengths = new Uint8Array(count);
    const { column } = this.#rows.numbers;
    await inStretches(count, breathe, (start, end) => {
      for (let row = start; row < end; row += 1) {
        const code = column.code(row);
        const key = Number.isNaN(code) ? oddKey(column.text(row)) : plainKey(code);
        digits[row] = key.digits;
        lengths[row] = key.length;
      }
    });
    return radixOrder(await byteOrder(order, lengths, breathe), digits, breathe);
  }

  /** The time order with the numbers that are not plain digits moved to the end, sorted there by their whole text. */
  async #oddLast(byTime: Uint32Array, breathe: () => Promise<void>): Promise<Uint32Array> {
    const { column } = this.#rows.numbers;
    const order = new Uint32Array(byTime.length);
    const odd: { row: number; digits: string; text: string }[] = [];
    let plain = 0;
    await inStretches(byTime.length, breathe, (start, end) => {
      for (let place = start; place < end; place += 1) {
        const row = byTime[place] as number;
        if (Number.isNaN(column.code(row))) {
          const text = column.text(row);
          odd.push({ row, digits: digitsOf(text), text });
        } else {
          order[plain] = row;
          plain += 1;
        }
      }
    });
    odd.sort((a, b) => compare(a.digits, b.digits) || compare(a.text, b.text));
    for (const [place, { row }] of odd.entries()) order[plain + place] = row;
    return order;
  }
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
