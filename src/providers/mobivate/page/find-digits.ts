import { plainText } from '../../../lib/phone-text';

/** The digits of a text, of any script, in order: what a stored number must contain. '' for a text without any. */
export function digitsOf(text: string): string {
  return plainText(text).text.replaceAll(/\D/gu, '');
}

/**
 * Whether new digits belong to the same search as those before, so that Back leads past all of it: a number being typed on, or
 * shortened. Clearing the box, or looking for another number, is a search of its own.
 */
export function isSameSearch(before: string, after: string): boolean {
  return before !== '' && after !== '' && (before.startsWith(after) || after.startsWith(before));
}

/**
 * What else could be meant when no number contains some digits: stored numbers are international, without the 0, 00 or 011
 * that people dial in front. null when there is nothing of the kind.
 */
export function withoutPrefix(digits: string): string | null {
  const rest = digits.replace(/^(?:011(?=[1-9])|0+)/u, '');
  return rest === '' || rest === digits ? null : rest;
}
