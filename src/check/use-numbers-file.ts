import { useCallback, useState } from 'react';

import type { TableFile } from '../lib/table-file';

/** What became of the file a person added. */
export type NumbersFileState =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'unreadable'; readonly name: string; readonly message: string }
  | { readonly kind: 'lines'; readonly name: string }
  | { readonly kind: 'table'; readonly name: string; readonly table: TableFile; readonly column: number };

export interface NumbersFile {
  readonly state: NumbersFileState;
  readonly read: (files: readonly File[]) => Promise<void>;
  readonly choose: (column: number) => void;
}

/** One cell a line: a line break inside a cell must not make two rows of it. */
function columnText(table: TableFile, column: number): string {
  return table
    .cells(column)
    .map((cell) => cell.replace(/[\r\n]+/g, ' '))
    .join('\n');
}

/** Reads a `.csv` or `.txt` in the browser, never sending it anywhere, and fills the box with its phone column. */
export function useNumbersFile(defaultCountry: string, onLines: (text: string) => void): NumbersFile {
  const [state, setState] = useState<NumbersFileState>({ kind: 'none' });

  const read = useCallback(
    async (files: readonly File[]) => {
      const [file] = files;
      if (file === undefined) return;
      setState({ kind: 'reading', name: file.name });
      try {
        const { readTableFile } = await import('../lib/table-file');
        const bytes = new Uint8Array(await file.arrayBuffer());
        const content = await readTableFile(bytes, file.name, defaultCountry, { signal: new AbortController().signal });
        if (content.kind === 'unreadable') return setState({ ...content, name: file.name });
        if (content.kind === 'lines') {
          onLines(content.text);
          return setState({ kind: 'lines', name: file.name });
        }
        onLines(columnText(content, content.phoneColumn));
        setState({ kind: 'table', name: file.name, table: content, column: content.phoneColumn });
      } catch {
        const message = 'The browser could not read this file. Choose it again, or paste its numbers into the box.';
        setState({ kind: 'unreadable', name: file.name, message });
      }
    },
    [defaultCountry, onLines],
  );

  const choose = useCallback(
    (column: number) => {
      if (state.kind !== 'table') return;
      onLines(columnText(state.table, column));
      setState({ ...state, column });
    },
    [onLines, state],
  );

  return { state, read, choose };
}
