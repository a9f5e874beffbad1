const grouped = new Intl.NumberFormat('en-US');

/** A whole number with thousands separators: `3,214`. */
export function formatCount(count: number): string {
  return grouped.format(count);
}

/** A count with its noun: `1 opt-out`, `3,214 opt-outs`. `plural` only where adding an s is not enough. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}
