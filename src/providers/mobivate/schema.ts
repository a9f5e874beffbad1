import * as v from 'valibot';

import { writable } from '../../lib/writable';
import { createBreather } from '../../lib/yield';
import { readStored } from './stored-number';

/** One opt-out as Mobivate lists it, read at the edge. */
export interface MobivateRow {
  /** The vendor's id as text, so that no digit of a long one is lost. */
  readonly id: string;
  /** The number as given: international digits without `+` as a rule, but not always a valid number. */
  readonly mobile: string;
  /** How it came in: `MO`, `API` or free text; null when the record has none. */
  readonly note: string | null;
  /** Instant of the opt-out, ms since the epoch, UTC. */
  readonly created: number;
}

/**
 * A row of which the number could be read, but not the id or not the time. It proves that the number is on the list, and no more:
 * it is among the unreadable rows as well, so what it came for is not read whole.
 */
export interface NumberOnlyRow {
  readonly id: string | null;
  readonly mobile: string;
  readonly note: string | null;
  readonly created: number | null;
  /** The row as the vendor sent it; see `writable`. */
  readonly raw: unknown;
}

/** An answer as read: its rows in their order, and as text those that could not be read. Together they are all that came. */
export interface ParsedWindow {
  readonly rows: readonly MobivateRow[];
  readonly unreadable: readonly string[];
  /** Those of the unreadable rows that name a number all the same; left out when there are none. */
  readonly numberOnly?: readonly NumberOnlyRow[];
}

/** JSON numbers above this have lost digits before we see them. */
const exactInteger = v.pipe(v.number(), v.safeInteger());

/** The last instant a date can hold, ms either side of the epoch (ECMAScript, "Time Values"). */
const LAST_INSTANT = 8.64e15;

const id = v.union([v.pipe(v.string(), v.nonEmpty()), v.pipe(exactInteger, v.transform(String))]);
const created = v.pipe(
  v.union([exactInteger, v.pipe(v.string(), v.regex(/^-?\d{1,15}$/u), v.transform(Number))]),
  v.check((instant) => Math.abs(instant) <= LAST_INSTANT),
);

const rowSchema = v.object({
  id,
  mobile: v.union([
    v.pipe(
      v.string(),
      v.nonEmpty(),
      // A row that could be anybody's tells us nothing we can rely on.
      v.check((mobile) => readStored(mobile).kind !== 'unreadable'),
    ),
    v.pipe(exactInteger, v.minValue(0), v.transform(String)),
  ]),
  // Whatever the note is, the number beside it is on the list: a strange note must not cost us the row.
  note: v.pipe(v.nullish(v.unknown(), null), v.transform(textOf)),
  created,
});

const numberOnlySchema = v.object({
  ...rowSchema.entries,
  id: v.fallback(v.nullish(id, null), null),
  created: v.fallback(v.nullish(created, null), null),
});

function textOf(note: unknown): string | null {
  if (note === null || typeof note === 'string') return note;
  return JSON.stringify(writable(note));
}

const listSchema = v.array(v.unknown());

/** Unreadable rows are kept for people to look at, not to fill the page. */
const LONGEST_RAW = 500;

/** Reading a thousand rows takes a slow computer longer than a key may wait: the page has its turn after so many ms, looked at every so many rows. */
const BREATH_MS = 4;
const ROWS_A_BREATH = 50;

/**
 * Reads the body of `GET /addressbook/optout`: a bare array (VENDOR: list opt-outs). Rejects with valibot's `ValiError` for anything
 * else, the newer shapes `{records, total}` and `{results, matches}` among them. A row that cannot be read is kept as text, and
 * its number too when it has one.
 */
export async function parseWindow(body: unknown): Promise<ParsedWindow> {
  const rows: MobivateRow[] = [];
  const unreadable: string[] = [];
  const numberOnly: NumberOnlyRow[] = [];
  const breathe = createBreather(BREATH_MS);
  for (const [index, raw] of v.parse(listSchema, body).entries()) {
    if (index % ROWS_A_BREATH === ROWS_A_BREATH - 1) await breathe();
    const row = v.safeParse(rowSchema, raw);
    if (row.success) {
      rows.push(row.output);
      continue;
    }
    const shown = writable(raw);
    unreadable.push(JSON.stringify(shown).slice(0, LONGEST_RAW));
    const found = v.safeParse(numberOnlySchema, raw);
    if (found.success) numberOnly.push({ ...found.output, raw: shown });
  }
  return numberOnly.length === 0 ? { rows, unreadable } : { rows, unreadable, numberOnly };
}
