/** A whole number with thousands separators: `3,214`. Without `Intl`, whose data would be read while the page loads. */
export function formatCount(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
}

/** A count with its noun: `1 opt-out`, `3,214 opt-outs`. `plural` only where adding an s is not enough. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}
