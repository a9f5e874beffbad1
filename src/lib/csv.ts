export { csvFileName } from './csv-file-name';
import { wellFormed } from './well-formed';
import { createBreather } from './yield';

/** One column of a CSV file. `free` text comes from people or vendors and is guarded against formulas; `ours` is made by us. */
export interface CsvColumn<Row> {
  readonly name: string;
  readonly kind: 'free' | 'ours';
  readonly text: (row: Row) => string;
}

export interface CsvContext {
  readonly signal?: AbortSignal;
  /** Rows written so far, after every chunk. */
  readonly onProgress?: (rows: number) => void;
}

const ROWS_PER_CHUNK = 2000;
const ROWS_PER_BREATH = 100;

/** The byte order mark, by which spreadsheets know UTF-8. */
const BOM = '\uFEFF';

/** How a formula can begin, by OWASP's page "CSV Injection". */
const FORMULA = /^[=+\-@\t\r\n]/u;

/** What of ours may begin like one: a number written with its sign. */
const SIGNED_NUMBER = /^[+-][\d ().-]*$/u;

/**
 * Writes rows as CSV (RFC 4180: commas, CRLF, quotes where needed, header row; UTF-8 with BOM) in chunks of about 2,000 rows,
 * so that memory holds one chunk; lets the page breathe in between. The first chunk begins with the BOM and the header, and
 * comes even without rows. Throws the signal's reason when cancelled.
 */
export async function* csvChunks<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: Iterable<Row> | AsyncIterable<Row>,
  { signal, onProgress }: CsvContext,
): AsyncGenerator<string> {
  const breathe = createBreather();
  let chunk = BOM + record(columns.map((column) => column.name));
  let written = 0;
  signal?.throwIfAborted();
  for await (const row of rows) {
    chunk += record(columns.map((column) => cellText(column.kind, column.text(row))));
    written += 1;
    if (written % ROWS_PER_BREATH === 0) {
      await breathe();
      signal?.throwIfAborted();
    }
    if (written % ROWS_PER_CHUNK === 0) {
      onProgress?.(written);
      yield chunk;
      chunk = '';
    }
  }
  signal?.throwIfAborted();
  onProgress?.(written);
  if (chunk !== '') yield chunk;
}

function record(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(text: string): string {
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The text of a cell: lone surrogates become U+FFFD (UTF-8 cannot hold them), NULs go (readers end a cell there), and what could
 * start a formula gets a `'` in front. A cell of ours that begins so without being a number is a vendor's text after all.
 */
export function cellText(kind: 'free' | 'ours', text: string): string {
  const clean = /[\0\p{Surrogate}]/u.test(text) ? wellFormed(text.replaceAll('\0', '')) : text;
  if (!FORMULA.test(clean)) return clean;
  return kind === 'ours' && SIGNED_NUMBER.test(clean) ? clean : `'${clean}`;
}
