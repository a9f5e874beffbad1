import { createParser, parseAsNumberLiteral, parseAsString } from 'nuqs';

import { isNonEmpty, type NonEmpty } from '../../lib/non-empty';
import { digitsOf } from '../../lib/phone-text';

/** Rows per page that can be chosen. */
export const PAGE_SIZES = [25, 50, 100, 250] as const;

/** TextUs wants at least this many characters in `q` (VENDORS "TextUs"). */
export const FEWEST_DIGITS = 3;

/** The browser sends the page's URL to our server on reload, which takes 16 kB of headers: longer lists belong to Check. */
const LONGEST_EXACT = 8000;

/**
 * Numbers as one value of the URL: `5553031234,(555) 222-1234`. A comma or backslash inside a number gets a backslash in
 * front, so that every list of non-empty texts comes back as it was.
 */
export function formatExact(numbers: readonly string[]): string {
  return numbers.map((number) => number.replaceAll(/[\\,]/gu, String.raw`\$&`)).join(',');
}

/** Reads `formatExact` back; empty pieces (a comma too many) are skipped. Null when nothing is left or a backslash escapes nothing. */
export function parseExact(text: string): NonEmpty<string> | null {
  if (!/^(?:[^\\]|\\[\\,])*$/u.test(text)) return null;
  const pieces = text.match(/(?:[^\\,]|\\[\\,])+/gu) ?? [];
  const numbers = pieces.map((piece) => piece.replaceAll(/\\(.)/gu, '$1'));
  return isNonEmpty(numbers) ? numbers : null;
}

/** True while a list of numbers is short enough to live in the URL. */
export function fitsUrl(numbers: readonly string[]): boolean {
  return encodeURIComponent(formatExact(numbers)).length <= LONGEST_EXACT;
}

const parseAsExact = createParser<NonEmpty<string>>({
  parse: parseExact,
  serialize: formatExact,
  eq: (one, other) => formatExact(one) === formatExact(other),
});

const parseAsPage = createParser<number>({
  parse: (text) => (/^[1-9]\d{0,6}$/.test(text) ? Number(text) : null),
  serialize: String,
});

/** The parameters of `/textus` (CONTRACT "Pages"), for nuqs: `account`, `q`, `exact`, `size`, `page`. */
export const searchParsers = {
  account: parseAsString,
  q: parseAsString.withDefault(''),
  exact: parseAsExact,
  size: parseAsNumberLiteral(PAGE_SIZES).withDefault(50),
  page: parseAsPage.withDefault(1),
};

/** What the search box asks for. */
export type SearchText =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-short'; readonly digits: string }
  | { readonly kind: 'ready'; readonly digits: string };

/** Reads the search box: its digits, wherever they stand, are what TextUs is asked for, once there are three. */
export function readSearchText(text: string): SearchText {
  const digits = digitsOf(text);
  if (text.trim() === '') return { kind: 'empty' };
  return { kind: digits.length < FEWEST_DIGITS ? 'too-short' : 'ready', digits };
}

/** Which account's list is shown. */
export type AccountChoice =
  | { readonly kind: 'account'; readonly account: string }
  /** The URL names one that is not set up here: another one's list must not pass for it. */
  | { readonly kind: 'unknown'; readonly account: string }
  | { readonly kind: 'none' };

/** The account of the URL, or the first one when it names none. `accounts` are those of the settings. */
export function chooseAccount(account: string | null, accounts: readonly string[]): AccountChoice {
  const chosen = account ?? accounts[0];
  if (chosen === undefined) return { kind: 'none' };
  return { kind: accounts.includes(chosen) ? 'account' : 'unknown', account: chosen };
}
