import type { Gap, OptOut } from '../contract';
import type { AskedNumbers } from './asked';
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

/**
 * True when the records of an answer are, each of them, of numbers that other requests of the lookup ask for, and none fits a number or
 * a value of its own `batch`: what something between us and TextUs sends that keeps answers and does not look at the whole address.
 * A list given without regard to the question holds numbers that nobody asked for as well.
 */
export function isOfOthers(records: readonly OptOut[], { questions, values }: Batch, asked: AskedNumbers): boolean {
  const own = new Set(questions);
  const sent = values.map((value) => value.replaceAll(/\D/gu, ''));
  const isOfOther = (record: OptOut) => {
    const places = asked.matching(record);
    const fits = sent.some((digits) => record.msisdn.endsWith(digits));
    return places.length > 0 && !fits && !places.some((place) => own.has(place));
  };
  return records.length > 0 && records.every(isOfOther);
}
