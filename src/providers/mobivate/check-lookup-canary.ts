import type { Interval } from '../../lib/date-range';
import { isNonEmpty } from '../../lib/non-empty';
import { readNumber } from '../../lib/phone';
import type { Failure } from '../../lib/reason';
import { REASON_WORDS } from '../../lib/words';
import type { AskedNumber } from '../contract';
import { coverageFailure } from './coverage-failure';
import { recordsOf } from './opt-out';
import type { AskOptions, Session } from './session';

/** The number that the settings say is on the list (`MOBIVATE_CANARY`), as a question. */
export type Canary =
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'asked'; readonly number: AskedNumber };

const SECOND_MS = 1000;
/** Records of the known number that are asked for again before it counts as missing: the vendor may have deleted one of them. */
const MOST_RECORDS = 3;

const MISSING: Failure = {
  reason: 'known-number-missing',
  message: REASON_WORDS['known-number-missing'].meaning,
  detail: '',
};

/** Reads the setting; a number without a country code is one of `country` (ISO 3166). */
export function readCanary(setting: string | null, country: string): Canary {
  if (setting === null) return { kind: 'none' };
  const read = readNumber(setting, country);
  const keys = read.kind === 'number' ? read.readings.flatMap((reading) => reading.keys) : [];
  return isNonEmpty(keys) ? { kind: 'asked', number: { keys } } : { kind: 'unreadable' };
}

/** What this check has read. */
interface ReadNow {
  readonly session: Session;
  /** ms UTC. */
  readonly interval: Interval;
  /** True once an answer that this check waited for held the known number. */
  readonly isSeen: () => boolean;
  readonly options: AskOptions;
}

/**
 * Why no "not found" can stand although the search was whole; null when they can. The known number proves that the vendor shows our
 * key the right list, and it proves that of the time of the answer it is in. Most of what a check rests on may be held since
 * half an hour, and the key may see another list by now: so the number counts only in an answer to this check. Where the check had
 * no need to read that part again, the second of the number's record is asked for anew, one or two requests.
 */
export async function canaryFailure(canary: Canary, read: ReadNow): Promise<Failure | null> {
  if (canary.kind === 'none') return null;
  if (canary.kind === 'unreadable') return { ...MISSING, detail: 'MOBIVATE_CANARY is not a phone number.' };
  const { session, interval, isSeen, options } = read;
  for (let records = 0; records < MOST_RECORDS && !isSeen(); records += 1) {
    const second = secondOf(canary.number, session, interval);
    if (second === null) return MISSING;
    const { coverage } = await session.ensure(second, { ...options, fresh: true });
    if (coverage.kind === 'whole') continue;
    const failure = coverageFailure(coverage.gaps, 0);
    return { ...failure, message: `The number known to be on the list could not be checked. ${failure.message}` };
  }
  return isSeen() ? null : MISSING;
}

/** The second of the number's newest record in an interval, as far as held; null without one. */
function secondOf({ keys }: AskedNumber, { history }: Session, { from, to }: Interval): Interval | null {
  const times = recordsOf(history, keys).flatMap(({ optedOutAt }) => optedOutAt ?? []);
  const newest = times.find((instant) => instant >= from && instant < to);
  if (newest === undefined) return null;
  const start = Math.floor(newest / SECOND_MS) * SECOND_MS;
  return { from: start, to: start + SECOND_MS };
}
