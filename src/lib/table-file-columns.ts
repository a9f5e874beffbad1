import { readPiece } from './phone';
import { hasDigit } from './phone-text';
import { createBreather } from './yield';

/** What is known of one column of a table. */
export interface TableColumn {
  /** From 0. */
  readonly index: number;
  /** Its heading, or `Column 3` when it has none. */
  readonly name: string;
  /** How many of its filled cells read as phone numbers, 0 to 1; measured on at most 400 of them. */
  readonly share: number;
  /** Its first filled cells, at most three. */
  readonly sample: readonly string[];
}

/** Rows looked at for filled cells, spread over the whole table. */
const MOST_ROWS_READ = 5000;
const MOST_CELLS_READ = 400;
const SAMPLE_CELLS = 3;
const PHONE_NAME =
  /phone|mobile|cell|msisdn|\btel|handy|rufnummer|t[eé]l[eé]fono?|m[oó]vil|portable|recipient|\bsms\b|whatsapp|contact.?num/i;
const NOT_PHONE_NAME =
  /\b(?:fax|id|zip|post ?code|date|time|created|updated|order|invoice|account|amount|price)\b|_(?:id|at)$/i;
/** Written as only phone numbers are. */
const PHONE_FORM = /^\W*(?:\+|00|\()\s*\d|^\d{3}[-. ]\d{3}[-. ]\d{4}$/;

/** Describes every column of a table and says which holds the phone numbers; null when none does. `rows` without the heading. */
export async function describeColumns(
  heading: readonly string[] | null,
  rows: readonly (readonly string[])[],
  defaultCountry: string,
  signal: AbortSignal,
): Promise<{ readonly columns: readonly TableColumn[]; readonly phoneColumn: number | null }> {
  const breathe = createBreather();
  const some = evenly(rows, MOST_ROWS_READ);
  const width = some.reduce((most, row) => Math.max(most, row.length), heading?.length ?? 0);
  const columns: TableColumn[] = [];
  let phoneColumn: number | null = null;
  let best = 0;
  for (let index = 0; index < width; index += 1) {
    const cells = filledCells(some, index);
    let numbers = 0;
    let inForm = 0;
    for (const cell of cells) {
      await breathe();
      signal.throwIfAborted();
      if (!readsAsNumber(cell, defaultCountry)) continue;
      numbers += 1;
      if (PHONE_FORM.test(cell)) inForm += 1;
    }
    const name = heading?.[index]?.trim() ?? '';
    const share = cells.length === 0 ? 0 : numbers / cells.length;
    columns.push({
      index,
      name: name === '' ? `Column ${index + 1}` : name,
      share,
      sample: cells.slice(0, SAMPLE_CELLS),
    });
    const hint = PHONE_NAME.test(name) ? 1 : NOT_PHONE_NAME.test(name) ? -1 : 0;
    // A heading outweighs ids that happen to look like numbers, and the look of the cells breaks ties; the first of equals wins.
    const score = share === 0 ? 0 : share + hint * 0.5 + (inForm / cells.length) * 0.25;
    if (score > best) [best, phoneColumn] = [score, index];
  }
  return { columns, phoneColumn };
}

/** True when the text is one number that some numbering plan knows, or several. */
export function readsAsNumber(text: string, defaultCountry: string): boolean {
  if (!hasDigit(text)) return false;
  const reading = readPiece(text, defaultCountry);
  return reading.kind === 'several' || (reading.kind === 'number' && reading.readings[0].possible);
}

/** Filled cells of a column, at most `MOST_CELLS_READ` of them. */
function filledCells(rows: readonly (readonly string[])[], index: number): readonly string[] {
  const cells = rows.map((row) => row[index]?.trim() ?? '').filter((cell) => cell !== '');
  return evenly(cells, MOST_CELLS_READ);
}

/** At most so many of the items, spread over all of them, the first among them. */
function evenly<Item>(items: readonly Item[], most: number): readonly Item[] {
  if (items.length <= most) return items;
  const step = items.length / most;
  return Array.from({ length: most }, (_, position) => Math.floor(position * step)).flatMap((at) =>
    items.slice(at, at + 1),
  );
}
