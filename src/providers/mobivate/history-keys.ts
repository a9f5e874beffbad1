import { recordKeys } from '../../lib/phone';

/** What a spreadsheet leaves behind a number. */
const DECIMALS = /\.0+$/;

/**
 * Every digit string under which a stored number answers a question: its own text, what the numbering plans read it as, and,
 * for one stored with a `+`, with spaces, in full-width digits, behind a spreadsheet's `.0` or with others in one cell, the same of
 * the digits of each. Quick for plain digits: a whole history goes through here.
 */
export function rowKeys(mobile: string): readonly string[] {
  if (/^\d+$/.test(mobile)) return recordKeys(mobile);
  const parts = mobile.normalize('NFKC').split(/[,;|/]/);
  const digits = parts
    .map((part) => part.trim().replace(DECIMALS, '').replaceAll(/\D/g, ''))
    .filter((part) => part !== '');
  return [...new Set([mobile, ...digits.flatMap(recordKeys)])];
}
