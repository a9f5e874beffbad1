import { useCallback, useEffect, useRef, useState } from 'react';

import { csvChunks, csvFileName } from '../../../lib/csv';
import { saveFile } from '../../../ui/download';
import { csvColumns } from '../csv';
import type { ListRequest } from '../list-state';
import { isPaused, isWhole, type ListView } from './list-view';
import { sortRows, type SortName } from './sort-rows';
import type { OptOutList } from './use-list';

/** Files of fewer rows are written before anybody could read how far they are. */
const WORTH_TELLING = 20_000;

/** Where the making of a file stands. */
export type DownloadState =
  | { readonly kind: 'idle' }
  /** The list is being read to its end first. */
  | { readonly kind: 'reading' }
  | { readonly kind: 'writing'; readonly written: number; readonly rows: number }
  | { readonly kind: 'saved'; readonly rows: number; readonly partial: boolean };

export interface CsvDownload {
  readonly state: DownloadState;
  readonly start: () => Promise<void>;
  readonly cancel: () => void;
}

/**
 * Saves every row of the list as CSV, not just those on screen: a list still being read is waited for, a paused one is read
 * on to its end. Where anything could be missing, the file's name says PARTIAL. (A list that was cut off is not asked for
 * again here: that is what Retry is for.) A whole list is written in the order of the table.
 */
export function useCsvDownload(
  { view, readOn }: OptOutList,
  request: ListRequest,
  zone: string,
  sort: SortName | null,
): CsvDownload {
  const [state, setState] = useState<DownloadState>({ kind: 'idle' });
  const current = useRef<AbortController | null>(null);
  useEffect(() => () => current.current?.abort(), []);

  const start = useCallback(async () => {
    current.current?.abort();
    const controller = new AbortController();
    const { signal } = controller;
    current.current = controller;
    let read = view;
    while (!signal.aborted && (read.reading || isPaused(read.state))) {
      setState({ kind: 'reading' });
      read = await readOn();
    }
    const saved = signal.aborted
      ? null
      : await save(
          { ...read, rows: sortRows(read.rows, isWhole(read) ? sort : null) },
          request,
          zone,
          signal,
          (written, rows) => setState({ kind: 'writing', written, rows }),
        );
    if (current.current === controller) setState(saved ?? { kind: 'idle' });
  }, [view, readOn, request, zone, sort]);

  const cancel = useCallback(() => current.current?.abort(), []);
  return { state, start, cancel };
}

/** Writes the rows on screen's reading; null when cancelled, or before anything is known. */
async function save(
  { source, rows, state }: ListView,
  { account, filter }: ListRequest,
  zone: string,
  signal: AbortSignal,
  onProgress: (written: number, rows: number) => void,
): Promise<DownloadState | null> {
  const coverage = source?.coverage ?? (state?.kind === 'failed' ? state.coverage : null);
  if (coverage === null) return null;
  const { asOf } = coverage.scope;
  // Rows kept from an earlier reading may no longer be the list's.
  const complete = coverage.kind === 'whole' && state === source;
  const chunks = csvChunks(csvColumns({ zone, complete, asOf }), rows, {
    signal,
    onProgress: (written) => {
      if (rows.length >= WORTH_TELLING) onProgress(written, rows.length);
    },
  });
  const outcome = await saveFile({
    // Numbers stay out of file names: names travel further than files.
    name: csvFileName(['textus-opt-outs', account, filter.kind === 'all' ? '' : filter.kind], {
      partial: !complete,
      asOf,
    }),
    type: 'text/csv;charset=utf-8',
    chunks,
    signal,
  }).catch((error: unknown) => {
    if (signal.aborted) return 'cancelled' as const;
    throw error;
  });
  return outcome === 'saved' ? { kind: 'saved', rows: rows.length, partial: !complete } : null;
}
