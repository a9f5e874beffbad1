import type { CollectionReading } from './list';

/** Fewer rows than this is nobody's page. */
const SMALLEST_PAGE = 10;

/** So many rows as programs put on a page, or cut an answer off at: tens up to a hundred, multiples of 25, powers of two. */
export function isPageful(rows: number): boolean {
  if (rows < SMALLEST_PAGE) return false;
  return (rows <= 100 && rows % 10 === 0) || rows % 25 === 0 || Number.isInteger(Math.log2(rows));
}

/**
 * Tells an answer to exact numbers that may have been cut off at a full page, its end stated all the same: a server may list page by
 * page, and give no more than one of what is asked for by `exact[]`. Only the fullest answers can be such. Kept with what else is known
 * of the vendor's program.
 */
export class FullAnswers {
  private most = 0;
  private goesOn = false;

  /** Notes an answer; true when there may be more, which another request for the numbers not found tells, where it found some. */
  mayBeCut({ ending, requests, largestPage, optOuts }: CollectionReading): boolean {
    this.most = Math.max(this.most, largestPage);
    this.goesOn ||= optOuts.length > largestPage;
    return (
      ending.kind === 'end' && requests === 1 && !this.goesOn && largestPage >= this.most && isPageful(largestPage)
    );
  }
}
