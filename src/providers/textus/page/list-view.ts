import type { Failure } from '../../../lib/reason';
import { SHARED_WORDS } from '../../../lib/words';
import { formatDateTimeWithZone } from '../../../lib/zoned-time';
import type { ListState as ShownState, ReadingProgress } from '../../../table/list-state';
import { countOf, formatCount } from '../../../ui/counts';
import type { Coverage, OptOut, Scope } from '../../contract';
import { shownFailure } from '../ending';
import type { ListFilter, ListState } from '../list-state';

export type Finished = Extract<ListState, { kind: 'whole' | 'partial' }>;
export type PartialList = Extract<ListState, { kind: 'partial' }>;

/** What is known of a list at this moment, and what of it is on screen. */
export interface ListView {
  /** The list as last read, or as it is being read; undefined before the first word of it. */
  readonly state: ListState | undefined;
  readonly reading: boolean;
  readonly rows: readonly OptOut[];
  /** The reading that `rows` come from, once it has ended. */
  readonly source: Finished | null;
  /** The rows are from an earlier reading than the state. */
  readonly old: boolean;
}

/**
 * Rows on screen stay there, marked as old, while the list is read again from its start, and when that fails: until the new
 * reading has as many. `kept` is the last reading of this list that ended.
 */
export function listView(state: ListState | undefined, reading: boolean, kept: Finished | null): ListView {
  const rows = state === undefined || state.kind === 'failed' ? [] : state.optOuts;
  const source = state?.kind === 'whole' || state?.kind === 'partial' ? state : null;
  const old = kept !== null && rows.length < kept.optOuts.length && (reading || state?.kind === 'failed');
  return old ? { state, reading, rows: kept.optOuts, source: kept, old } : { state, reading, rows, source, old };
}

/** The reading stopped by itself, to leave the vendor's budget to others; it goes on when asked to. */
export function isPaused(state: ListState | undefined): state is PartialList {
  return (
    state?.kind === 'partial' && state.continuation !== null && state.coverage.gaps[0].failure.reason === 'incomplete'
  );
}

/** Every row of the list is there: only then can they be put into an order that means something. */
export function isWhole({ state, reading }: ListView): boolean {
  return state?.kind === 'whole' && !reading;
}

/** What the vendor says there is, where that can be; else what was read, once it was read whole; else null. */
export function totalOf({ state, rows, old }: ListView): number | null {
  if (state === undefined || state.kind === 'failed' || old) return null;
  if (state.kind === 'whole') return rows.length;
  return state.totalItems !== null && state.totalItems >= rows.length ? state.totalItems : null;
}

/** The numbers that a filter asks for, in words: `numbers that contain 303`. */
export function filterWords(filter: ListFilter): string {
  switch (filter.kind) {
    case 'all':
      return 'all opt-outs';
    case 'search':
      return `numbers that contain ${filter.digits}`;
    case 'exact':
      return countOf(filter.numbers.length, 'exact number');
  }
}

/** What was searched and when, as it follows `Complete: …`. */
export function scopeWords({ account, asOf }: Scope, filter: ListFilter, zone: string): string {
  return `Account ${account ?? ''}, ${filterWords(filter)}, as of ${formatDateTimeWithZone(asOf, zone)}`;
}

/** How far a reading is, in words. `forCsv`: somebody waits for the file. */
export function progressOf(view: ListView, filter: ListFilter, forCsv: boolean): ReadingProgress {
  const state = view.state?.kind === 'reading' ? view.state : null;
  const so = progressWords(state, filter);
  return {
    fraction: state?.fraction ?? null,
    words: forCsv ? `${so}. The CSV is saved when the list has been read to its end.` : so,
    waitingUntil: state?.waitingUntil ?? null,
    waitReason: state?.waitReason ?? null,
  };
}

function progressWords(state: Extract<ListState, { kind: 'reading' }> | null, filter: ListFilter): string {
  if (filter.kind === 'exact') {
    const asked = countOf(filter.numbers.length, 'number');
    return `Asking for ${asked}: ${countOf(state?.optOuts.length ?? 0, 'opt-out')} found so far`;
  }
  if (state === null || state.requests === 0) return 'Asking TextUs';
  const read = state.optOuts.length;
  const total = state.totalItems;
  if (total === null || total < read) return `${countOf(read, 'opt-out')} read so far`;
  return `${formatCount(read)} of ${countOf(total, 'opt-out')} read`;
}

/** The first gap as the failure to show, rows that could not be read in its details; and the other gaps in a sentence each. */
export function gapWords(coverage: Extract<Coverage, { kind: 'partial' }>): {
  readonly failure: Failure;
  readonly gaps: readonly string[];
} {
  const [first, ...others] = coverage.gaps;
  const unreadable = coverage.gaps.flatMap((gap) => gap.unreadable);
  const failure = shownFailure({ failure: first.failure, unreadable });
  return { failure, gaps: others.map((gap) => gap.failure.message) };
}

/** The state for the table kit. `reached`: the rows of the page on screen have been read. */
export function shownState(
  view: ListView,
  filter: ListFilter,
  { zone, forCsv, reached }: { readonly zone: string; readonly forCsv: boolean; readonly reached: boolean },
): ShownState {
  const { state, reading, rows, old } = view;
  if (reading || state === undefined || state.kind === 'reading') {
    return {
      kind: 'reading',
      progress: progressOf(view, filter, forCsv),
      kept: old,
      // What becomes of each exact number will stand above the rows: they come together, or it would push them down.
      growing: filter.kind !== 'exact' && reached && rows.length > 0,
    };
  }
  if (state.kind === 'failed') return { kind: 'failed', failure: gapWords(state.coverage).failure, kept: old };
  const scope = scopeWords(state.coverage.scope, filter, zone);
  if (state.kind === 'whole') return { kind: 'whole', total: rows.length, matching: null, scope };
  return { kind: 'partial', total: rows.length, matching: null, scope, ...gapWords(state.coverage) };
}

interface SheetFacts {
  readonly account: string;
  readonly zone: string;
  readonly sandbox: boolean;
}

/** What stands at the foot of every printed sheet: what was searched, whether whole, as of when. */
export function sheetWords({ source, reading }: ListView, filter: ListFilter, facts: SheetFacts): string {
  const pretend = facts.sandbox ? `${SHARED_WORDS.sandboxData}. ` : '';
  if (source === null)
    return `${pretend}TextUs, account ${facts.account}: ${reading ? 'still being read' : 'nothing was read'}.`;
  const how = reading ? 'still being read' : source.kind === 'whole' ? 'read whole' : 'read in part';
  return `${pretend}TextUs, ${how}: ${scopeWords(source.coverage.scope, filter, facts.zone)}`;
}
