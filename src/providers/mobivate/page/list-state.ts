import type { ListState, ReadingProgress } from '../../../table/list-state';
import { countOf } from '../../../ui/counts';
import { gapWords } from '../../../ui/gap-words';
import type { LookupProgress } from '../../contract';
import { coverageFailure } from '../coverage-failure';
import type { PartialCoverage } from '../session';
import type { ReadingState } from './reading-state';
import { ageWords, rangeWords, readWords, timeLeftWords } from './scope-words';

/** The rows of one interval as the page has counted them. */
export interface Counts {
  /** Opt-outs in the interval. */
  readonly total: number;
  /** Those whose number holds the digits looked for; null when none are. */
  readonly matching: number | null;
}

interface Surroundings {
  /** IANA zone of the page. */
  readonly zone: string;
  /** ms UTC. */
  readonly now: number;
  /** True when rows of the interval are on screen, be they of an earlier reading. */
  readonly onScreen: boolean;
}

/** What the list shows: the reading, and the rows counted for it; `counts` is null while they are being sorted out. */
export function listStateOf(
  reading: ReadingState,
  counts: Counts | null,
  { zone, now, onScreen }: Surroundings,
): ListState {
  if (reading.kind === 'reading') {
    return { kind: 'reading', progress: progressOf(reading), kept: reading.kept !== null && onScreen };
  }
  const { coverage } = reading.answer;
  if (counts === null) return { kind: 'reading', progress: SORTING, kept: onScreen };
  if (coverage.kind === 'whole') return { kind: 'whole', ...counts, scope: scopeWords(reading, zone, now) };
  const failure = coverageFailure(coverage.gaps, counts.total);
  if (isNothing(coverage) && (counts.total === 0 || reading.readBefore)) {
    return { kind: 'failed', failure, kept: counts.total > 0 };
  }
  const gaps = gapWords(coverage.gaps, {
    whole: coverage.scope.interval,
    zone,
    unreadableHint: ', see Details',
  });
  return { kind: 'partial', ...counts, scope: scopeWords(reading, zone, now), failure, gaps };
}

const SORTING: ReadingProgress = { fraction: null, words: 'Putting the rows in order', waitingUntil: null };

function progressOf({ progress, elapsed }: Extract<ReadingState, { kind: 'reading' }>): ReadingProgress {
  if (progress === null) return { fraction: null, words: 'Asking Mobivate', waitingUntil: null };
  const { fraction, waitingUntil, waitReason } = progress;
  return { fraction, waitingUntil, waitReason, words: progressWords(progress, elapsed) };
}

function progressWords({ fraction, requests, words }: LookupProgress, elapsed: number): string {
  const left = timeLeftWords(fraction, elapsed);
  return [words, countOf(requests, 'request'), ...(left === null ? [] : [left])].join(' · ');
}

/** '1 Nov 2026 to 21 Nov 2026, read 12:04:10 UTC, 3 minutes ago'. */
function scopeWords({ answer }: Extract<ReadingState, { kind: 'answered' }>, zone: string, now: number): string {
  const { interval, asOf } = answer.coverage.scope;
  const range = interval === null ? [] : [rangeWords(interval, zone, asOf)];
  return [...range, readWords(asOf, now), ageWords(asOf, now)].join(', ');
}

/** True when the gaps leave nothing of the interval. */
function isNothing({ scope: { interval }, gaps }: PartialCoverage): boolean {
  if (gaps.some(({ unreadable }) => unreadable.length > 0)) return false;
  if (interval === null || gaps.some((gap) => gap.interval === null)) return true;
  const missing = gaps.reduce((sum, gap) => sum + (gap.interval === null ? 0 : gap.interval.to - gap.interval.from), 0);
  return missing >= interval.to - interval.from;
}
