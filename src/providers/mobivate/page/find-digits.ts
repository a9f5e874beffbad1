/** Who stops typing for so long has finished one search, ms. */
const PAUSE_MS = 1500;

/**
 * Whether new digits, `since` ms after the change before, belong to the same search, so that Back leads past all of it: a
 * number being typed on, or shortened, without a pause. Clearing the box, or looking for another number, is a search of its own.
 */
export function isSameSearch(before: string, after: string, since: number): boolean {
  return before !== '' && after !== '' && since < PAUSE_MS && (before.startsWith(after) || after.startsWith(before));
}

/**
 * What else could be meant when no number contains some digits: stored numbers are international, without the 0, 00 or 011
 * that people dial in front. null when there is nothing of the kind.
 */
export function withoutPrefix(digits: string): string | null {
  const rest = digits.replace(/^(?:011(?=[1-9])|0+)/u, '');
  return rest === '' || rest === digits ? null : rest;
}
