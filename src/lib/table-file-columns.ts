import { readPiece } from './phone';
import { hasDigit } from './phone-text';
import { codeColumn, type CodeColumn } from './table-file-codes';
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
  /**
   * At least half of its cells are numbers, or under a heading of phones might be with a country code; and the heading does not name
   * them something else.
   */
  readonly mayBePhones: boolean;
  readonly codes: CodeColumn;
}

/** Rows looked at for filled cells, spread over the whole table. */
const MOST_ROWS_READ = 5000;
const MOST_CELLS_READ = 400;
const SAMPLE_CELLS = 3;
const FEWEST_NUMBERS = 0.5;
/** What a heading of phones is worth over digits whose area or country code may stand in another column. */
const SHARE_WITHOUT_CODE = 0.75;
const PHONE_NAME =
  /phone|mobile|\bcell|msisdn|\btel|handy|rufnummer|t[eé]l[eé]fono?|m[oó]vil|portable|recipient|\bsms\b|whatsapp|contact.?num/i;
/** Where texts go: of two columns that are equally phones, this one is asked about. */
const MOBILE_NAME = /mobile|\bcell|handy|m[oó]vil|portable|\bsms\b|whatsapp/i;
const WORTH_OF_MOBILE = 0.1;
/** What a column of phone numbers may be called, and of other numbers as well. */
const PERHAPS_PHONE_NAME = /^(?:numbers?|contact|nummer|n[uú]mero|num[eé]ro)$/i;
const NOT_PHONE_NAME =
  /\b(?:fax|zip|post ?code|created|updated|order|invoice|account|amount|price|customer|client|member|reference|ref|serial)\b/i;
/** Of a phone, and still no phone number: `phone_id`, `Telegram ID`, `mobile_verified_at`. */
const NEVER_PHONE_NAME = /(?:^|[\s_])(?:id|at|date|time|timestamp)$|\b(?:id|date|time)\b/i;
/** Written as only phone numbers are; with their country, they cannot be mistaken for another's. */
const PHONE_FORM = /^\W*(?:\+|00|\()\s*\d|^\d{3}[-. ]\d{3}[-. ]\d{4}$/;
const LONG_DIGITS = /\d(?:\W?\d){5}/;
const WITH_COUNTRY = /^[^\w+]*\+\s*\d/;

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
    let withCountry = 0;
    for (const cell of cells) {
      await breathe();
      signal.throwIfAborted();
      if (!readsAsNumber(cell, defaultCountry)) continue;
      numbers += 1;
      if (PHONE_FORM.test(cell)) inForm += 1;
      if (WITH_COUNTRY.test(cell)) withCountry += 1;
    }
    const name = heading?.[index]?.trim() ?? '';
    const share = cells.length === 0 ? 0 : numbers / cells.length;
    const hint = hintOf(name);
    const mayLackCode = hint === 1 && mostAre(cells, LONG_DIGITS);
    columns.push({
      index,
      name: name === '' ? `Column ${index + 1}` : name,
      share,
      sample: cells.slice(0, SAMPLE_CELLS),
      mayBePhones: hint >= 0 && (share >= FEWEST_NUMBERS || mayLackCode),
      codes: codeColumn(name, cells),
    });
    // A heading outweighs ids that happen to look like numbers, and so do numbers that all carry their country, which read the same
    // everywhere; the look of the cells and a name of mobile phones break ties, and the first of equals wins.
    const mobile = hint === 1 && MOBILE_NAME.test(name) ? WORTH_OF_MOBILE : 0;
    const looks = 0.25 * (inForm / cells.length) + (withCountry === cells.length ? 0.5 : 0);
    const believed = Math.max(share, mayLackCode ? SHARE_WITHOUT_CODE : 0);
    const score = believed === 0 ? 0 : believed + hint * 0.5 + mobile + looks;
    if (score > best) [best, phoneColumn] = [score, index];
  }
  return { columns, phoneColumn };
}

function mostAre(cells: readonly string[], form: RegExp): boolean {
  return cells.filter((cell) => form.test(cell)).length > cells.length * FEWEST_NUMBERS;
}

/** How far a heading speaks for phone numbers (1) or against (-1). */
function hintOf(name: string): number {
  if (NEVER_PHONE_NAME.test(name)) return -1;
  if (PHONE_NAME.test(name)) return 1;
  if (NOT_PHONE_NAME.test(name)) return -1;
  return PERHAPS_PHONE_NAME.test(name) ? 0.5 : 0;
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
export function evenly<Item>(items: readonly Item[], most: number): readonly Item[] {
  if (items.length <= most) return items;
  const step = items.length / most;
  return Array.from({ length: most }, (_, position) => Math.floor(position * step)).flatMap((at) =>
    items.slice(at, at + 1),
  );
}
