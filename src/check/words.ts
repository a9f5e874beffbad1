import { countryName } from '../lib/country-name';

// The words of the answers, once: page, copied text and print all take them from here. The rules they follow are in lib/WORDS.md.
// Loaded with the answers, not with the page.

export const ANSWER_WORDS = {
  /** In which country (ISO 3166) numbers without a country code were read; a whole sentence. */
  country: (country: string) => `Numbers without a country code were read as numbers of ${countryName(country)}.`,
} as const;
