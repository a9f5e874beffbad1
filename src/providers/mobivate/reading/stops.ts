import type { RequestReason } from '../../../http/errors';
import type { Failure } from '../../../lib/reason';
import { REASON_WORDS } from '../../../lib/words';
import { MOST_IN_ALL } from './asker';

/** After these no further request fares better: not allowed, or our server's run is over (`incomplete`). */
export const FINAL: ReadonlySet<RequestReason> = new Set(['refused', 'not-configured', 'incomplete']);
/** So many requests in a row that fail for good mean that the vendor is down: asking on would only hammer it. */
export const MOST_FAILURES_IN_A_ROW = { atTheStart: 3, afterAnswers: 6 };
/** Why a reading ended before its time, and so why what it had not read by then is missing. */
export const CANCELLED: Failure = {
  reason: 'cancelled',
  message: REASON_WORDS.cancelled.meaning,
  detail: '',
};

export const ENDLESS: Failure = {
  reason: 'incomplete',
  message: 'Mobivate’s answers do not get shorter when asked for less time, so the reading was stopped.',
  detail: '',
};

export const NEVER_TWICE: Failure = {
  reason: 'incomplete',
  message: 'Mobivate’s answers never hold a row twice, so there is no end to them and the reading was stopped.',
  detail: 'Dozens of full answers in a row had none of the rows that an earlier one had given for the same time.',
};

export const TOO_LARGE: Failure = {
  reason: 'incomplete',
  message: 'Mobivate’s list is larger than what is read at most, so the reading was stopped.',
  detail: `At most ${MOST_IN_ALL.rows.toLocaleString('en-US')} rows and ${MOST_IN_ALL.requests.toLocaleString('en-US')} requests.`,
};
