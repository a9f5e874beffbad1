import { useCallback, useEffect, useRef, useState } from 'react';

import { csvChunks, csvFileName } from '../../../lib/csv';
import { saveFile } from '../../../ui/download';
import { csvColumns, csvRows } from '../csv';
import type { History, ViewQuery } from '../history';
import type { Coverage } from '../../contract';

/** Files of fewer rows are written before anybody could read how far they are. */
const WORTH_TELLING = 20_000;

export type CsvState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'writing'; readonly rows: number; readonly total: number }
  | { readonly kind: 'saved'; readonly rows: number; readonly name: string }
  | { readonly kind: 'cancelled' };

export interface CsvQuestion {
  readonly history: History;
  readonly query: ViewQuery;
  readonly coverage: Coverage;
  readonly zone: string;
  /** The range as chosen, for the file's name. */
  readonly range: { readonly from: string; readonly to: string };
}

/** Writes every row of a query to a file, in its order, while the page lives on. */
export function useCsv() {
  const [state, setState] = useState<CsvState>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const download = useCallback((question: CsvQuestion) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const draw = (next: CsvState) => {
      if (running.current === controller) setState(next);
    };
    write(question, controller.signal, draw).then(draw, (error: unknown) => {
      if (controller.signal.aborted) return draw({ kind: 'cancelled' });
      // Only a bug of ours gets here: let the page say so.
      setState(() => {
        throw error;
      });
    });
  }, []);

  const cancel = useCallback(() => running.current?.abort(), []);
  return { state, download, cancel };
}

async function write(
  { history, query, coverage, zone, range }: CsvQuestion,
  signal: AbortSignal,
  draw: (state: CsvState) => void,
): Promise<CsvState> {
  const complete = coverage.kind === 'whole';
  const { asOf } = coverage.scope;
  const view = await history.view(query, { signal });
  const facts = { zone, complete, searched: { from: query.from, to: query.to }, asOf };
  // No digits of a number go into the name: names travel further than files.
  const parts = ['mobivate-opt-outs', range.from, range.to, ...(query.digits === '' ? [] : ['found'])];
  const name = csvFileName(parts, { partial: !complete, asOf });
  const total = view.length;
  const onProgress = (rows: number) => {
    if (total >= WORTH_TELLING) draw({ kind: 'writing', rows, total });
  };
  onProgress(0);
  const chunks = csvChunks(csvColumns(facts), csvRows(history, view), { signal, onProgress });
  const outcome = await saveFile({ name, type: 'text/csv;charset=utf-8', chunks, signal });
  return outcome === 'saved' ? { kind: 'saved', rows: total, name } : { kind: 'cancelled' };
}
