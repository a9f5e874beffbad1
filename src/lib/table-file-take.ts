import { readPiece } from './phone';
import { hasDigit, withoutThousands } from './phone-text';
import { callingCodeOf, codesBefore, msisdns, withCode } from './table-file-codes';
import { evenly, type TableColumn } from './table-file-columns';
import { createBreather } from './yield';

/** What one column of a table gives for the box, and what of the table it leaves out. */
export interface TakenColumn {
  /**
   * One per record of the file and in its order, so that lines of the box are rows of the table; empty where the record has
   * nothing in the column. The heading among them is empty when it has a digit that could be taken for a number.
   */
  readonly lines: readonly string[];
  /** Records, without the heading and blank ones. */
  readonly records: number;
  /** How many of them have nothing in the column. */
  readonly blank: number;
  /** Headings of columns with other phone numbers than those taken. */
  readonly others: readonly string[];
  /** The column whose codes stand before the numbers now; not certain: numbers are asked with and without. Null without one. */
  readonly codes: { readonly name: string; readonly certain: boolean } | null;
}

interface Table {
  readonly records: readonly (readonly string[])[];
  /** Index of the record with the headings; -1 without one. */
  readonly heading: number;
  readonly columns: readonly TableColumn[];
  readonly defaultCountry: string;
}

const MOST_ROWS_COMPARED = 400;

/** Takes a column, by its index, out of a table. Rejects with the signal's reason when aborted. */
export async function takeColumn(table: Table, column: number, signal: AbortSignal): Promise<TakenColumn> {
  const { records, heading, columns, defaultCountry } = table;
  const breathe = createBreather();
  const before = codesBefore(columns, column);
  const lines: string[] = [];
  let filled = 0;
  let blank = 0;
  let used = false;
  for (const [index, record] of records.entries()) {
    await breathe();
    signal.throwIfAborted();
    // A line break inside a cell must not make two rows of it.
    const cell = withoutThousands((record[column] ?? '').replace(/[\r\n]+/g, ' '));
    if (index <= heading) {
      // A title above the heading is nothing to ask for, unless it may be a broken number.
      const isTitle = index < heading && !hasDigit(cell);
      lines.push(isTitle || isNumberedHeading(cell) ? '' : cell);
      continue;
    }
    const codes = before?.columns.map((one) => callingCodeOf(record[one.index] ?? '')) ?? [];
    const line = before === null ? cell : withCode(cell, codes, defaultCountry, before);
    if (line !== cell) used = true;
    lines.push(line);
    if (record.every((one) => one.trim() === '')) continue;
    filled += 1;
    if (cell.trim() === '') blank += 1;
  }
  return {
    lines,
    records: filled,
    blank,
    others: await othersThan(table, column, signal),
    codes:
      before !== null && used
        ? { name: before.columns.map(({ name }) => name).join(', '), certain: before.certain }
        : null,
  };
}

/** Names of the columns that have, in some record, a number which is not the one taken. */
async function othersThan(table: Table, column: number, signal: AbortSignal): Promise<readonly string[]> {
  const { records, heading, columns, defaultCountry } = table;
  const breathe = createBreather();
  const others = columns.filter(({ index, mayBePhones }) => mayBePhones && index !== column);
  const names = new Set<string>();
  for (const record of evenly(records.slice(heading + 1), MOST_ROWS_COMPARED)) {
    const own = msisdns(readPiece(record[column] ?? '', defaultCountry));
    for (const { index, name } of others) {
      await breathe();
      signal.throwIfAborted();
      const numbers = names.has(name) ? [] : msisdns(readPiece(record[index] ?? '', defaultCountry));
      if (numbers.length > 0 && !numbers.some((number) => own.includes(number))) names.add(name);
    }
  }
  return others.map(({ name }) => name).filter((name) => names.has(name));
}

/** `Phone 2`: not to be taken for a number. A broken number in the first record must be seen, so many digits are no heading. */
function isNumberedHeading(cell: string): boolean {
  return hasDigit(cell) && /\p{L}/u.test(cell) && cell.replace(/\P{Nd}/gu, '').length < 5;
}
