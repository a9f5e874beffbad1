import { countryName } from '../lib/country-name';

// The words of the answers, once: page, copied text and print all take them from here. The rules they follow are in lib/WORDS.md.
// Loaded with the answers, not with the page.

export const ANSWER_WORDS = {
  /** In which country (ISO 3166) numbers without a country code were read; a whole sentence. */
  country: (country: string) => `Numbers without a country code were read as numbers of ${countryName(country)}.`,
  /** Said aloud when a table that was sorted is no longer. */
  inputOrder: 'In the order of the input',
  /** When what could not be checked was asked again, an instant in words. */
  askedAgain: (when: string) => `What could not be checked was asked again ${when}.`,
  /** How many rows (a count in words) hold answers that were not asked for again. */
  keptRows: (count: string) =>
    `Rows with answers of an earlier reading, not asked for again: ${count}. They are marked “Earlier reading”.`,
  /** An answer that "Retry" has not asked for again. */
  kept: {
    name: 'Earlier reading',
    /** `when`: the newest asking, an instant in words. */
    meaning: (when: string) => `It was read before the last asking, ${when}, and not asked for again then.`,
  },
} as const;
