import { useCallback, useEffect, useRef, useState } from 'react';

import type { Interval } from '../../../lib/date-range';
import { nextTask } from '../../../lib/yield';
import type { LookupProgress } from '../../contract';
import type { Answer, AskOptions, Session } from '../session';
import type { ReadingState } from './reading-state';

/** Progress is drawn at most this often, ms. */
const REDRAW_MS = 120;

interface Entry {
  readonly interval: Interval;
  readonly state: ReadingState;
  /** Grows whenever the rows of the interval may have changed. */
  readonly revision: number;
}

const BEGINNING: ReadingState = { kind: 'reading', progress: null, elapsed: 0, kept: null };

type Ask = (options: AskOptions) => Promise<Answer>;

export interface Reading {
  readonly state: ReadingState;
  /** Changes whenever the rows may have changed. */
  readonly revision: number;
  /** Stops reading; what has been read until then is the answer. */
  readonly cancel: () => void;
  /** Reads the gaps of the answer, and nothing else. */
  readonly retry: () => void;
  /** Reads all of the interval again, whatever is known of it. */
  readonly readAgain: () => void;
}

/**
 * Keeps an interval read: asks the session whenever another interval is chosen and gives up the one before. Null asks nothing
 * and gives null. `interval` must keep its identity while it is the same.
 */
export function useReading(session: Session, interval: Interval | null): Reading | null {
  const [entry, setEntry] = useState<Entry | null>(null);
  const running = useRef<AbortController | null>(null);

  const begin = useCallback((interval: Interval, kept: Answer | null, ask: Ask) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const draw = (state: ReadingState, changed = true) => {
      if (running.current !== controller) return;
      setEntry((last) => ({ interval, state, revision: (last?.revision ?? 0) + (changed ? 1 : 0) }));
    };
    const beganAt = Date.now();
    draw({ kind: 'reading', progress: null, elapsed: 0, kept });
    const onProgress = throttled((progress: LookupProgress) => {
      if (controller.signal.aborted) return;
      draw({ kind: 'reading', progress, elapsed: Date.now() - beganAt, kept }, false);
    });
    // Not in the task in which the page is being drawn.
    nextTask()
      .then(() => ask({ signal: controller.signal, onProgress: onProgress.call }))
      .then((answer) => {
        onProgress.stop();
        // A second reading that was called off leaves the first one as good, and as old, as it was.
        const before = controller.signal.aborted ? wholeOf(kept) : null;
        draw({ kind: 'answered', answer: before ?? answer, readBefore: kept !== null });
      })
      .catch((error: unknown) => {
        onProgress.stop();
        // Only a bug of ours gets here: let the page say so.
        setEntry(() => {
          throw error;
        });
      });
  }, []);

  useEffect(() => {
    if (interval === null) return undefined;
    begin(interval, wholeOf(session.held(interval)), (options) => session.ensure(interval, options));
    return () => {
      const left = running.current;
      running.current = null;
      left?.abort();
    };
  }, [begin, session, interval]);

  if (interval === null) return null;
  const current = entry !== null && entry.interval === interval ? entry : null;
  const state = current?.state ?? BEGINNING;
  return {
    state,
    revision: current?.revision ?? -1,
    cancel: () => running.current?.abort(),
    retry: () => {
      if (state.kind !== 'answered' || state.answer.coverage.kind !== 'partial') return;
      const { coverage } = state.answer;
      begin(interval, state.answer, (options) => session.retry(coverage, options));
    },
    readAgain: () => {
      if (state.kind !== 'answered') return;
      begin(interval, state.answer, (options) => session.ensure(interval, { ...options, fresh: true }));
    },
  };
}

function wholeOf(answer: Answer | null): Answer | null {
  return answer?.coverage.kind === 'whole' ? answer : null;
}

/** Passes on the last value of every `REDRAW_MS`; nothing any more once stopped. */
function throttled<Value>(pass: (value: Value) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: Value;
  return {
    call: (value: Value) => {
      last = value;
      timer ??= setTimeout(() => {
        timer = undefined;
        pass(last);
      }, REDRAW_MS);
    },
    stop: () => clearTimeout(timer),
  };
}
