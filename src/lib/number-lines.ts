/** A physical line of a text. */
export interface Line {
  /** From 1, as editors count. */
  readonly number: number;
  readonly content: string;
  /** Index in the text right behind the line and its end. */
  readonly end: number;
}

/** Splits a text into lines, lazily, at every line end Unicode knows (UAX 14): LF, CR, CRLF, VT, FF, NEL, LS, PS. */
export function* linesOf(text: string): Generator<Line> {
  const lineEnd = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;
  let start = 0;
  let number = 1;
  for (let match = lineEnd.exec(text); match !== null; match = lineEnd.exec(text)) {
    yield { number, content: text.slice(start, match.index), end: lineEnd.lastIndex };
    start = lineEnd.lastIndex;
    number += 1;
  }
  yield { number, content: text.slice(start), end: text.length };
}
