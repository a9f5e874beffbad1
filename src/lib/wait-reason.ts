/** Why requests to a vendor wait: it answered 429 (`asked`), or it said that little of our budget is left and we stop before that (`budget`). */
export type WaitReason = 'asked' | 'budget';

/** The reason as a sentence without its end, about this vendor (its name, or "The vendor"). */
export function waitWords(vendor: string, reason: WaitReason): string {
  return reason === 'asked'
    ? `${vendor} asked us to slow down`
    : `${vendor} allows few more requests for now, and we keep within that`;
}
