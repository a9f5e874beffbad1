import { useCallback, useState } from 'react';

import type { TableFile } from '../lib/table-file';
import { withLineFeeds } from './box-text';
import { PAGE_WORDS } from './page-words';

/** What became of the file a person added. */
export type NumbersFileState =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'unreadable'; readonly name: string; readonly message: string }
  | { readonly kind: 'lines'; readonly name: string }
  | { readonly kind: 'table'; readonly name: string; readonly table: TableFile; readonly column: number };

export interface NumbersFile {
  /** `none` again once the box holds something else: what is said of the file is said of what it put there. */
  readonly state: NumbersFileState;
  readonly read: (files: readonly File[]) => Promise<void>;
  readonly choose: (column: number) => void;
  /** A file that could not be read is no news any more. */
  readonly forget: () => void;
}

/** One cell a line: a line break inside a cell must not make two rows of it. */
function columnText(table: TableFile, column: number): string {
  return table
    .cells(column)
    .map((cell) => cell.replace(/[\r\n]+/g, ' '))
    .join('\n');
}

const NONE: NumbersFileState = { kind: 'none' };

/**
 * Reads a `.csv` or `.txt` in the browser, never sending it anywhere, and fills the box with its phone column. `text` is what
 * the box holds now.
 */
export function useNumbersFile(text: string, defaultCountry: string, onText: (text: string) => void): NumbersFile {
  const [state, setState] = useState<NumbersFileState>(NONE);
  const [filled, setFilled] = useState('');
  const fill = useCallback(
    (lines: string) => {
      const next = withLineFeeds(lines);
      setFilled(next);
      onText(next);
    },
    [onText],
  );

  const read = useCallback(
    async (files: readonly File[]) => {
      const [file] = files;
      if (file === undefined) return;
      setState({ kind: 'reading', name: file.name });
      try {
        const { readTableFile } = await import('../lib/table-file');
        const bytes = new Uint8Array(await file.arrayBuffer());
        const content = await readTableFile(bytes, file.name, defaultCountry, { signal: new AbortController().signal });
        if (content.kind === 'unreadable') {
          setFilled(text);
          return setState({ ...content, name: file.name });
        }
        if (content.kind === 'lines') {
          fill(content.text);
          return setState({ kind: 'lines', name: file.name });
        }
        fill(columnText(content, content.phoneColumn));
        setState({ kind: 'table', name: file.name, table: content, column: content.phoneColumn });
      } catch {
        setFilled(text);
        setState({ kind: 'unreadable', name: file.name, message: PAGE_WORDS.fileUnreadable });
      }
    },
    [defaultCountry, fill, text],
  );

  const choose = useCallback(
    (column: number) => {
      if (state.kind !== 'table') return;
      fill(columnText(state.table, column));
      setState({ ...state, column });
    },
    [fill, state],
  );

  const forget = useCallback(() => setState((now) => (now.kind === 'unreadable' ? NONE : now)), []);

  return { state: state.kind === 'reading' || filled === text ? state : NONE, read, choose, forget };
}
