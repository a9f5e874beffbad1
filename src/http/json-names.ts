/** Where the text that begins at the quote `from` ends: the place of its closing quote. The text is JSON. */
function endOfText(json: string, from: number): number {
  for (let end = json.indexOf('"', from + 1); end !== -1; end = json.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (json[end - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return end;
  }
  return json.length;
}

/** Names as written: texts with a colon behind them. */
function namesWritten(json: string): number {
  let names = 0;
  let at = json.indexOf('"');
  while (at !== -1) {
    let after = endOfText(json, at) + 1;
    while (/\s/u.test(json.charAt(after))) after += 1;
    if (json[after] === ':') names += 1;
    at = json.indexOf('"', after);
  }
  return names;
}

/** Names that are left once it is parsed. */
function namesIn(value: unknown): number {
  let names = 0;
  const left = [value];
  while (left.length > 0) {
    const one = left.pop();
    if (typeof one !== 'object' || one === null) continue;
    const inside: readonly unknown[] = Object.values(one);
    if (!Array.isArray(one)) names += inside.length;
    // Only what can hold more: long lists of numbers are not worth the copy.
    for (const part of inside) if (typeof part === 'object') left.push(part);
  }
  return names;
}

/**
 * Whether an object somewhere in a JSON text has the same name twice. RFC 8259 §4 leaves open which of the two counts, and
 * `JSON.parse` (of which `value` is the outcome) drops the first without a word: a list of rows, or the number of one.
 */
export function hasNameTwice(json: string, value: unknown): boolean {
  return namesWritten(json) !== namesIn(value);
}
