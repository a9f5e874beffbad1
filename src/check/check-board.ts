import type { AskedNumber, Coverage, LookupAnswer, LookupProgress, OptOut } from '../providers/contract';
import type { NonEmpty } from '../lib/non-empty';
import type { Failure } from '../lib/reason';
import { createBreather } from '../lib/yield';
import { combineScopes, isRetryable, newestFirst, type ProviderVerdict } from './verdict';

/** Where one vendor's part of a check stands. */
export type ProviderPart =
  | { readonly kind: 'not-configured' }
  | { readonly kind: 'reading'; readonly progress: LookupProgress | null }
  | {
      readonly kind: 'done';
      readonly coverage: readonly Coverage[];
      readonly unasked: readonly OptOut[];
      /** Sent while it was being read. */
      readonly requests: number;
    };

const WAITING: ProviderVerdict = { kind: 'waiting' };
const NOTHING_ASKED: ProviderPart = { kind: 'done', coverage: [], unasked: [], requests: 0 };

/** The verdicts of one vendor, one for each question, filled while its lookup runs. Written only by `runCheck`. */
export class ProviderBoard {
  readonly verdicts: ProviderVerdict[];
  /** For each question, in which asking of the check (from 0) its verdict was asked for last. */
  readonly askings: number[];
  part: ProviderPart;

  constructor(questions: number, configured: boolean) {
    const verdict: ProviderVerdict = configured ? WAITING : { kind: 'not-configured' };
    this.verdicts = Array.from({ length: questions }, () => verdict);
    this.askings = Array.from({ length: questions }, () => 0);
    this.part = configured ? NOTHING_ASKED : { kind: 'not-configured' };
  }

  /** Indexes of the questions whose answer could change by asking again, and of those never answered. */
  open(): readonly number[] {
    return this.verdicts.flatMap((verdict, index) =>
      verdict.kind === 'waiting' || isRetryable(verdict) ? [index] : [],
    );
  }

  /** A question is asked (again): its old "Could not check" must not stand beside a running search. */
  start(indexes: readonly number[], asking: number): void {
    for (const index of indexes) {
      this.verdicts[index] = WAITING;
      this.askings[index] = asking;
    }
    this.part = { kind: 'reading', progress: null };
  }

  /** True where the answer was not asked for again in an asking: it is as old as the reading it came from. */
  isKept(index: number, asking: number): boolean {
    const kind = this.verdicts[index]?.kind ?? 'waiting';
    return kind !== 'waiting' && kind !== 'not-configured' && (this.askings[index] ?? asking) < asking;
  }

  /** Requests of the newest asking so far. */
  get requests(): number {
    if (this.part.kind === 'reading') return this.part.progress?.requests ?? 0;
    return this.part.kind === 'done' ? this.part.requests : 0;
  }

  found(index: number, records: NonEmpty<OptOut>): void {
    this.verdicts[index] = { kind: 'opted-out', records: newestFirst(records), answers: [] };
  }

  progress(progress: LookupProgress): void {
    this.part = { kind: 'reading', progress };
  }

  /** Takes the answers for the questions that were asked, in their order, in steps while the page lives on. */
  async finish(
    indexes: readonly number[],
    asked: readonly AskedNumber[],
    answer: LookupAnswer,
    breathe = createBreather(),
  ): Promise<void> {
    if (answer.answers.length !== asked.length) throw new Error('A lookup must answer every number it was asked');
    for (const [position, index] of indexes.entries()) {
      await breathe();
      const answers = answer.answers[position];
      if (answers === undefined) continue;
      const before = this.verdicts[index];
      const verdict = combineScopes(answers);
      // A record that was read stands, whatever the rest of the search came to.
      this.verdicts[index] =
        before?.kind === 'opted-out' && verdict.kind !== 'opted-out' ? { ...before, answers } : verdict;
    }
    this.part = { kind: 'done', coverage: answer.coverage, unasked: answer.unasked, requests: this.requests };
  }

  /** A bug of ours in mid-lookup: what was found stands, nothing is claimed about the rest. */
  fail(indexes: readonly number[], failure: Failure): void {
    for (const index of indexes) {
      if (this.verdicts[index]?.kind !== 'opted-out') {
        this.verdicts[index] = { kind: 'could-not-check', failure, answers: [] };
      }
    }
    this.part = { kind: 'done', coverage: [], unasked: [], requests: this.requests };
  }
}
