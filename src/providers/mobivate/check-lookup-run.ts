import { isNonEmpty } from '../../lib/non-empty';
import type { Failure } from '../../lib/reason';
import { REASON_WORDS } from '../../lib/words';
import { createBreather } from '../../lib/yield';
import type { Coverage, LookupAnswer, LookupContext, LookupQuestion, OptOut, Scope, ScopeAnswer } from '../contract';
import { canaryFailure, readCanary } from './check-lookup-canary';
import { Watch } from './check-lookup-watch';
import { coverageFailure } from './coverage-failure';
import type { History } from './history';
import { recordsOf } from './opt-out';
import { STALE_AFTER_MS, type AskOptions, type PartialCoverage, type Session } from './session';

const DAY_MS = 86_400_000;
/**
 * How much of that day may have gone by when the reading is over, ms: the minutes that it takes. More means that the computer slept
 * or that its clock was behind, and the newest part was not asked for.
 */
const LONGEST_READING_MS = 3_600_000;
/** Readings that go on where the one before ended too early; a vendor whose clock runs away from each must not keep us for ever. */
const MOST_READINGS_ON = 2;
/** The first day of the history when the settings name none (`MOBIVATE_SINCE`). */
const SINCE = '2010-01-01';

/**
 * Answers many numbers from the whole history since the first day of the settings, read as far as the session does not hold
 * it yet, to a day past now. Records are told of as they are read. A number is "not found" only when the history was read
 * whole and the known number of the settings, when there is one, is in what the vendor answers now. Never rejects for a vendor's
 * fault or a cancel.
 */
export async function runLookup(
  question: LookupQuestion,
  context: LookupContext,
  session: Session,
  now: () => number,
): Promise<LookupAnswer> {
  const { numbers, vendor, config } = question;
  const startedAt = now();
  const { history, clock } = session;
  const from = Date.parse(`${vendor.since ?? SINCE}T00:00:00Z`);
  if (!vendor.configured)
    return withoutReading(question, {
      provider: 'mobivate',
      account: null,
      interval: { from, to: startedAt + DAY_MS },
      asOf: startedAt,
    });

  const canary = readCanary(vendor.canary, config.defaultCountry);
  const watch = new Watch(history, numbers, {
    since: clock.earliest() - STALE_AFTER_MS,
    onFound: context.onFound,
    known: canary.kind === 'asked' ? canary.number.keys : [],
  });
  const breathe = createBreather();
  const tellOfHeld = async () => {
    for (const index of numbers.keys()) {
      await breathe();
      watch.number(index);
    }
  };
  const options: AskOptions = {
    signal: context.signal,
    onProgress: context.onProgress,
    onRows: (rows) => watch.rows(rows),
  };
  const [read] = await Promise.all([readUntilNow(session, from, options), tellOfHeld()]);

  const doubt =
    read.kind === 'partial'
      ? null
      : await canaryFailure(canary, {
          session,
          interval: read.scope.interval ?? { from, to: startedAt },
          isSeen: () => watch.sawKnown,
          // How far the check is has been told.
          options: { signal: context.signal, onRows: options.onRows },
        });
  const coverage = doubt === null ? read : partial(read.scope, doubt);
  const answers: (readonly [ScopeAnswer])[] = [];
  const failure = coverage.kind === 'whole' ? null : await failureOf(coverage, history);
  for (const { keys } of numbers) {
    await breathe();
    // The doubt of a missing known number is no stretch unread.
    answers.push([answerOf(recordsOf(history, keys), coverage, failure, read)]);
  }
  return { answers, coverage: [coverage], unasked: [] };
}

/** Reads from an instant (ms UTC) to a day past now, and on while the vendor's answers tell that it is later there than we thought. */
async function readUntilNow(session: Session, from: number, options: AskOptions): Promise<Coverage> {
  const { clock } = session;
  for (let readings = 0; ; readings += 1) {
    const to = clock.latest() + DAY_MS;
    const { coverage } = await session.ensure({ from, to }, options);
    const isEarly = clock.latest() + DAY_MS - to > LONGEST_READING_MS;
    if (!isEarly || coverage.kind === 'partial') return coverage;
    if (readings === MOST_READINGS_ON) return partial(coverage.scope, CLOCKS_APART, { from: to - DAY_MS, to });
  }
}

const CLOCKS_APART: Failure = {
  reason: 'incomplete',
  message: 'Mobivate’s clock kept running ahead of the reading, so its newest part could not be read to the end.',
  detail: '',
};

/** Why a number is not found: what stood in the way, in the words of the list. */
async function failureOf({ scope, gaps }: PartialCoverage, history: History): Promise<Failure> {
  const odd = gaps.some(({ unreadable }) => unreadable.length > 0);
  if (!odd || scope.interval === null) return coverageFailure(gaps, 0);
  // Only rows that could not be read are told of by their share of all.
  const query = { ...scope.interval, digits: '', sort: 'time-asc' } as const;
  const { length } = await history.view(query, { signal: new AbortController().signal });
  return coverageFailure(gaps, length);
}

const NOT_CONFIGURED: Failure = {
  reason: 'not-configured',
  message: REASON_WORDS['not-configured'].meaning,
  detail: 'MOBIVATE_API_KEY is not set.',
};

function withoutReading({ numbers }: LookupQuestion, scope: Scope): LookupAnswer {
  return {
    answers: numbers.map(() => [{ kind: 'could-not-check', failure: NOT_CONFIGURED, scope }]),
    coverage: [partial(scope, NOT_CONFIGURED)],
    unasked: [],
  };
}

/** Takes a whole scope back, or what of it lies in an interval: nothing in it can be relied on to be missing. */
function partial(scope: Scope, failure: Failure, interval = scope.interval): PartialCoverage {
  return { kind: 'partial', scope, gaps: [{ interval, unreadable: [], failure }] };
}

function answerOf(
  records: readonly OptOut[],
  { kind, scope }: Coverage,
  failure: Failure | null,
  read: Coverage,
): ScopeAnswer {
  const unread = read.kind === 'partial' && { gaps: read.gaps };
  if (isNonEmpty(records)) return { kind: 'opted-out', records, scope, coverage: kind, ...unread };
  return failure === null ? { kind: 'not-found', scope } : { kind: 'could-not-check', failure, scope, ...unread };
}
