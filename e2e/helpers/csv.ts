import { readFile } from 'node:fs/promises';

import type { Download } from '@playwright/test';

/** A strict RFC 4180 reader: throws on a bare quote, a bare CR or LF outside quotes, or text after a closing quote. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  for (;;) {
    const [cell, next] = text[at] === '"' ? quoted(text, at) : plain(text, at);
    row.push(cell);
    if (text[next] === ',') {
      at = next + 1;
      continue;
    }
    rows.push(row);
    if (next >= text.length) return rows;
    if (text.slice(next, next + 2) !== '\r\n') throw new Error(`Expected CRLF at ${next}`);
    at = next + 2;
    if (at >= text.length) return rows;
    row = [];
  }
}

function plain(text: string, from: number): readonly [string, number] {
  let at = from;
  while (at < text.length && text[at] !== ',' && text[at] !== '\r' && text[at] !== '\n') {
    if (text[at] === '"') throw new Error(`Bare quote at ${at}`);
    at += 1;
  }
  if (text[at] === '\n') throw new Error(`Bare LF at ${at}`);
  return [text.slice(from, at), at];
}

function quoted(text: string, from: number): readonly [string, number] {
  let cell = '';
  let at = from + 1;
  for (;;) {
    const end = text.indexOf('"', at);
    if (end < 0) throw new Error(`Quote opened at ${from} is never closed`);
    cell += text.slice(at, end);
    if (text[end + 1] !== '"') return [cell, end + 1];
    cell += '"';
    at = end + 2;
  }
}

/** A downloaded CSV: its name, whether it began with the UTF-8 BOM, and its rows as objects by column name. */
export async function readCsv(download: Download) {
  const bytes = await readFile(await download.path());
  const bom = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]));
  const [columns = [], ...cells] = parseCsv(bytes.subarray(bom ? 3 : 0).toString('utf8'));
  const rows = cells.map((row) => {
    if (row.length !== columns.length) throw new Error(`A row has ${row.length} cells, the header ${columns.length}`);
    return Object.fromEntries(columns.map((name, index) => [name, row[index] ?? '']));
  });
  return { name: download.suggestedFilename(), bom, columns, rows };
}
