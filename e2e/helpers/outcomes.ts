import type { Reason } from '../../src/lib/reason';
import type { FaultKind } from '../../src/server/sandbox/faults/kinds';
import type { Fault } from './sandbox';

export type VendorId = 'mobivate' | 'textus';

/** A misbehaviour that the person must be told of, the same way on the vendor's list and in Check. */
export interface Told {
  readonly kind: 'told';
  readonly reason: Reason;
  /** What happened, in the sentence beside the headline; `{vendor}` stands for the vendor's name. */
  readonly said: string | RegExp;
  /** What "Details" must hold, the vendor's own words among it; null where there is nothing more to know. */
  readonly details: string | RegExp | null;
  /** The rows beside what is wrong are shown all the same. */
  readonly rowsCome?: true;
}

export type Outcome =
  | Told
  /** The truth, whole, in spite of it. */
  | { readonly kind: 'harmless' }
  /** No answer within anybody's patience (the 30 s limits are tested beside the proxy): the person cancels. */
  | { readonly kind: 'endless' }
  /** The list changes while it is read: it ends whole, or incomplete, but never as another failure. */
  | { readonly kind: 'shifting' }
  /** This vendor's answers cannot go wrong that way. */
  | { readonly kind: 'unknown' };

type Cells = Readonly<Record<VendorId, Outcome>> & { readonly options?: Partial<Fault> };

const HARMLESS: Outcome = { kind: 'harmless' };
const ENDLESS: Outcome = { kind: 'endless' };
const UNKNOWN: Outcome = { kind: 'unknown' };

const both = (outcome: Outcome, options: Partial<Fault> = {}): Cells => ({
  mobivate: outcome,
  textus: outcome,
  options,
});
const onlyTextus = (textus: Outcome): Cells => ({ mobivate: UNKNOWN, textus });

const told = (reason: Reason, said: Told['said'], details: Told['details']): Told => ({
  kind: 'told',
  reason,
  said,
  details,
});
const withRows = (outcome: Told): Told => ({ ...outcome, rowsCome: true });

const slowDown = told('slowed-down', '{vendor} asked us to slow down (429).', 'HTTP 429: Too many requests');
const oddForm = '{vendor}’s answer does not have the documented form.';
const wrapped = {
  mobivate: told('not-understood', oddForm, 'HTTP 200: body: expected Array'),
  textus: told('not-understood', oddForm, 'HTTP 200: members: expected "members"'),
};
const ODD_ROW = /[\d,]+ of [\d,]+ rows? could not be read\./;
const OUTSIDE =
  'TextUs named a next page that is not plainly one of this account’s opt-outs. It was not followed, so the list was not read to its end.';

/** What each misbehaviour of the sandbox must lead to: the one table from which all fault tests are made. */
export const OUTCOMES: Readonly<Record<FaultKind, Cells>> = {
  '401': both(told('refused', '{vendor} refused the key (401).', 'HTTP 401: Unauthorized')),
  '402': both(told('refused', '{vendor} refused: payment is required (402).', 'HTTP 402: Out of credit')),
  '403': both(
    told(
      'refused',
      '{vendor} refused: the key may not read this list (403).',
      'HTTP 403: API Key is not permitted to perform this action.',
    ),
  ),
  '404': both(told('not-understood', '{vendor} did not accept the question (404).', 'HTTP 404: Not Found')),
  '429': both(slowDown),
  '429-retry-after': both(slowDown, { seconds: 1 }),
  '429-retry-date': both(slowDown, { seconds: 1 }),
  '500': both(told('vendor-error', '{vendor} reported an error of its own (500).', 'HTTP 500: Internal Server Error')),
  '502-html': both(told('vendor-error', '{vendor} reported an error of its own (502).', /HTTP 502: .*Bad Gateway/)),
  '503': both(told('vendor-error', '{vendor} reported an error of its own (503).', 'HTTP 503: Service Unavailable')),
  html: both(
    told('not-understood', '{vendor} answered with a web page instead of data.', /HTTP 200: text\/html.*Bad Gateway/),
  ),
  'wrong-shape': both(told('not-understood', oddForm, /HTTP 200: .*expected .*; Internal Server Error/)),
  'null-body': both(told('not-understood', oddForm, 'HTTP 200: body: expected')),
  'empty-body': both(told('not-understood', '{vendor} answered with nothing.', /HTTP 200: .*an empty body/)),
  '204': both(told('not-understood', '{vendor} answered with nothing.', /HTTP 204: .*an empty body/)),
  redirect: both(
    told(
      'not-understood',
      '{vendor} answered with a redirect, which is not followed.',
      /answered with a redirect \(302\)/,
    ),
  ),
  truncated: both(told('not-understood', '{vendor} answered with broken data.', /HTTP 200: .*begins: [[{]/)),
  gzip: both(HARMLESS),
  reset: both(told('no-answer', '{vendor} could not be reached.', 'ECONNRESET')),
  'reset-mid-body': both(told('no-answer', 'The answer of {vendor} broke off before its end.', null)),
  'no-answer': both(ENDLESS),
  slow: both(HARMLESS, { milliseconds: 100 }),
  'huge-body': both(
    told('not-understood', '{vendor} answered with more data than it ever should.', /More than [\d,]+ bytes/),
  ),
  'never-ending-body': both(ENDLESS),
  kept: both(
    told(
      'not-understood',
      '{vendor}’s answer is an old one, kept by something on the way.',
      'HTTP 200: Age: 3600 seconds',
    ),
  ),
  'wrong-shape-records': wrapped,
  'wrong-shape-results': wrapped,
  'unreadable-row': both(withRows(told('incomplete', ODD_ROW, /"created(?:At)?":"(?:not a date|yesterday)"/))),
  'hostile-text': both(HARMLESS),
  'duplicates-across-pages': both(HARMLESS),
  'looping-next': onlyTextus(
    withRows(
      told('incomplete', 'TextUs sent us back to a page already read, so the end of the list was not reached.', null),
    ),
  ),
  'foreign-next': onlyTextus(withRows(told('incomplete', OUTSIDE, 'view.next: https://evil.example/'))),
  'other-account-next': onlyTextus(withRows(told('incomplete', OUTSIDE, 'view.next: /'))),
  'endless-next': onlyTextus(withRows(told('incomplete', /pages?.* did not end|did not end within \d+ pages/, null))),
  'empty-trailing-page': onlyTextus(HARMLESS),
  'total-absent': onlyTextus(HARMLESS),
  'total-wrong': onlyTextus(
    withRows(told('incomplete', /TextUs says this list holds \d+ opt-outs, but only \d+ came\./, null)),
  ),
  // What changes is of today, and the days and numbers that the tests ask Mobivate for are older.
  changing: { mobivate: HARMLESS, textus: { kind: 'shifting' } },
  // Leaves a number out with a straight face: only a known number can tell, see `check-settings.e2e.ts`. Not one asked here.
  'missing-rows': both(HARMLESS),
  'small-budget': both(HARMLESS),
};
