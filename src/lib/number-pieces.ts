/** Commas, semicolons, tabs and bars; full-width and Arabic ones too. */
const SEPARATOR = /[,;|\t，；｜、،؛]/g;
/** A cell in quotes, up to a separator or the end; longer ones are taken for a stray quote. */
const QUOTED = /\s*"(?:[^"]|""){0,1000}"\s*(?=[,;|\t，；｜、،؛]|$)/y;
/**
 * What a separator does not end: an extension after it (`, ext. 12`, `;ext=12` of RFC 3966), a dialled pause (`,,12`), and
 * decimals or an exponent with a decimal comma (`5553031234,0`, `1,5553E+10`).
 */
const CONTINUATIONS = [
  /[,;]\s*(?:ext(?:ension|n)?|x)[\s.:=]*\d{1,7}\s*(?=[,;|\t]|$)/iy,
  /;(?:isub|phone-context|postd|tsp)=[^,;|\t]*/iy,
  /,{2,}\d{1,7}#?\s*(?=[,;|\t]|$)/y,
  /(?<=\d{7}),0{1,2}\s*(?=[;|\t]|$)/y,
  /(?<=(?:^|[^\d.,])\d),\d+E\+?\d+\s*(?=[;|\t]|$)/iy,
] as const;

/**
 * Splits a line into its pieces, lazily and in time linear to its length. Each piece is the text as typed, with quotes and outer
 * white space; a separator inside quotes, or one that belongs to the number before it, does not split.
 */
export function* piecesOf(line: string): Generator<string> {
  let start = 0;
  let from = quotedEnd(line, 0);
  for (;;) {
    const index = nextSeparator(line, from);
    if (index < 0) break;
    from = continuationEnd(line, index);
    if (from > index) continue;
    yield line.slice(start, index);
    start = index + 1;
    from = quotedEnd(line, start);
  }
  yield line.slice(start);
}

function nextSeparator(line: string, from: number): number {
  SEPARATOR.lastIndex = from;
  return SEPARATOR.exec(line)?.index ?? -1;
}

/** Where the quoted cell at `start` ends; `start` when none is there. */
function quotedEnd(line: string, start: number): number {
  return endOf(QUOTED, line, start);
}

/** Where the number that runs on over the separator at `index` ends; `index` when it does not. */
function continuationEnd(line: string, index: number): number {
  if (!/[\d\s).]/.test(line.charAt(index - 1))) return index;
  for (const pattern of CONTINUATIONS) {
    const end = endOf(pattern, line, index);
    if (end > index) return end;
  }
  return index;
}

function endOf(pattern: RegExp, line: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(line) ? pattern.lastIndex : start;
}
