/**
 * The text with every lone surrogate (half of a character, which UTF-8 cannot hold) replaced by U+FFFD, as the browser would
 * when encoding. `String.prototype.toWellFormed` does the same but is younger than the oldest Node and browsers served.
 */
export function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\uFFFD');
}
