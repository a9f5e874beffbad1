import { isNonEmpty } from '../../../lib/non-empty';
import { readNumber } from '../../../lib/phone';
import type { AskedNumber, LookupProgress, OptOut } from '../../contract';
import { BatchTrust, shownByAll } from '../batch-trust';
import { formatted, MOST_VALUES } from '../batches';
import { readCanary } from '../canary';
import { runLookup } from '../run-lookup';
import { createPretendVendor, type Fault, type PretendBehaviour, type PretendRow } from './pretend-vendor';

/** A number as the page would ask for it. */
function ask(text: string): AskedNumber {
  const read = readNumber(text, 'US');
  const keys = read.kind === 'number' ? read.readings.flatMap((reading) => reading.keys) : [];
  if (!isNonEmpty(keys)) throw new Error(`Not a number: ${text}`);
  return { keys };
}

/** A North American number in E.164. */
export const n = (index: number) => `+1${5_553_000_000 + index}`;
/** A row of an account's list for that number. */
export const onList = (index: number, account = 'a'): PretendRow => ({ digits: n(index).slice(1), account });
/** That many numbers in a row. */
export const many = (count: number, from = 0) => Array.from({ length: count }, (_, index) => n(from + index));

/** The vendor's rows and manners, and the settings of the lookup. */
export interface Setup extends Partial<PretendBehaviour> {
  readonly rows?: PretendRow[];
  readonly accounts?: readonly string[];
  readonly canary?: string;
  readonly country?: string;
  readonly stopAt?: number;
  /** What an earlier lookup of the session has learnt; left out, that batches are answered whole. */
  readonly trust?: BatchTrust;
}

/** A session that knows its batches to be answered whole, and texts not to be compared. */
function trusting(): BatchTrust {
  const trust = new BatchTrust();
  trust.show(shownByAll(Array.from({ length: MOST_VALUES }, (_, index) => formatted(String(2_125_550_100 + index)))));
  trust.showAnyForm();
  return trust;
}

/** Runs a lookup against a pretend vendor, and gathers everything it told. */
export async function look(texts: readonly string[], setup: Setup = {}) {
  const { rows = [], accounts = ['a'], canary, country = 'US', stopAt, trust = trusting(), ...behaviour } = setup;
  const stop = new AbortController();
  const before = (request: number) => request === stopAt && stop.abort();
  const vendor = createPretendVendor(rows, { before, ...behaviour });
  const found: [number, readonly OptOut[]][] = [];
  const progress: LookupProgress[] = [];
  const answer = await runLookup(
    { numbers: texts.map(ask), accounts, canary: readCanary(canary ?? null, 'US'), defaultCountry: country },
    {
      signal: stop.signal,
      onFound: (index, records) => found.push([index, records]),
      onProgress: (now) => progress.push(now),
    },
    { fetchPage: vendor.fetchPage, trust, now: () => 5, waitingUntil: () => null, onWait: () => () => undefined },
  );
  const kinds = answer.answers.map((scopes) => scopes.map((scope) => scope.kind).join());
  const reasons = answer.answers.map(([first]) => (first.kind === 'could-not-check' ? first.failure.reason : null));
  return { answer, kinds, reasons, found, progress, requests: vendor.requests };
}

/** A request that fails. */
export const failing = (
  reason: 'refused' | 'vendor-error' | 'no-answer' | 'not-understood',
  status: number | null,
): Fault => ({
  kind: 'error',
  reason,
  status,
});
