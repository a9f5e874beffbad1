import { countryName } from '../lib/country-name';
import { SHARED_WORDS } from '../lib/words';
import { countOf, formatCount } from '../ui/counts';

/** What the page says around the question, before there are answers: part of the first load, hence apart from `words`. */
export const PAGE_WORDS = {
  nothingTyped: 'Enter at least one phone number.',
  notLoaded: {
    title: SHARED_WORDS.ownServerGone,
    meaning: 'What reads the numbers could not be loaded, so nothing was asked.',
    next: 'See that the program behind this page is running, then check again.',
  },
  otherText: {
    title: 'The answers below are not for what is in the box now',
    body: 'They are for what was asked before. Press Check to ask what the box holds.',
  },
  /** Countries are ISO 3166 codes. */
  otherCountry: {
    title: 'The answers below are for another default country',
    body: (asked: string, chosen: string) =>
      `They read numbers without a country code as numbers of ${countryName(asked)}. Now ${countryName(chosen)} is chosen.`,
    action: 'Check again',
  },
  file: {
    unreadable: 'The browser could not read this file. Choose it again, or paste its numbers into the box.',
    oneAtATime: 'Files are read one at a time. Add one of them and check it, then add the next.',
    taken: (column: string, file: string) => `Numbers taken from the column ${column} of ${file}.`,
    blank: (blank: number, records: number) =>
      `${formatCount(blank)} of ${countOf(records, 'row')} ${blank === 1 ? 'has' : 'have'} nothing in this column.`,
    others: (columns: string) =>
      `Other numbers stand in ${columns}: they are not in the box. Choose that column to check them.`,
    codes: (column: string) => `The codes in ${column} stand before the numbers.`,
    perhapsCodes: (column: string) =>
      `${column} may hold country codes. Where it could, the number is looked up with and without the code.`,
  },
} as const;
