import { useCallback, useEffect, useRef, useState } from 'react';

import { serverRun, type ServerRun } from '../http/server-run';
import type { PublicConfig } from '../lib/public-config';
import { loadPart } from '../lib/load-part';
import { providers } from '../providers/index';
import { withLineFeeds } from './box-text';
import type { CheckRow } from './check-rows';
import type { Check } from './run-check';

/** Where the page's check stands. `rows` are drawn anew while it runs, at most a few times a second. */
export type CheckState =
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'reading-input'; readonly done: number; readonly total: number }
  | { readonly kind: 'nothing-to-check' }
  /** What reads the numbers could not be fetched from our own server. */
  | { readonly kind: 'not-loaded' }
  | {
      readonly kind: 'running' | 'finished';
      readonly check: Check;
      readonly rows: readonly CheckRow[];
      /** The first line, when it held no digit and was taken for a header. */
      readonly header: string | null;
    };

const loadAsking = () => loadPart(() => import('./asking'));
const loadReader = () => loadPart(() => import('../lib/number-list'));
type Asking = Awaited<ReturnType<typeof loadAsking>>;

/** How long what comes in is collected before it is drawn, ms: the longer the list, the dearer its layout. */
const redrawMs = (rows: number) => Math.min(1000, 150 + rows);

/**
 * The last question and its answers, so that a look at another page does not cost them. In memory only, gone with the page load:
 * numbers are never stored.
 */
const kept: {
  text: string;
  asked: string;
  state: CheckState;
  /** The check that runs now; null while none does. */
  running: Asked | null;
  /** What was asked before a restart of our server, still to be shown without its answers; null when it is. */
  left: Asked | null;
  /** The run of our server that all this is of. */
  run: ServerRun;
} = { text: '', asked: '', state: { kind: 'not-asked' }, running: null, left: null, run: serverRun() };

type Asked = Pick<Extract<CheckState, { check: Check }>, 'check' | 'header'>;

/** What is kept, as far as it still holds: after a restart of our server the questions stay, and no answer does. */
function keptState(): CheckState {
  const run = serverRun();
  if (kept.run === run) return kept.state;
  const last = kept.running ?? kept.left ?? (kept.state.kind === 'finished' ? kept.state : null);
  kept.run = run;
  kept.running = null;
  kept.left = last;
  kept.state = last === null ? { kind: 'not-asked' } : { kind: 'reading-input', done: 0, total: 0 };
  return kept.state;
}

/** What a restart has left, with the settings of now; null when there is nothing, or somebody asks something else meanwhile. */
async function leftByRestart(config: PublicConfig): Promise<CheckState | null> {
  const { left } = kept;
  if (left === null) return null;
  const asking = await loadAsking().catch(() => null);
  const check = asking?.withdrawn(left.check, config, Date.now());
  const rows = await check?.rowsInSteps();
  if (kept.left !== left) return null;
  kept.left = null;
  kept.state =
    check === undefined || rows === undefined
      ? { kind: 'not-loaded' }
      : { kind: 'finished', check, rows, header: left.header };
  return kept.state;
}

/** The text of the box, as it was left. */
export function useKeptText(): readonly [string, (text: string) => void] {
  const [text, setText] = useState(kept.text);
  const keep = useCallback((next: string) => {
    kept.text = withLineFeeds(next);
    setText(kept.text);
  }, []);
  return [text, keep];
}

/**
 * The state of one check, the text it was `asked` with, and what a person can do: ask, cancel, retry what could not be checked.
 * It is of one run of our server, whose settings `config` are: once that is over it ends without an answer, and the page is
 * to be drawn anew.
 */
export function useCheck(config: PublicConfig, defaultCountry: string) {
  const [state, setState] = useState(keptState);
  const [asked, setAsked] = useState(kept.asked);
  const [ownRun] = useState(serverRun);
  const abort = useRef<AbortController | null>(null);

  useEffect(() => {
    let gone = false;
    void leftByRestart(config).then((left) => {
      if (left !== null && !gone) setState(left);
    });
    return () => {
      gone = true;
    };
  }, [config]);

  useEffect(() => () => abort.current?.abort(), []);

  const run = useCallback(
    async ({ check, header }: Asked, { runCheck }: Asking, controller: AbortController) => {
      if (ownRun.over) return;
      kept.running = { check, header };
      let timer: ReturnType<typeof setTimeout> | null = null;
      let drawn = Promise.resolve();
      const drawNext = async (kind: 'running' | 'finished') => {
        if (ownRun.over) return;
        const next = { kind, check, rows: await check.rowsInSteps(), header } as const;
        if (ownRun.over) return;
        // A newer question may have been asked meanwhile: its answers are the ones to keep.
        if (kind === 'finished' && kept.running?.check === check) {
          kept.state = next;
          kept.running = null;
        }
        if (abort.current === controller) setState(next);
      };
      // One after another, so that what was drawn last is what was known last.
      const draw = (kind: 'running' | 'finished') => {
        if (timer !== null) clearTimeout(timer);
        timer = null;
        drawn = drawn.then(() => drawNext(kind));
        return drawn;
      };
      void draw('running');
      await runCheck(check, {
        signal: controller.signal,
        onChange: () => (timer ??= setTimeout(() => void draw('running'), redrawMs(check.list.rows.length))),
      });
      await draw('finished');
    },
    [ownRun],
  );

  const begin = useCallback(() => {
    abort.current?.abort();
    const controller = new AbortController();
    abort.current = controller;
    return controller;
  }, []);

  const ask = useCallback(
    async (text: string) => {
      const controller = begin();
      // What a restart has left and is not shown yet is given up.
      const before: CheckState = kept.left === null ? kept.state : { kind: 'not-asked' };
      const askedBefore = kept.asked;
      const remember = (question: string) => {
        kept.asked = withLineFeeds(question);
        setAsked(kept.asked);
      };
      remember(text);
      kept.state = { kind: 'not-asked' };
      kept.running = null;
      kept.left = null;
      // Nothing is read, and nothing said to be.
      if (text.trim() === '') return setState({ kind: 'nothing-to-check' });
      setState({ kind: 'reading-input', done: 0, total: 0 });
      // The phone number library is the dearest part of the page: it comes with the first question, not with the page.
      const parts = await Promise.all([loadAsking(), loadReader()]).catch(() => null);
      if (abort.current !== controller) return;
      if (parts === null) return setState({ kind: 'not-loaded' });
      const [asking, reader] = parts;
      const list = await reader
        .readNumberList(text, defaultCountry, {
          signal: controller.signal,
          onProgress: (done, total) => {
            if (!controller.signal.aborted) setState({ kind: 'reading-input', done, total });
          },
        })
        .catch((error: unknown) => {
          if (controller.signal.aborted) return null;
          throw error;
        });
      if (abort.current !== controller || ownRun.over) return;
      // Stopped before anything was asked: what was answered before still stands.
      if (list === null) {
        kept.state = before;
        remember(askedBefore);
        return setState(before);
      }
      if (list.rows.length === 0) return setState({ kind: 'nothing-to-check' });
      const check = new asking.Check(asking.toQuestions(list), providers, config, Date.now());
      await run({ check, header: list.header }, asking, controller);
    },
    [begin, config, defaultCountry, run, ownRun],
  );

  const retry = useCallback(async () => {
    if (state.kind !== 'finished') return;
    const controller = begin();
    const asking = await loadAsking().catch(() => null);
    if (abort.current !== controller) return;
    if (asking === null) return setState({ kind: 'not-loaded' });
    state.check.askAgain(Date.now());
    await run(state, asking, controller);
  }, [begin, run, state]);

  const cancel = useCallback(() => abort.current?.abort(), []);

  return { state, asked, ask, retry, cancel };
}
