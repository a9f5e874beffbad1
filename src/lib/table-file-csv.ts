import Papa, { type Parser, type ParseResult } from 'papaparse';

import { delimiterOf } from './table-file-delimiter';
import { createBreather } from './yield';

const CHUNK_UNITS = 256 * 1024;
/** A quote that is never closed swallows the rest of the file: no cell is this long. */
const MOST_CHUNKS_WITHOUT_ROW = 3;

/**
 * Reads a text as CSV (RFC 4180, with comma, semicolon, tab or bar, found by itself or said by Excel's `sep=` line), chunk by
 * chunk so that the page stays alive. Records come in order with their cells as they are; blank lines are records of one empty
 * cell. Null when the quotes do not add up: then it is better read as plain lines. Rejects with the signal's reason when aborted.
 */
export async function readCsv(
  text: string,
  signal: AbortSignal,
  chunkUnits = CHUNK_UNITS,
): Promise<readonly (readonly string[])[] | null> {
  const named = /^\uFEFF?"?sep=([,;|\t])"?(?:\r\n|\r|\n)/i.exec(text);
  const body = named === null ? text : text.slice(named[0].length);
  const { newline, strayReturns } = lineEndOf(body);
  const breathe = createBreather();
  const records: string[][] = [];
  let broken = false;
  let idleChunks = 0;
  await new Promise<void>((resolve, reject) => {
    Papa.parse<string[]>(body, {
      newline,
      delimiter: named?.[1] ?? delimiterOf(body, newline),
      chunkSize: chunkUnits,
      chunk: ({ data, errors }: ParseResult<string[]>, parser: Parser) => {
        for (const record of data) records.push(strayReturns ? withoutReturn(record) : record);
        idleChunks = data.length === 0 ? idleChunks + 1 : 0;
        // The record cut by the end of the chunk comes again with the next one; what is wrong with it now is the cut.
        broken ||=
          errors.some(({ type, row = 0 }) => type === 'Quotes' && row < data.length) ||
          idleChunks > MOST_CHUNKS_WITHOUT_ROW;
        if (broken) {
          parser.abort();
          resolve();
          return;
        }
        parser.pause();
        breathe()
          .then(() => {
            signal.throwIfAborted();
            parser.resume();
          })
          .catch(reject);
      },
      complete: () => resolve(),
    });
  });
  return broken ? null : records;
}

const SAMPLE_UNITS = 64 * 1024;

/**
 * The line end outside quoted cells, which the library looks for within them too. Where files were pasted together and both LF
 * and CRLF occur, lines end at LF and leave a stray CR.
 */
function lineEndOf(text: string): { readonly newline: '\n' | '\r' | '\r\n'; readonly strayReturns: boolean } {
  const [unquoted = ''] = text
    .slice(0, SAMPLE_UNITS)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split('"', 1);
  const returns = /\r\n/.test(unquoted);
  if (/(?:^|[^\r])\n/.test(unquoted)) return { newline: '\n', strayReturns: returns };
  if (returns) return { newline: '\r\n', strayReturns: false };
  return { newline: unquoted.includes('\r') ? '\r' : '\n', strayReturns: false };
}

function withoutReturn(record: string[]): string[] {
  const last = record.at(-1);
  return last?.endsWith('\r') === true ? [...record.slice(0, -1), last.slice(0, -1)] : record;
}
