import { useCallback, useRef, useState } from 'react';

import type { TableFile, TakenColumn } from '../lib/table-file';
import { withLineFeeds } from './box-text';
import { PAGE_WORDS } from './page-words';

/** What became of the file a person added. */
export type NumbersFileState =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'unreadable'; readonly name: string; readonly message: string }
  | { readonly kind: 'lines'; readonly name: string }
  | {
      readonly kind: 'table';
      readonly name: string;
      readonly table: TableFile;
      readonly column: number;
      readonly taken: TakenColumn;
    };

export interface NumbersFile {
  /** `none` again once the box holds something else: what is said of the file is said of what it put there. */
  readonly state: NumbersFileState;
  readonly read: (files: readonly File[]) => Promise<void>;
  readonly choose: (column: number) => Promise<void>;
  /** A file that could not be read is no news any more. */
  readonly forget: () => void;
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

  const turn = useRef(0);
  const read = useCallback(
    async (files: readonly File[]) => {
      const [file, ...more] = files;
      if (file === undefined) return;
      turn.current += 1;
      const own = turn.current;
      const refuse = (name: string, message: string) => {
        setFilled(text);
        setState({ kind: 'unreadable', name, message });
      };
      if (more.length > 0) return refuse(`${files.length} files`, PAGE_WORDS.file.oneAtATime);
      setState({ kind: 'reading', name: file.name });
      try {
        const { readTableFile, sizeProblem } = await import('../lib/table-file');
        const tooLarge = sizeProblem(file.size);
        if (tooLarge !== null) return refuse(file.name, tooLarge);
        const bytes = new Uint8Array(await file.arrayBuffer());
        const content = await readTableFile(bytes, file.name, defaultCountry, { signal: new AbortController().signal });
        const taken = content.kind === 'table' ? await content.take(content.phoneColumn) : null;
        // Another file has been added meanwhile.
        if (own !== turn.current) return undefined;
        if (content.kind === 'unreadable') return refuse(file.name, content.message);
        if (taken === null || content.kind !== 'table') {
          fill(content.kind === 'lines' ? content.text : '');
          return setState({ kind: 'lines', name: file.name });
        }
        fill(taken.lines.join('\n'));
        setState({ kind: 'table', name: file.name, table: content, column: content.phoneColumn, taken });
      } catch {
        if (own === turn.current) refuse(file.name, PAGE_WORDS.file.unreadable);
      }
    },
    [defaultCountry, fill, text],
  );

  const choose = useCallback(
    async (column: number) => {
      if (state.kind !== 'table') return;
      turn.current += 1;
      const own = turn.current;
      setState({ ...state, column });
      const taken = await state.table.take(column);
      if (own !== turn.current) return;
      fill(taken.lines.join('\n'));
      setState({ ...state, column, taken });
    },
    [fill, state],
  );

  const forget = useCallback(() => setState((now) => (now.kind === 'unreadable' ? NONE : now)), []);

  return { state: state.kind === 'reading' || filled === text ? state : NONE, read, choose, forget };
}
