/**
 * Why an answer could not be given. These ten, and no other, stand behind "Could not check" on the page, in CSV and in
 * copied text. What each one tells the person to do next lives in `lib/words.ts`.
 */
export const REASONS = [
  'not-a-phone-number',
  'not-configured',
  'refused',
  'slowed-down',
  'vendor-error',
  'no-answer',
  'not-understood',
  'incomplete',
  'known-number-missing',
  'cancelled',
] as const;

export type Reason = (typeof REASONS)[number];

/** What went wrong, kept with the gap it left: the reason, one plain sentence, and the technical detail for "Details". */
export interface Failure {
  readonly reason: Reason;
  /** One sentence in plain words, e.g. "The vendor refused the key (401)." */
  readonly message: string;
  /** HTTP status, the vendor's own message, the path asked: shown under "Details", never as the headline. No tokens, no numbers. */
  readonly detail: string;
}
