import type { Reason } from './reason';

// The words of the product, once: page, CSV and copied text all take them from here. The rules they follow are in WORDS.md.

/** The three verdicts, as the contract has them. */
export const VERDICT_WORDS = {
  'opted-out': 'Opted out',
  'not-found': 'Not found',
  'could-not-check': 'Could not check',
} as const;

export type VerdictKind = keyof typeof VERDICT_WORDS;

interface ReasonWords {
  /** The reason itself, as it follows "Could not check: " and stands in CSV. */
  readonly short: string;
  /** What it means for the answer, one sentence. */
  readonly meaning: string;
  /** The one next step. */
  readonly next: string;
}

/** What each reason is called, means, and asks of the person. */
export const REASON_WORDS: Readonly<Record<Reason, ReasonWords>> = {
  'not-a-phone-number': {
    short: 'not a phone number',
    meaning: 'It was not understood as a phone number, so nothing can be said of it.',
    next: 'Correct the number and check again.',
  },
  'not-configured': {
    short: 'not configured',
    meaning: 'This vendor has no key here, so its list was not read.',
    next: 'Ask whoever runs this page to add the key to its settings.',
  },
  refused: {
    short: 'refused',
    meaning: 'Its list was not read, so nothing can be said about numbers not seen.',
    next: 'Ask whoever runs this page to check the key and what it may read.',
  },
  'slowed-down': {
    short: 'slowed down',
    meaning: 'The search did not finish, so nothing can be said about numbers not seen.',
    next: 'Wait a minute, then retry.',
  },
  'vendor-error': {
    short: 'vendor error',
    meaning: 'The search did not finish, so nothing can be said about numbers not seen.',
    next: 'Retry. If it keeps failing, tell the vendor what Details shows.',
  },
  'no-answer': {
    short: 'no answer',
    meaning: 'The search did not finish, so nothing can be said about numbers not seen.',
    next: 'Check the connection, then retry.',
  },
  'not-understood': {
    short: 'answer not understood',
    meaning: 'What it sent was not used, so nothing can be said about numbers not seen.',
    next: 'Retry. If it stays so, pass on what Details shows.',
  },
  incomplete: {
    short: 'search incomplete',
    meaning: 'Part of the list could not be read, so nothing can be said about numbers not seen.',
    next: 'Retry to read the missing part.',
  },
  'known-number-missing': {
    short: 'known number missing',
    meaning: 'A number known to be on this list was missing from the answer, so its "Not found" cannot be relied on.',
    next: 'Ask whoever runs this page to check the known number, the key and the accounts.',
  },
  cancelled: {
    short: 'cancelled',
    meaning: 'The search was stopped before it was whole.',
    next: 'Check again to get an answer.',
  },
};

/** What is said in several places of the product. */
export const SHARED_WORDS = {
  /** At the head of everything copied or printed while pretend vendors answer. */
  sandboxData: 'SANDBOX DATA: not real people',
  ownServerGone: 'This page cannot reach its own server',
  ownServerWasGone: 'This page could not reach its own server.',
} as const;

/** What the states of a list are called and say; `noun` is one thing of the list, e.g. "opt-out". */
export const STATE_WORDS = {
  complete: 'Complete',
  incomplete: 'Incomplete',
  earlierReading: 'The rows below are from an earlier reading.',
  nothingRead: (noun: string) => `No ${noun}s were read, so none can be shown.`,
  nothingInPart: (noun: string) =>
    `No ${noun} to show in the part that was read. That does not mean that there is none.`,
} as const;

/** What stands on paper only. */
export const PRINT_WORDS = {
  /** `range`: '1–25 of 3,214'; `whole`: the list was read to its end. */
  rows: (range: string, whole: boolean) =>
    `Printed: rows ${range}. Download CSV holds every row${whole ? '' : ' that was read'}.`,
} as const;
