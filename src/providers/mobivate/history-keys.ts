import { recordKeys } from '../../lib/phone';
import { readStored } from './stored-number';

/**
 * Every digit string under which a stored number answers a question: its own text, what the numbering plans read it as, and, for
 * one that is not plain digits, the same of each number that stands in it. Quick for plain digits: a whole history goes through here.
 */
export function rowKeys(mobile: string): readonly string[] {
  if (/^\d+$/.test(mobile)) return recordKeys(mobile);
  const stored = readStored(mobile);
  return [...new Set([mobile, ...(stored.kind === 'numbers' ? stored.numbers.flatMap(({ keys }) => keys) : [])])];
}

/**
 * The digits of a stored number, as matching reads them; empty when it has none. Of several in one cell the first: a file has one
 * number in a place, and the text as stored stands beside it. Never digits of two joined, which are somebody else's.
 */
export function rowMsisdn(mobile: string): string {
  if (/^\d+$/.test(mobile)) return mobile;
  const stored = readStored(mobile);
  return stored.kind === 'numbers' ? stored.numbers[0].msisdn : '';
}
