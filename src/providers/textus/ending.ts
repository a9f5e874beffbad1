import type { RequestError } from '../../http/errors';
import { assertNever } from '../../lib/assert-never';
import { isNonEmpty } from '../../lib/non-empty';
import type { Failure } from '../../lib/reason';
import { REASON_WORDS } from '../../lib/words';
import { countOf, formatCount } from '../../ui/counts';
import type { Coverage, Gap, Scope } from '../contract';

/** How the reading of a collection ended. Only `end` makes it whole. */
export type Ending =
  | { readonly kind: 'end' }
  /** The chain ended with fewer rows than the vendor stated. */
  | { readonly kind: 'short'; readonly read: number; readonly stated: number }
  /** The vendor's count is no number that can be read, so it cannot be told whether all of the list came. */
  | { readonly kind: 'miscounted' }
  /** The answer did not say in the documented form whether more pages follow. */
  | { readonly kind: 'unclear' }
  /** The answer says that it is the list of another account. */
  | { readonly kind: 'other-account'; readonly account: string }
  /** The next link is one already followed. */
  | { readonly kind: 'loop' }
  /** The next link leads out of the account's opt-outs. */
  | { readonly kind: 'foreign'; readonly link: string }
  /** Page after page without a new row. */
  | { readonly kind: 'idle'; readonly pages: number }
  /** More pages than any list can have. */
  | { readonly kind: 'endless'; readonly pages: number }
  /** Stopped by ourselves to go on later. */
  | { readonly kind: 'paused' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly error: RequestError };

/** A failure of reason "search incomplete". */
export function incomplete(message: string, detail = ''): Failure {
  return { reason: 'incomplete', message, detail };
}

/** "Search cancelled", as a failure. */
export const CANCELLED: Failure = { reason: 'cancelled', message: REASON_WORDS.cancelled.meaning, detail: '' };

/** A link for "Details": runs of four digits and more are masked, since they can be phone numbers. */
function masked(link: string): string {
  return link.slice(0, 200).replaceAll(/\d{4,}/gu, '…');
}

/** Why the reading is not whole, or null when it is. */
export function endingFailure(ending: Ending): Failure | null {
  switch (ending.kind) {
    case 'end':
      return null;
    case 'short':
      return incomplete(
        `TextUs says this list holds ${countOf(ending.stated, 'opt-out')}, but only ${formatCount(ending.read)} came.`,
      );
    case 'unclear':
      return {
        reason: 'not-understood',
        message:
          'TextUs’s answer does not say in the documented form whether more pages follow, so the list may go on.',
        detail: 'view.next: expected a link or null',
      };
    case 'miscounted':
      return {
        reason: 'not-understood',
        message:
          'TextUs states how many opt-outs this list holds in a form that cannot be read, so some of them may be missing.',
        detail: 'totalItems: expected a whole number',
      };
    case 'other-account':
      return incomplete(
        'TextUs answered with the list of another account than was asked, so nothing can be said about numbers not seen.',
        `id: /${masked(ending.account)}/opt_outs`,
      );
    case 'loop':
      return incomplete('TextUs sent us back to a page already read, so the end of the list was not reached.');
    case 'foreign':
      return incomplete(
        'TextUs named a next page that is not plainly one of this account’s opt-outs. It was not followed, so the list was not read to its end.',
        `view.next: ${masked(ending.link)}`,
      );
    case 'idle':
      return incomplete(
        `The last ${formatCount(ending.pages)} pages from TextUs brought nothing new and did not end, so reading was stopped.`,
      );
    case 'endless':
      return incomplete(`TextUs’s list did not end within ${countOf(ending.pages, 'page')}, so reading was stopped.`);
    case 'paused':
      return incomplete('Reading was paused before the end of the list.');
    case 'cancelled':
      return CANCELLED;
    case 'failed':
      return ending.error.toFailure();
    default:
      return assertNever(ending);
  }
}

/** The coverage of a reading: whole, or partial with its gaps: how it ended, and rows that could not be read. */
export function coverageOf(
  scope: Scope,
  ending: Ending,
  rows: { readonly read: number; readonly unreadable: readonly string[] },
): Coverage {
  const gaps: Gap[] = [];
  const failure = endingFailure(ending);
  if (failure !== null) gaps.push({ interval: null, unreadable: [], failure });
  if (rows.unreadable.length > 0) {
    const all = rows.read + rows.unreadable.length;
    const message = `${formatCount(rows.unreadable.length)} of ${countOf(all, 'row')} could not be read.`;
    gaps.push({ interval: null, unreadable: rows.unreadable, failure: incomplete(message) });
  }
  return isNonEmpty(gaps) ? { kind: 'partial', scope, gaps } : { kind: 'whole', scope };
}

/** The failure of a gap as it is shown: rows that could not be read are in its details, as TextUs sent them. */
export function shownFailure({ failure, unreadable }: Pick<Gap, 'failure' | 'unreadable'>): Failure {
  const detail = [failure.detail, ...unreadable].filter((text) => text !== '').join('\n\n');
  return { ...failure, detail };
}
