import { digitsOf, oddKey, plainKey } from './number-key';
import { byteOrder, inStretches, radixOrder } from './radix-order';
import type { Rows } from './rows';

type Breathe = () => Promise<void>;

/** All rows sorted once, retired ones among them, and kept until rows are appended: 4 bytes a row and order. */
export class Orders {
  readonly #rows: Rows;
  #time: Uint32Array = new Uint32Array(0);
  #number: Uint32Array = new Uint32Array(0);

  constructor(rows: Rows) {
    this.#rows = rows;
  }

  /** Row indexes by instant of the opt-out, earliest first, then in order of arrival. */
  async byTime(breathe: Breathe): Promise<Uint32Array> {
    const count = this.#rows.length;
    if (this.#time.length === count) return this.#time;
    const order = new Uint32Array(count);
    const keys = new Float64Array(count);
    const { created } = this.#rows;
    await inStretches(count, breathe, (start, end) => {
      for (let row = start; row < end; row += 1) {
        order[row] = row;
        keys[row] = created.get(row);
      }
    });
    this.#time = await radixOrder(order, keys, breathe);
    return this.#time;
  }

  /**
   * Row indexes by number as in a telephone book: by the digits from the left, the shorter of two first, so that countries
   * stay together; texts without digits last; records of one number by time.
   */
  async byNumber(breathe: Breathe): Promise<Uint32Array> {
    const byTime = await this.byTime(breathe);
    const count = byTime.length;
    if (this.#number.length === count) return this.#number;
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
    this.#number = await radixOrder(await byteOrder(order, lengths, breathe), digits, breathe);
    return this.#number;
  }

  /** The time order with the numbers that are not plain digits moved to the end, sorted there by their whole text. */
  async #oddLast(byTime: Uint32Array, breathe: Breathe): Promise<Uint32Array> {
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
