import { recordKeys } from '../../lib/phone';

/**
 * Every digit string under which a stored number answers a question: its own text, what the numbering plans read it as, and,
 * for a number stored with a `+` or with spaces, the same of its digits alone. Quick for plain digits: a whole history goes
 * through here.
 */
export function rowKeys(mobile: string): readonly string[] {
  if (/^\d+$/.test(mobile)) return recordKeys(mobile);
  const digits = mobile.replaceAll(/\D/g, '');
  return digits === '' ? [mobile] : [mobile, ...recordKeys(digits)];
}
