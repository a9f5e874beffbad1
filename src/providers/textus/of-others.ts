import type { Gap, OptOut } from '../contract';
import type { AskedNumbers } from './asked';
import type { BatchTrust } from './batch-trust';
import type { Batch } from './batches';
import { incomplete } from './ending';

/** Why nothing is said about what was asked when the answer was to another question. */
export const OF_OTHERS: Gap = {
  interval: null,
  unreadable: [],
  failure: incomplete(
    'TextUs answered for other numbers than it was asked for, as if it still had an earlier question.',
  ),
};

/** Whether a record is of a number of that batch, fits a value of it, or may be either. */
function isOwn(record: OptOut, { questions, values }: Batch, asked: AskedNumbers): boolean {
  const own = new Set(questions);
  const fits = values.some((value) => record.msisdn.endsWith(value.replaceAll(/\D/gu, '')));
  return fits || [...asked.matching(record), ...asked.resembling(record)].some((place) => own.has(place));
}

/** True when there are records in an answer, and all are of numbers that its batch asked for. */
export function areOwn(records: readonly OptOut[], batch: Batch, asked: AskedNumbers): boolean {
  return records.length > 0 && records.every((record) => isOwn(record, batch, asked));
}

/**
 * True when none of the records of an answer is of its own `batch`, and each is of a number that other requests of the lookup ask for, or
 * TextUs is known to look at the question: what something between us and TextUs sends that keeps answers and does not look at the whole
 * address. A list given without regard to the question holds numbers that nobody asked for as well.
 */
export function isOfOthers(
  records: readonly OptOut[],
  batch: Batch,
  asked: AskedNumbers,
  { filters }: Pick<BatchTrust, 'filters'>,
): boolean {
  const isOfOther = (record: OptOut) => !isOwn(record, batch, asked) && (filters || asked.matching(record).length > 0);
  return records.length > 0 && records.every(isOfOther);
}
