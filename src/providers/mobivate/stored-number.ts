import { isNonEmpty, type NonEmpty } from '../../lib/non-empty';
import { readPiece, recordKeys, type Reading } from '../../lib/phone';
import { plainText } from '../../lib/phone-text';
import { isSenderName } from './sender-name';

/** One number of a cell. */
export interface ListedNumber {
  /** Its digits, of a grouped one in international form. */
  readonly msisdn: string;
  /** Every digit string under which it answers a question. */
  readonly keys: readonly string[];
}

/** What stands in `mobile`. */
export type StoredNumber =
  | { readonly kind: 'numbers'; readonly numbers: NonEmpty<ListedNumber> }
  /** The sender's name in letters that a text message may carry instead of a number: it hides none. */
  | { readonly kind: 'name' }
  /** Nobody can tell whose row this is: it may be anybody's. */
  | { readonly kind: 'unreadable' };

const UNREADABLE: StoredNumber = { kind: 'unreadable' };

/** Longer texts are no number, and not a few either. */
const LONGEST_TEXT = 1000;
/** What reading would pass over although nobody knows what it did there; zero-width signs and marks of direction are not among it. */
const UNSEEN = /[\p{Cc}\p{M}]/u;
const LINE = /[\n\r\t\u2028\u2029]+/;
/** What stands between whole numbers; a `+` behind digits begins another one. */
const BETWEEN = /[,;|/]|\s(?:or|and|&)\s|(?<=\d)[ -]*(?=\+)/i;
/** What programs put around a number that is no part of it: a spreadsheet's apostrophe or quotes, a link's scheme. */
const WRAPPING = /^(?:=?["'’`])*\s*(?:(?:tel|sms|whatsapp):)?\s*|\s*["'’`]*$/gi;
/** What a spreadsheet leaves behind a number that it took for an amount. */
const DECIMALS = /^(\+?\d{7,})[.,]0+$/;
const PLAIN = /^\+?\d+$/;
/** Digits in groups, with one separator or bracket between two of them and nothing else anywhere. */
const GROUPED =
  /^\+? ?(?:\d+|\(\+?\d+\)(?: ?[-.] ?| {1,2})?\d+)(?:(?: ?[-.] ?| {1,2})\d+|(?: ?[-.] ?| {1,2})?\(\d+\)(?: ?[-.] ?| {1,2})?\d+)*$/;
/** An amount with a fraction: not a number of so many digits. */
const FRACTION = /^\+?\d{7,}\.\d+$/;
/** Digits of a whole number where several share a cell (E.164 has no more; fewer are part of one). */
const FEWEST_DIGITS = 7;
const MOST_DIGITS = 15;
/** National numbers without their trunk zero are no longer than this; groups of more that no plan knows are not one number. */
const MOST_NATIONAL_DIGITS = 11;

/**
 * Reads a stored number: plain digits of any length as they are, further digits by an allow-list of what may stand around and between
 * them. Digits are never joined over a sign that is not on it: `15559999*99` is not `1555999999`. Several numbers in a cell are each
 * read when all of them are certain. The one way from a row to its numbers: matching, files and details all go through here.
 */
export function readStored(mobile: string): StoredNumber {
  if (/^\d+$/.test(mobile)) return { kind: 'numbers', numbers: [plainNumber(mobile)] };
  if (mobile.length > LONGEST_TEXT || UNSEEN.test(mobile.replaceAll(/\s/g, ''))) return UNREADABLE;
  if (isSenderName(mobile.trim())) return { kind: 'name' };
  const whole = plainText(mobile).text.trim().replaceAll(WRAPPING, '');
  const cells = (DECIMALS.test(whole) ? [whole] : cellsOf(mobile)).map((cell) => cell.replace(DECIMALS, '$1'));
  const numbers: ListedNumber[] = [];
  for (const cell of cells) {
    const read = readCell(cell);
    if (read === null) return UNREADABLE;
    numbers.push(...read);
  }
  if (!isNonEmpty(numbers)) return UNREADABLE;
  const areWhole = numbers.every(({ msisdn }) => msisdn.length >= FEWEST_DIGITS && msisdn.length <= MOST_DIGITS);
  return numbers.length === 1 || areWhole ? { kind: 'numbers', numbers } : UNREADABLE;
}

function cellsOf(mobile: string): readonly string[] {
  return mobile
    .split(LINE)
    .flatMap((line) => plainText(line).text.split(BETWEEN))
    .map((cell) => cell.trim().replaceAll(WRAPPING, ''))
    .filter((cell) => cell !== '');
}

/** The numbers of a text without separators of numbers; null when it cannot be read for certain. */
function readCell(cell: string): readonly ListedNumber[] | null {
  if (PLAIN.test(cell)) return [plainNumber(cell.replace('+', ''))];
  if (!GROUPED.test(cell) || FRACTION.test(cell)) return null;
  const asWritten = readPiece(cell, '');
  if (asWritten.kind === 'not-a-number' && asWritten.problem === 'date') return null;
  // Stored numbers are international, with a plus or without.
  const read = readPiece(`+${cell.replace('+', '')}`, '');
  if (read.kind === 'several') return read.parts.map(({ readings }) => groupedNumber(readings));
  if (read.kind !== 'number') return null;
  const { msisdn, possible } = read.readings[0];
  if (!possible && !msisdn.startsWith('0') && msisdn.length > MOST_NATIONAL_DIGITS) return null;
  const { keys } = groupedNumber(read.readings);
  // A zero in brackets is dialled in some countries only; any other digit is part of the number.
  const digits = /\(0\)/.test(cell) ? [] : recordKeys(cell.replaceAll(/\D/g, ''));
  return [{ msisdn, keys: [...new Set([...digits, ...keys])] }];
}

function plainNumber(digits: string): ListedNumber {
  return { msisdn: digits, keys: recordKeys(digits) };
}

function groupedNumber(readings: NonEmpty<Reading>): ListedNumber {
  return { msisdn: readings[0].msisdn, keys: readings.flatMap(({ keys }) => keys) };
}
