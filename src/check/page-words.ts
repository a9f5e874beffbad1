import { countryName } from '../lib/country-name';

/** What the page says around the question, before there are answers: part of the first load, hence apart from `words`. */
export const PAGE_WORDS = {
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
} as const;
