import { isNonEmpty, mapNonEmpty, type NonEmpty } from '../../lib/non-empty';
import type { Failure } from '../../lib/reason';
import type { AskedNumber, Gap, LookupAnswer, LookupContext, OptOut, Scope, ScopeAnswer } from '../contract';
import type { WaitReason } from '../../lib/wait-reason';
import { AccountLookup } from './account-lookup';
import { AskedNumbers } from './asked';
import type { BatchTrust } from './batch-trust';
import { canaryFailure, type Canary } from './canary';
import { CANCELLED } from './ending';
import type { FetchPage } from './list';
import { ProgressCount } from './lookup-progress';
import { Tally } from './tally';

/** What is asked, and where. */
export interface LookupRequest {
  readonly numbers: readonly AskedNumber[];
  readonly accounts: readonly string[];
  readonly canary: Canary;
  /** ISO 3166 country for rows written without a country code. */
  readonly defaultCountry: string;
}

/** What a lookup needs of the world. */
export interface LookupPorts {
  readonly fetchPage: FetchPage;
  /** What the session has learnt of how TextUs answers batches. */
  readonly trust: BatchTrust;
  readonly now: () => number;
  /** Until when requests wait for the vendor's sake, ms UTC; null while none does. */
  readonly waitingUntil: () => number | null;
  readonly waitReason?: () => WaitReason | null;
  /** Calls back when such a wait begins or ends; returns the way to stop that. */
  readonly onWait: (listener: () => void) => () => void;
}

/** The answer where there is nobody to ask. */
function withoutAccounts(question: LookupRequest, asOf: number): LookupAnswer {
  const scope: Scope = { provider: 'textus', account: null, interval: null, asOf };
  const failure = {
    reason: 'not-configured',
    message: 'No TextUs account is set up here.',
    detail: 'TEXTUS_ACCOUNTS',
  } as const;
  return {
    answers: question.numbers.map((): NonEmpty<ScopeAnswer> => [{ kind: 'could-not-check', failure, scope }]),
    coverage: [{ kind: 'partial', scope, gaps: [{ interval: null, unreadable: [], failure }] }],
    unasked: [],
  };
}

/** Tells the caller of a record under every one of its questions that asked for the number, with the records before it. */
function teller(
  placeOf: readonly number[],
  onFound: LookupContext['onFound'],
): (place: number, record: OptOut) => void {
  const indexes = new Map<number, number[]>();
  for (const [index, place] of placeOf.entries()) indexes.set(place, [...(indexes.get(place) ?? []), index]);
  const found = new Map<number, NonEmpty<OptOut>>();
  return (place, record) => {
    const [first, ...more] = found.get(place) ?? [];
    const records: NonEmpty<OptOut> = first === undefined ? [record] : [first, ...more, record];
    found.set(place, records);
    for (const index of indexes.get(place) ?? []) onFound(index, records);
  };
}

/** Takes every "not found" back for a reason that concerns the whole vendor, and says so in the coverage. */
function withDoubt({ answers, coverage, unasked }: LookupAnswer, failure: Failure): LookupAnswer {
  const gap: Gap = { interval: null, unreadable: [], failure };
  return {
    answers: answers.map((scopes) =>
      mapNonEmpty(scopes, (answer) =>
        answer.kind === 'not-found' ? { kind: 'could-not-check', failure, scope: answer.scope } : answer,
      ),
    ),
    coverage: mapNonEmpty(coverage, (one) => ({
      kind: 'partial',
      scope: one.scope,
      gaps: one.kind === 'whole' ? [gap] : [...one.gaps, gap],
    })),
    unasked,
  };
}

/**
 * Answers many numbers at TextUs: every account is asked for all of them through `exact[]`, batch by batch, each answer
 * followed to its end. The known number of the settings (canary) goes first, in the first batch. A number is "not found" in
 * an account only when every answer that could have held it was whole; after a cancel, nothing is "not found". The rest of
 * the rules: `AccountLookup`, `Tally`, `canaryFailure`. Never rejects for a vendor's fault or a cancel.
 */
export async function runLookup(
  request: LookupRequest,
  context: LookupContext,
  ports: LookupPorts,
): Promise<LookupAnswer> {
  const { accounts, canary, defaultCountry, numbers } = request;
  const { signal } = context;
  const { fetchPage, now, trust } = ports;
  const startedAt = now();
  if (!isNonEmpty(accounts)) return withoutAccounts(request, startedAt);

  const first = canary.kind === 'asked' ? [canary.number] : [];
  const asked = await AskedNumbers.of([...first, ...numbers]);
  const placeOf = asked.placeOf.slice(first.length);
  const count = new ProgressCount(accounts.length, asked.keys.length);
  const report = () => context.onProgress(count.report(ports.waitingUntil(), ports.waitReason?.() ?? null));
  const onRecord = teller(placeOf, context.onFound);
  const lookups = mapNonEmpty(accounts, (account) => {
    const tally = new Tally(account, asked, startedAt);
    const lookup = new AccountLookup(account, asked, tally, {
      fetchPage,
      trust,
      now,
      signal,
      defaultCountry,
      onRecord,
      onPage: (rows) => {
        count.page(rows);
        report();
      },
      onAsked: (numbers) => {
        count.asked(numbers);
        report();
      },
      onMore: (numbers) => count.more(numbers),
    });
    return { tally, lookup };
  });

  report();
  const stopListening = ports.onWait(report);
  await Promise.all(lookups.map(({ lookup }) => lookup.run())).finally(stopListening);

  const answersOf = (place: number) => mapNonEmpty(lookups, ({ tally }) => tally.answer(place));
  const answer: LookupAnswer = {
    answers: placeOf.map(answersOf),
    coverage: mapNonEmpty(lookups, ({ tally }) => tally.coverage()),
    unasked: lookups.flatMap(({ tally }) => tally.unasked()),
  };
  const known = canary.kind === 'asked' ? answersOf(0) : null;
  const doubt = signal.aborted ? CANCELLED : canaryFailure(canary, known);
  return doubt === null ? answer : withDoubt(answer, doubt);
}
