/** Lines that the box itself can hold and stay quick: a key press costs Chromium's own text box 70 to 200 ms at 100,000 lines. */
export const MOST_LINES_IN_BOX = 12_000;
/** Lines of a longer list that the box shows. */
export const LINES_SHOWN = 200;

/** How many lines a text has, counted no further than `most`. A line end of any kind that a text box knows: LF, CR, CRLF. */
export function countLines(text: string, most = Number.POSITIVE_INFINITY): number {
  const lineEnd = /\r\n|[\n\r]/g;
  let lines = 1;
  while (lines < most && lineEnd.test(text)) lines += 1;
  return lines;
}

/** True for a list too long to be edited in the box. */
export function isTooLongToEdit(text: string): boolean {
  return text.length > MOST_LINES_IN_BOX && countLines(text, MOST_LINES_IN_BOX + 1) > MOST_LINES_IN_BOX;
}

/** The first lines of a text, without the line end of the last of them. */
export function firstLines(text: string, lines: number): string {
  const lineEnd = /\r\n|[\n\r]/g;
  for (let line = 1; lineEnd.test(text); line += 1) {
    if (line === lines) return text.slice(0, lineEnd.lastIndex).replace(/[\r\n]+$/, '');
  }
  return text;
}

const FEWEST_ROWS = 2;
const MOST_ROWS = 8;

/** How many rows the box takes: it grows with its lines, up to a height that leaves the answers in sight. */
export function rowsFor(text: string): number {
  return Math.max(FEWEST_ROWS, countLines(text, MOST_ROWS));
}

/** The text as a text box gives it back, which knows line feeds only: anything else would look changed at every turn. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
}
