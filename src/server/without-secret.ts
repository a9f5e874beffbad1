import { Transform } from 'node:stream';

/** A shorter key is a placeholder, and covering it would spoil answers: an `x` stands in `next`. In characters. */
const SHORTEST_SECRET = 6;

/** Names that web pages have for signs; all others are written by number. */
const NAMES: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": 'apos',
  '+': 'plus',
  '/': 'sol',
  '=': 'equals',
};
/** Escapes by number, which stands for `HH`: in addresses, in web pages, and with one backslash to three in JSON and scripts. */
const ESCAPES = [
  '%HH',
  '%25HH',
  '%2525HH',
  '&#xHH;',
  '&#XHH;',
  '&#x00HH;',
  '\\u00HH',
  '\\\\u00HH',
  '\\\\\\u00HH',
  '\\xHH',
];
const BACKSLASHES = ['\\', '\\\\', '\\\\\\'];

/** A key or token to be covered wherever it turns up. */
export interface Secret {
  /** For each of its characters, all the ways to write it, by what they begin with. */
  readonly signs: readonly ReadonlyMap<string, readonly string[]>[];
  /** For the first two of them, which character codes (to 255) any way to write it begins with: true as 1. */
  readonly beginnings: readonly [Uint8Array, Uint8Array];
}

/**
 * How a character of a secret (visible ASCII) may be written: letters and digits as they are, others also as addresses, JSON and web
 * pages escape them, once or over again. Which of them a program escapes is its own choice, sign by sign.
 */
function spellings(sign: string): ReadonlyMap<string, readonly string[]> {
  if (/[A-Za-z\d]/.test(sign)) return new Map([[sign, [sign]]]);
  const code = sign.charCodeAt(0);
  const hex = code.toString(16);
  const digits = [...new Set([hex, hex.toUpperCase()])];
  const numbered = digits.flatMap((each) => ESCAPES.map((escape) => escape.replace('HH', each)));
  const escaped = BACKSLASHES.map((before) => `${before}${sign}`);
  const named = sign in NAMES ? [`&${NAMES[sign]};`] : [];
  const ways = [sign, ...escaped, ...numbered, `&#${code};`, `&#0${code};`, ...named];
  const first = (way: string) => way.charAt(0);
  return new Map(ways.map((way) => [first(way), ways.filter((other) => first(other) === first(way))]));
}

/** What to look for so that a secret does not get out; null where there is none. */
export function secretOf(secret: string | null): Secret | null {
  if (secret === null || secret.length < SHORTEST_SECRET) return null;
  const signs = Array.from(secret, spellings);
  return { signs, beginnings: [beginningsOf(signs[0]), beginningsOf(signs[1])] };
}

function beginningsOf(sign: ReadonlyMap<string, unknown> | undefined): Uint8Array {
  const codes = new Uint8Array(256);
  for (const first of sign?.keys() ?? []) codes[first.charCodeAt(0)] = 1;
  return codes;
}

/**
 * The next place from `from` on where the secret may begin; the text's length when there is none. What goes through is a thousand
 * times longer than what is looked for, so this is quick before all else.
 */
function nextBeginning({ signs, beginnings: [first, second] }: Secret, text: string, from: number): number {
  // A sign with one spelling has the next one right behind it.
  const isPlain = signs[0]?.size === 1;
  const last = text.length - 1;
  for (let at = from; at <= last; at += 1) {
    if (first[text.charCodeAt(at)] !== 1) continue;
    if (!isPlain || at === last || second[text.charCodeAt(at + 1)] === 1) return at;
  }
  return text.length;
}

/** Where the secret that begins at `start` ends; `cut-off` when the text ends before it can be told, null when none begins there. */
function endOf(secret: Secret, text: string, start: number): number | 'cut-off' | null {
  let places: ReadonlySet<number> = new Set([start]);
  let isCutOff = false;
  for (const sign of secret.signs) {
    const after = new Set<number>();
    for (const place of places) {
      isCutOff ||= place === text.length;
      for (const way of sign.get(text.charAt(place)) ?? []) {
        const end = place + way.length;
        if (text.startsWith(way, place)) after.add(end);
        else if (end > text.length && text.endsWith(way.slice(0, text.length - place))) isCutOff = true;
      }
    }
    if (after.size === 0) return isCutOff ? 'cut-off' : null;
    places = after;
  }
  return Math.max(...places);
}

/**
 * The text with `mark` in place of each spelling of the secret, and apart from it, as `rest`, an end that may be the beginning of one.
 */
function cover(secret: Secret, text: string, mark: (found: string) => string): { done: string; rest: string } {
  let done = '';
  let from = 0;
  let at = 0;
  while ((at = nextBeginning(secret, text, at)) < text.length) {
    const end = endOf(secret, text, at);
    if (end === 'cut-off') return { done: done + text.slice(from, at), rest: text.slice(at) };
    if (end !== null) {
      done += text.slice(from, at) + mark(text.slice(at, end));
      from = end;
    }
    at = end ?? at + 1;
  }
  return { done: done + text.slice(from), rest: '' };
}

/** The text with one asterisk for each spelling of the secret. */
export function covered(text: string, secret: Secret): string {
  const { done, rest } = cover(secret, text, () => '*');
  return done + rest;
}

/**
 * Passes an answer on with the secret covered by as many asterisks, also where two chunks share it: vendors and gateways are known
 * to repeat a refused key in their error text. Holds back only what could be the beginning of a spelling.
 */
export function withoutSecret(secret: Secret): Transform {
  let held = '';
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      // One character for each byte, whatever the bytes mean: a secret is ASCII.
      const text = held + chunk.toString('latin1');
      const { done: passed, rest } = cover(secret, text, (found) => '*'.repeat(found.length));
      held = rest;
      done(null, Buffer.from(passed, 'latin1'));
    },
    flush(done) {
      done(null, Buffer.from(held, 'latin1'));
    },
  });
}
