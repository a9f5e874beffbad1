/** Levels of nesting that are kept; the vendors' records have two. */
const DEEPEST = 100;

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => isDeeper(part, levels - 1));
}

/**
 * A value out of parsed JSON that can be written as JSON again wherever it is shown, or a sentence in its place: a browser reads
 * any number of levels, and throws when it has to write some thousands.
 */
export function writable(value: unknown): unknown {
  return isDeeper(value, DEEPEST) ? 'Nested too deeply to be shown' : value;
}
