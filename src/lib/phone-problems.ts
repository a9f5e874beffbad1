/**
 * Why a text was not read as one phone number. Never a guess: a wrong number would end as a wrong "Not found".
 * Kept apart from `phone.ts`, so that words can be shown without loading the numbering plans.
 */
export const NUMBER_PROBLEMS = [
  'no-digits',
  'too-short',
  'too-long',
  'several',
  'unclear',
  'letters',
  'spreadsheet',
  'date',
] as const;

export type NumberProblem = (typeof NUMBER_PROBLEMS)[number];

/** Each problem in a few words, where there is no room for a sentence; they follow "not a phone number". */
export const NUMBER_PROBLEM_SHORT: Readonly<Record<NumberProblem, string>> = {
  'no-digits': 'no digit in it',
  'too-short': 'too few digits',
  'too-long': 'too many digits',
  several: 'more than one number',
  unclear: 'can be read in several ways',
  letters: 'letters or signs among the digits',
  spreadsheet: 'rounded by a spreadsheet',
  date: 'a date or a time',
};

/** Each problem in one plain sentence that also says what to do; it follows "Could not check: not a phone number". */
export const NUMBER_PROBLEM_WORDS: Readonly<Record<NumberProblem, string>> = {
  'no-digits': 'There is no digit in it.',
  'too-short': 'It has too few digits. Write the whole number, with its area or country code.',
  'too-long': 'It has too many digits for one phone number.',
  several: 'It holds more than one phone number. Put each on a line of its own.',
  unclear: 'Its digits can be read in more than one way. Write one number, with + and the country code.',
  letters: 'Letters or signs stand where digits should be. Write the number in digits.',
  spreadsheet: 'A spreadsheet replaced the number by a rounded one. Take it from the source again, as text.',
  date: 'It is a date or a time.',
};
