import type { QueryRule } from '../providers/proxy-contract';
import { covered, type Secret } from './without-secret';

/** Takes one finished line. */
export type Log = (line: string) => void;

const SMALL_NUMBER = /^[1-9]\d{0,3}$/;
/** Only what can be a day, and a time and an offset that there are: other digits may be somebody's number. */
const DATE =
  /^(19|20)\d{2}-(0\d|1[0-2])-([0-2]\d|3[01])(T([01]\d|2[0-3])((:|%3A)[0-5]\d){2}(%2B|-)(0\d|1[0-4])(00|15|30|45))?$/i;

/** A phone number has more digits than this, however they are written and whatever stands between them. */
const MOST_DIGITS = 2;
/** Digits of any script with what is no letter between them. */
const DIGITS = /\p{N}(?:[^\p{L}\p{N}]*\p{N})*/gu;
/** Digits that make no readable character, with the sign of an escape before each two: `%06%12%34`. */
const ESCAPES_OF_DIGITS = /\d*(?:%\d\d){2,}\d*/g;

/** What a reader, however lenient, could make of a text: percent escapes decoded, also twice, and full-width signs as plain ones. */
function readAs(text: string): string {
  let plain = text.normalize('NFKC');
  for (let round = 0; round < 4; round += 1) {
    const decoded = plain.replaceAll(/(?:%[\da-f]{2})+/gi, (escapes) =>
      Buffer.from(escapes.replaceAll('%', ''), 'hex').toString(),
    );
    plain = decoded.normalize('NFKC');
  }
  return plain;
}

function digitsIn(text: string): number {
  return text.match(/\p{N}/gu)?.length ?? 0;
}

/**
 * A path for the log: visible ASCII, at most 120 characters. As it was sent where it holds at most two digits; where there are
 * more, as it reads, with all of them masked.
 */
export function maskPath(path: string): string {
  const plain = readAs(path);
  const masked =
    digitsIn(plain) > MOST_DIGITS ? plain.replaceAll(DIGITS, '*') : path.replaceAll(ESCAPES_OF_DIGITS, '*');
  return masked.replaceAll(/[^!-~]/gu, '?').slice(0, 120);
}

/**
 * A query string for the log: the names, unless a digit stands in one, and of the values only dates and small numbers of parameters
 * that never hold a phone number, each once. Every other value is `*`, so that neither a number nor a cursor made of one is kept.
 */
export function maskQuery(query: string, rule: QueryRule): string {
  if (query.length < 2) return query;
  const seen = new Set<string>();
  const pairs = query
    .slice(1)
    .split('&')
    .map((pair) => {
      const [name = '', ...rest] = pair.split('=');
      const value = rest.join('=');
      const loggable = rule.logged.includes(name) && (SMALL_NUMBER.test(value) || DATE.test(value));
      const plain = value === '' || (loggable && !seen.has(name));
      seen.add(name);
      const known = rule.names.includes(readAs(name)) || digitsIn(readAs(name)) === 0;
      const shown = known
        ? name
            .replaceAll(ESCAPES_OF_DIGITS, '*')
            .replaceAll(/[^!-~]/gu, '?')
            .slice(0, 120)
        : '*';
      return rest.length === 0 ? shown : `${shown}=${plain ? value : '*'}`;
    });
  return `?${pairs.join('&')}`;
}

/** The same log, with these secrets covered in every line. */
export function logWithout(secrets: readonly Secret[], log: Log): Log {
  return (line) => log(secrets.reduce(covered, line));
}

/** One proxied request. `ms` from its arrival to its end; `bytes` of the body as sent down. */
export interface LoggedRequest {
  readonly vendor: string;
  readonly path: string;
  /** Null where the browser went away before there was one. */
  readonly status: number | null;
  readonly ms: number;
  readonly bytes: number;
  /** How it ended when not well, and what to do; null otherwise. */
  readonly note: string | null;
}

/** `2026-11-22T12:00:00.000Z mobivate /addressbook/optout?page=1 200 52 ms 1024 B` */
export function requestLine(now: number, { vendor, path, status, ms, bytes, note }: LoggedRequest): string {
  const line = `${new Date(now).toISOString()} ${vendor} ${path} ${status ?? '-'} ${Math.round(ms)} ms ${bytes} B`;
  return note === null ? line : `${line}: ${note}`;
}

/** `2026-11-22T12:00:00.000Z refused GET /api/x 404: There is … Nothing, unless …`: what came, its answer, why, and what to do. */
export function refusedLine(now: number, what: string, status: number, why: string, toDo: string): string {
  return `${new Date(now).toISOString()} refused ${what} ${status}: ${why} ${toDo}`.trimEnd();
}

/**
 * An error of our own on one line: its message without numbers, and the places of the program it came from, which hold no data.
 */
export function errorLine(now: number, where: string, error: unknown, toDo: string): string {
  const {
    name,
    message,
    stack = '',
  } = error instanceof Error ? error : new Error('something that is no error was thrown');
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
  const text = readAs(message)
    .replaceAll(DIGITS, '*')
    .replaceAll(/[^ -~]/gu, '?')
    .slice(0, 300);
  return `${new Date(now).toISOString()} error in ${where} 500: ${name}: ${text}. ${toDo} ${places.map((line) => line.trim()).join(' | ')}`;
}
