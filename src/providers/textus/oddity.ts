import { parseInternational } from '../../lib/phone-plan';
import { northAmerican } from './batches';

/**
 * Values unlike those that TextUs documents: of another country than North America, of one whose digits might be a North American number
 * without its 1, or of a length that no numbering plan has.
 */
export type Oddity = 'foreign' | 'ambiguous' | 'impossible';

export const ODDITIES: readonly Oddity[] = ['foreign', 'ambiguous', 'impossible'];

/** What is odd about an `exact[]` value; null for a North American number in any spelling. */
export function oddityOf(value: string): Oddity | null {
  const digits = value.slice(1);
  if (!value.startsWith('+') || northAmerican(digits) !== null) return null;
  if (parseInternational(digits)?.possible !== true) return 'impossible';
  return /^[2-9]\d{9}$/u.test(digits) ? 'ambiguous' : 'foreign';
}
