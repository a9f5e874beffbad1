import { isNonEmpty, mapNonEmpty, type NonEmpty } from '../../lib/non-empty';
import { readNumber, type Reading } from '../../lib/phone';
import type { Failure } from '../../lib/reason';
import { REASON_WORDS } from '../../lib/words';
import type { Gap, LookupAnswer, OptOut, Scope, ScopeAnswer } from '../contract';
import { finished, type ExactNumber, type ListContext, type ListState } from './list-state';
import { identity } from './opt-out';
import { runLookup, type LookupPorts } from './run-lookup';

export interface ExactRequest {
  readonly account: string;
  /** Numbers as typed, in any format. */
  readonly numbers: NonEmpty<string>;
  readonly defaultCountry: string;
}

interface Typed {
  readonly typed: string;
  /** Null for text that is no phone number. */
  readonly readings: NonEmpty<Reading> | null;
}

function read(typed: string, country: string): Typed {
  const number = readNumber(typed, country);
  return { typed, readings: number.kind === 'number' ? number.readings : null };
}

const NOT_A_NUMBER: Failure = {
  reason: 'not-a-phone-number',
  message: REASON_WORDS['not-a-phone-number'].meaning,
  detail: '',
};

/** "Not found" needs a number that was understood: digits of a length no numbering plan has prove nothing by being absent. */
function understood(answer: ScopeAnswer, readings: NonEmpty<Reading>): ScopeAnswer {
  if (answer.kind !== 'not-found' || readings.some(({ possible }) => possible)) return answer;
  return { kind: 'could-not-check', failure: NOT_A_NUMBER, scope: answer.scope };
}

/** Each record once, in the order they came. */
function distinct(records: readonly OptOut[]): readonly OptOut[] {
  return [...new Map(records.map((record) => [identity(record), record])).values()];
}

/** One account's answer to the numbers typed, in their order. */
function toNumbers(typed: readonly Typed[], { answers }: LookupAnswer): readonly ExactNumber[] {
  let next = 0;
  return typed.map(({ typed, readings }): ExactNumber => {
    const answer = readings === null ? undefined : answers[next++]?.[0];
    if (readings === null || answer === undefined) return { typed, display: null, answer: { kind: 'not-a-number' } };
    const matched = answer.kind === 'opted-out' ? answer.records.flatMap(({ keys }) => keys) : [];
    const reading = readings.find(({ keys }) => keys.some((key) => matched.includes(key))) ?? readings[0];
    return { typed, display: reading.display, answer: understood(answer, readings) };
  });
}

function nothingAsked(account: string, asOf: number): ListState {
  const scope: Scope = { provider: 'textus', account, interval: null, asOf };
  const gaps: NonEmpty<Gap> = [{ interval: null, unreadable: [], failure: NOT_A_NUMBER }];
  return { kind: 'failed', failure: NOT_A_NUMBER, coverage: { kind: 'partial', scope, gaps } };
}

/**
 * Reads the opt-outs of exact numbers in one account: in batches, each followed to its end, with the answer for every number
 * typed, so that those without an opt-out can be named. Never rejects for a vendor's fault or a cancel.
 */
export async function readExact(
  { account, numbers, defaultCountry }: ExactRequest,
  { signal, onState }: Omit<ListContext, 'resume'>,
  ports: LookupPorts,
): Promise<ListState> {
  const typed = mapNonEmpty(numbers, (number) => read(number, defaultCountry));
  const asked = typed.flatMap(({ readings }) => {
    const keys = [...new Set(readings?.flatMap((reading) => reading.keys))];
    return isNonEmpty(keys) ? [{ keys }] : [];
  });
  if (asked.length === 0) return nothingAsked(account, ports.now());
  let found: readonly OptOut[] = [];
  let sent = 0;
  const answer = await runLookup(
    { numbers: asked, accounts: [account], canary: { kind: 'none' }, defaultCountry },
    {
      signal,
      onFound: (_, records) => {
        found = distinct([...found, ...records]);
      },
      onProgress: ({ fraction, requests, waitingUntil, waitReason }) => {
        sent = requests;
        onState({ kind: 'reading', optOuts: found, totalItems: null, requests, fraction, waitingUntil, waitReason });
      },
    },
    ports,
  );
  return finished({
    optOuts: distinct(answer.answers.flatMap(([first]) => (first.kind === 'opted-out' ? first.records : []))),
    totalItems: null,
    requests: sent,
    coverage: answer.coverage[0],
    continuation: null,
    numbers: toNumbers(typed, answer),
    unasked: answer.unasked,
  });
}
