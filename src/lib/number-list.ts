import type { NonEmpty } from './non-empty';
import { linesOf } from './number-lines';
import { piecesOf } from './number-pieces';
import { readPiece, type NumberProblem, type NumberReading, type Reading } from './phone';
import { codeCell, isSetBefore, readBehindCode, type CodeCell } from './phone-code-cell';
import { hasDigit } from './phone-text';
import { createBreather } from './yield';

/** One piece of the pasted text that was asked about, or that could not be. */
export type InputRow = {
  /** Physical line it stands on, from 1. */
  readonly line: number;
  /** The piece as typed, without outer white space. */
  readonly input: string;
} & (
  | {
      readonly kind: 'number';
      /** Ways to read it, preferred first. */
      readonly readings: NonEmpty<Reading>;
      /** Index in `rows` of the first row that asks the same; null for that first row itself. */
      readonly sameAs: number | null;
    }
  | { readonly kind: 'not-a-number'; readonly problem: NumberProblem }
);

export interface NumberList {
  /** ISO 3166 country that numbers without a country code were read in. */
  readonly country: string;
  /** In the order of the text. */
  readonly rows: readonly InputRow[];
  /** The first line when it has no digit and more lines follow: a heading, not a number. */
  readonly header: string | null;
}

export interface ReadingContext {
  readonly signal: AbortSignal;
  /** How many of the text's UTF-16 units have been read. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Reads a pasted text or file as a list of phone numbers. A line is split at commas, semicolons, tabs and bars; every piece with a
 * digit gives a row (or several, when it clearly holds several numbers), pieces without one are names and left out, and a line
 * with no digit at all is a row that is not a number. Blank lines give nothing but are counted. Rests for the event loop as it
 * goes; rejects with the signal's reason when aborted.
 */
export async function readNumberList(
  text: string,
  defaultCountry: string,
  context: ReadingContext,
): Promise<NumberList> {
  const { signal, onProgress } = context;
  const breathe = createBreather();
  const rows: InputRow[] = [];
  const firstRows = new Map<string, number>();
  let heading: { readonly line: number; readonly input: string } | null = null;
  for (const { number: line, content, end } of linesOf(text)) {
    await breathe();
    signal.throwIfAborted();
    if (line % LINES_PER_REPORT === 0) onProgress?.(end, text.length);
    if (BLANK.test(content)) continue;
    if (holdsNumber(content)) {
      let code: CodeCell | null = null;
      // A file's country code, which is a row only where no number stands right behind it.
      const held: Part[] = [];
      for (const piece of piecesOf(content)) {
        await breathe();
        signal.throwIfAborted();
        const before = code;
        code = codeCell(piece, before);
        if (code !== null && isSetBefore(piece)) {
          held.push(...partsOf(piece.trim(), defaultCountry, before));
          continue;
        }
        for (const part of holdsNumber(piece) ? partsOf(piece.trim(), defaultCountry, before) : []) {
          if (part.reading.kind === 'number' && before !== null) held.length = 0;
          for (const one of [...held.splice(0), part]) rows.push(toRow(line, one, rows.length, firstRows));
          await breathe();
        }
      }
      for (const one of held) rows.push(toRow(line, one, rows.length, firstRows));
    } else if (rows.length === 0 && heading === null) {
      heading = { line, input: content.trim() };
    } else {
      rows.push({ line, input: content.trim(), kind: 'not-a-number', problem: 'no-digits' });
    }
  }
  onProgress?.(text.length, text.length);
  // A heading of nothing is what the person typed.
  if (heading !== null && rows.length === 0)
    return {
      country: defaultCountry,
      rows: [{ ...heading, kind: 'not-a-number', problem: 'no-digits' }],
      header: null,
    };
  return { country: defaultCountry, rows, header: heading?.input ?? null };
}

const LINES_PER_REPORT = 256;
/** Nothing to be read: white space, invisible signs, separators and quotes of empty cells. */
const BLANK = /^[\s\p{Cf}\p{Cc},;|"，；｜、،؛]*$/u;
/** The `####` of a spreadsheet column too narrow for its number. */
const HASHES = /(?:^|[,;|\t])\s*"?#{3,}"?\s*(?=[,;|\t]|$)/;
/** Two runs of ten digits and more with a gap between are never one number. */
const SURE_BORDER = /(?<=\d{10})\s+(?=\+?\d{10})/;
/** Longer pieces are cut at sure borders first, for a whole list may stand on one line. */
const LONG_PIECE = 200;

function holdsNumber(text: string): boolean {
  return hasDigit(text) || HASHES.test(text);
}

interface Part {
  readonly text: string;
  readonly reading: NumberReading;
}

function* partsOf(piece: string, defaultCountry: string, code: CodeCell | null): Generator<Part> {
  for (const text of piece.length > LONG_PIECE ? piece.split(SURE_BORDER) : [piece]) {
    const reading = code === null ? readPiece(text, defaultCountry) : readBehindCode(text, defaultCountry, code);
    if (reading.kind !== 'several') yield { text, reading };
    else
      for (const part of reading.parts) yield { text: part.text, reading: { kind: 'number', readings: part.readings } };
  }
}

function toRow(line: number, { text, reading }: Part, index: number, firstRows: Map<string, number>): InputRow {
  if (reading.kind === 'not-a-number') return { line, input: text, ...reading };
  // Digits that were not understood may be another number's too, but are not answered alike.
  const asked = reading.readings.map(({ keys, possible }) => keys.join() + (possible ? '' : '?')).join(' ');
  const first = firstRows.get(asked);
  if (first === undefined) firstRows.set(asked, index);
  return { line, input: text, ...reading, sameAs: first ?? null };
}
