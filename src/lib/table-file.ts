import { decodeFile, SAVE_AS_CSV } from './table-file-bytes';
import { describeColumns, readsAsNumber, type TableColumn } from './table-file-columns';
import { takeColumn, type TakenColumn } from './table-file-take';
import { readCsv } from './table-file-csv';
import { createBreather } from './yield';

export type { TableColumn } from './table-file-columns';
export type { TakenColumn } from './table-file-take';

/** A file with columns, one of which holds the phone numbers. */
export interface TableFile {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  /** Index of the column found to hold the phone numbers. */
  readonly phoneColumn: number;
  /** What a column, by its index, gives for the box. */
  readonly take: (column: number) => Promise<TakenColumn>;
}

export type FileContent =
  | TableFile
  /** Text to be put into the box as it is. */
  | { readonly kind: 'lines'; readonly text: string }
  /** `message` says in plain words what it is instead and what to do. */
  | { readonly kind: 'unreadable'; readonly message: string };

/** Larger files are no list that a person checks; reading them would take hundreds of megabytes. */
export const MOST_FILE_BYTES = 20_000_000;

/** How web pages begin, which some programs save as `.xls` or `.csv`: their numbers and ids stand between tags. */
const MARKUP = /^\s*<(?:!doctype|html|table|meta|\?xml)/i;

/** What to say of a file of so many bytes that is too large; null for one that can be read. */
export function sizeProblem(bytes: number): string | null {
  if (bytes <= MOST_FILE_BYTES) return null;
  return `This file has ${Math.ceil(bytes / 1_000_000)} MB; the most is 20 MB. Split it and add the parts.`;
}

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
  const tooLarge = sizeProblem(bytes.length);
  if (tooLarge !== null) return { kind: 'unreadable', message: tooLarge };
  const decoded = await decodeFile(bytes, signal);
  if (decoded.kind === 'unreadable') return decoded;
  const { text } = decoded;
  if (text.trim() === '') return { kind: 'unreadable', message: 'This file is empty.' };
  if (MARKUP.test(text)) return { kind: 'unreadable', message: `This is a web page or XML. ${SAVE_AS_CSV}` };
  const records = await readCsv(text, signal);
  if (records === null || !(await isTable(records, name, signal))) return { kind: 'lines', text };

  const heading = headingOf(records, defaultCountry);
  const { columns, phoneColumn } = await describeColumns(
    records[heading] ?? null,
    records.slice(heading + 1),
    defaultCountry,
    signal,
  );
  if (phoneColumn === null) return { kind: 'lines', text };
  return {
    kind: 'table',
    columns,
    phoneColumn,
    take: (column) => takeColumn({ records, heading, columns, defaultCountry }, column, signal),
  };
}

/** Records at the start among which the heading is looked for: a title and a date may stand above it. */
const MOST_ABOVE_NUMBERS = 10;

/** Index of the record with the headings: the fullest of those before the first number; -1 without one. */
function headingOf(records: readonly (readonly string[])[], defaultCountry: string): number {
  const isFilled = (cell: string): boolean => cell.trim() !== '';
  const start = records.slice(0, MOST_ABOVE_NUMBERS);
  const first = start.findIndex((record) => record.some((cell) => readsAsNumber(cell, defaultCountry)));
  const above = first < 0 ? start : start.slice(0, first);
  if (above.length === records.length) return records.length > 1 ? 0 : -1;
  const fullness = above.map((record) => record.filter(isFilled).length);
  return fullness.indexOf(Math.max(1, ...fullness));
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
