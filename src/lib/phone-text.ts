/** A text with every sign that matters to a phone number in ASCII, and the way back to the text as typed. */
export interface PlainText {
  readonly text: string;
  /** Index in the typed text of the sign at `index` here; the typed text's length at the end. */
  readonly at: (index: number) => number;
}

const ASCII = /^[\t\n\r\x20-\x7e]*$/;
const INVISIBLE = /[\p{Cf}\p{Cc}\p{M}]/u;
const SPACE = /[\s\p{Z}]/u;
const DIGIT = /\p{Nd}/u;

/** Signs people and programs write for an ASCII one, beyond what Unicode's classes tell. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  '−': '-', // minus
  ー: '-', // katakana long vowel mark
  '⁃': '-', // hyphen bullet
  '˗': '-', // modifier minus
  '﹢': '+',
  '⁺': '+',
  '➕': '+',
  '。': '.',
  '·': '.',
  '․': '.',
  '•': '*',
  '●': '*',
  '○': '*',
  '…': '*',
  '⁄': '/',
  '∕': '/',
  '、': ',',
  '،': ',',
  '؛': ';',
};

/**
 * Brings digits of every script, full-width signs, dashes, spaces and brackets to ASCII; leaves out what cannot be seen
 * (zero-width and bidi controls, soft hyphens, combining marks). One sign in, at most one sign out.
 */
export function plainText(typed: string): PlainText {
  if (ASCII.test(typed)) return { text: typed.replace(/[\t\n\r]/g, ' '), at: (index) => index };
  let text = '';
  const origin: number[] = [];
  let index = 0;
  for (const sign of typed) {
    const plain = plainSign(sign);
    text += plain;
    for (let unit = 0; unit < plain.length; unit += 1) origin.push(index);
    index += sign.length;
  }
  return { text, at: (position) => origin[position] ?? typed.length };
}

/** True when the text holds a digit of any script. */
export function hasDigit(text: string): boolean {
  return DIGIT.test(text);
}

function plainSign(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  if (code >= 0x20 && code < 0x7f) return sign;
  if (SPACE.test(sign)) return ' ';
  if (INVISIBLE.test(sign)) return '';
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCodePoint(code - 0xfee0);
  if (DIGIT.test(sign)) return String(digitValue(code));
  const lookalike = LOOKALIKES[sign];
  if (lookalike !== undefined) return lookalike;
  if (/\p{Pd}/u.test(sign)) return '-';
  if (/\p{Ps}/u.test(sign)) return '(';
  if (/\p{Pe}/u.test(sign)) return ')';
  return sign;
}

const digitValues = new Map<number, number>();

/**
 * The value of a decimal digit of any script. Unicode keeps the ten digits of a script in a row, 0 first (The Unicode Standard,
 * 4.6): the value is the number of digits right before it, modulo ten where rows touch.
 */
function digitValue(code: number): number {
  const known = digitValues.get(code);
  if (known !== undefined) return known;
  let before = 0;
  while (DIGIT.test(String.fromCodePoint(code - before - 1))) before += 1;
  digitValues.set(code, before % 10);
  return before % 10;
}

/** The digits of a text, of any script, in order, as ASCII. '' for a text without any. */
export function digitsOf(typed: string): string {
  return plainText(typed).text.replaceAll(/\D/gu, '');
}

/** A whole number as a spreadsheet groups it, `4,155,550,132`; only a cell of a file, or one in quotes, has such commas. */
const THOUSANDS = /^[^\p{L}\d]*\d{1,3}(?:,\d{3}){2,}[^\p{L}\d]*$/u;

/** The text with dots for the commas of thousands, which then split nothing; any other text as it is. */
export function withoutThousands(text: string): string {
  return THOUSANDS.test(text) ? text.replaceAll(',', '.') : text;
}

/** `%20`, `%2B`, `%28`: what a link has for a space, a plus, a bracket. Its digits are none of the number's. */
const ESCAPED = /%2[0-9a-f]/gi;

/** The text with the signs that a link's escapes stand for; same length. */
export function withoutEscapes(text: string): string {
  return text.replace(ESCAPED, (escape) => decodeURIComponent(escape).padStart(escape.length));
}
