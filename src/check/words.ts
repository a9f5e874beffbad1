import { countryName } from '../lib/country-name';
import type { OffByOne } from '../lib/phone';
import { SHARED_WORDS } from '../lib/words';

// The words of the answers, once: page, file, copied text and print all take them from here. The rules they follow are in
// lib/WORDS.md. Loaded with the answers, not with the page: what stands there before them is in `page-words`.

/** What the answers as a whole are called and say. An instant, a count or a range comes as the words for it. */
export const ANSWER_WORDS = {
  /** What "Not found" promises, and what it does not. */
  promise: '“Not found” means: not on the lists searched, as far back and as late as stated. It is not consent.',
  /** What one number's answer means for whoever wants to text it; "Not found" has its promise. */
  meaning: {
    'opted-out': 'An opt-out on any list counts: do not text this number.',
    'could-not-check': 'This is no answer. Do not take it for “Not found”.',
  },
  /** What stands in the promise's place while lists are read. */
  underWay: 'Opted-out numbers show as they are read. “Not found” is said only when a list has been read to its end.',
  /** Under a record that was found while the rest is still read: where what was searched will stand. */
  goesOn: 'The rest of its list is still being read.',
  sandbox: SHARED_WORDS.sandboxData,
  notAnswered: 'not answered yet',
  stillChecking: 'still being checked',
  asked: (when: string) => `asked ${when}`,
  askedAgain: (when: string) => `What could not be checked was asked again ${when}.`,
  /** In which country (ISO 3166) numbers without a country code were read. */
  country: (country: string) => `Numbers without a country code were read as numbers of ${countryName(country)}.`,
  /** Said aloud when a table that was sorted is no longer. */
  inputOrder: 'In the order of the input',
  /** Said aloud when somebody has chosen which rows to see. */
  showing: (shown: string, all: string, what: string) => `Showing ${shown} of ${all}: ${what}`,
  showingAll: (all: string) => `Showing all ${all}`,
  unfinished: 'Printed while lists were still being read: this check is not finished.',
  rowsPrinted: (shown: string, all: string) => `Only ${shown} of ${all} rows are printed.`,
  keptRows: (count: string) =>
    `Rows with answers of an earlier reading, not asked for again: ${count}. They are marked “Earlier reading”.`,
  /** An answer that "Retry" has not asked for again. */
  kept: {
    name: 'Earlier reading',
    /** `when`: the newest asking. */
    meaning: (when: string) => `It was read before the last asking, ${when}, and not asked for again then.`,
  },
  /** One vendor has the opt-out, another does not. */
  gap: { name: 'Gap', meaning: 'one vendor has the opt-out, and another one, read to its end, does not.' },
  /** Records that a vendor sent and nobody asked for. */
  unasked: {
    title: (vendor: string, records: string) => `${vendor} sent ${records} nobody asked for`,
    meaning: 'They match no number of this list and were not used. The numbers asked for are answered as shown.',
  },
} as const;

/** What an answer rests on. Lower case: `sentence` makes a beginning of it. */
export const SCOPE_WORDS = {
  searched: 'searched',
  searchedWhole: 'searched whole',
  searchedInPart: 'searched in part',
  notFullySearched: 'not fully searched',
  notRead: 'not read',
  notConfigured: 'not configured, not searched',
  notSearched: (settings: string) => `Not searched. Missing in the settings: ${settings}.`,
  wholeList: 'whole list',
  now: 'now',
  range: (from: string, to: string) => `${from} to ${to}`,
  asOf: (when: string) => `as of ${when}`,
  before: (age: string) => `${age} before this check`,
  newestPart: (when: string) => `newest part read again ${when}`,
  newestAnswers: (when: string) => `the newest answers as of ${when}`,
  accounts: (names: readonly string[]) => `${names.length === 1 ? 'account' : 'accounts'} ${names.join(', ')}`,
} as const;

/** How a number was read, and why it may not have been. */
export const NUMBER_WORDS = {
  asked: 'Number as asked',
  readAs: 'Read as',
  foundUnder: 'Record found under',
  verdict: 'Verdict',
  notANumber: 'not a phone number',
  nothingAsked: (input: string) => `“${input}” is not a phone number, so nothing was asked.`,
  matched: (number: string) => `The record was found under ${number}.`,
  lookedUp: (readings: number) => `${readings === 2 ? 'Both' : `All ${readings}`} are looked up.`,
  notUnderstood:
    'No phone number of the default country, or of the country code it begins with, is written like this; a digit may be missing or one too ' +
    'many. Looked up as written it was not found, which proves nothing. Check the digits, and write the number with + and its country code.',
  perhapsSlip: 'a digit missing or too many?',
  offByOne: ({ digits, off, country, readAs }: OffByOne) =>
    `${digits} digits: one too ${off === 'short' ? 'few' : 'many'} for ${countryName(country)}, so read as ` +
    `${readAs === null ? 'an international number' : countryName(readAs)}.`,
  vendorNotAsked: (vendor: string) => `${SHARED_WORDS.ownServerWasGone} ${vendor} was not asked.`,
} as const;

/** The same words at the beginning of a line. */
export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
