import { hasDigit } from './phone-text';
import { decodeFile } from './table-file-bytes';
import { describeColumns, readsAsNumber, type TableColumn } from './table-file-columns';
import { readCsv } from './table-file-csv';
import { createBreather } from './yield';

export type { TableColumn } from './table-file-columns';

/** A file with columns, one of which holds the phone numbers. */
export interface TableFile {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  /** Index of the column found to hold the phone numbers. */
  readonly phoneColumn: number;
  /**
   * The cells of a column, one per record of the file and in its order, so that lines of the box are rows of the table. The first
   * is the heading, or empty when the heading has a digit that could be taken for a number.
   */
  readonly cells: (column: number) => readonly string[];
}

export type FileContent =
  | TableFile
  /** Text to be put into the box as it is. */
  | { readonly kind: 'lines'; readonly text: string }
  /** `message` says in plain words what it is instead and what to do. */
  | { readonly kind: 'unreadable'; readonly message: string };

/** Larger files are no list that a person checks; reading them would take hundreds of megabytes. */
export const MOST_FILE_BYTES = 20_000_000;

/**
 * Reads a `.csv` or `.txt` for the box of phone numbers. It is a table when most of its records have the same two or more columns
 * and one of those reads as phone numbers; otherwise its lines go into the box. `name` only helps to tell a list of lines from a
 * table. Rejects with the signal's reason when aborted.
 */
export async function readTableFile(
  bytes: Uint8Array,
  name: string,
  defaultCountry: string,
  context: { readonly signal: AbortSignal },
): Promise<FileContent> {
  const { signal } = context;
  if (bytes.length > MOST_FILE_BYTES) {
    const size = Math.ceil(bytes.length / 1_000_000);
    return { kind: 'unreadable', message: `This file has ${size} MB; the most is 20 MB. Split it and add the parts.` };
  }
  const decoded = await decodeFile(bytes, signal);
  if (decoded.kind === 'unreadable') return decoded;
  const { text } = decoded;
  if (text.trim() === '') return { kind: 'unreadable', message: 'This file is empty.' };
  const records = await readCsv(text, signal);
  if (records === null || !(await isTable(records, name, signal))) return { kind: 'lines', text };

  const [first = [], ...others] = records;
  const headed = others.length > 0 && !first.some((cell) => readsAsNumber(cell, defaultCountry));
  const { columns, phoneColumn } = await describeColumns(
    headed ? first : null,
    headed ? others : records,
    defaultCountry,
    signal,
  );
  if (phoneColumn === null) return { kind: 'lines', text };
  return {
    kind: 'table',
    columns,
    phoneColumn,
    cells: (column) =>
      records.map((record, index) => {
        const cell = record[column] ?? '';
        return index === 0 && headed && isNumberedHeading(cell) ? '' : cell;
      }),
  };
}

/** `Phone 2`: not to be taken for a number. A broken number in the first record must be seen, so many digits are no heading. */
function isNumberedHeading(cell: string): boolean {
  return hasDigit(cell) && /\p{L}/u.test(cell) && cell.replace(/\P{Nd}/gu, '').length < 5;
}

/** How many of the filled records must have the usual number of cells: lists of people with one or two numbers each are no table. */
const EVEN_SHARE = 0.8;
const ROWS_PER_BREATH = 500;

async function isTable(records: readonly (readonly string[])[], name: string, signal: AbortSignal): Promise<boolean> {
  const breathe = createBreather();
  const widths = new Map<number, number>();
  let filled = 0;
  for (const [index, record] of records.entries()) {
    if (index % ROWS_PER_BREATH === 0) {
      await breathe();
      signal.throwIfAborted();
    }
    if (record.every((cell) => cell.trim() === '')) continue;
    filled += 1;
    widths.set(record.length, (widths.get(record.length) ?? 0) + 1);
  }
  const [width, count] = [...widths].toSorted(([, one], [, other]) => other - one)[0] ?? [0, 0];
  // One line of numbers with commas between is a list; so is a text file of a few lines.
  const fewest = /\.[ct]sv$/i.test(name) ? 2 : 3;
  return width >= 2 && filled >= fewest && count >= filled * EVEN_SHARE;
}
