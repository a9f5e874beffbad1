import documented from '../../../providers/textus/__fixtures__/collection.json';
import type { WireAccount } from './accounts';

/** A user: null for none, the whole object, or only its IRI. */
export type WireUser =
  null | string | { readonly '@type': string; readonly id: string; readonly name: string; readonly email: string };

/** One opt-out as TextUs sends it. */
export interface WireOptOut {
  readonly '@type': string;
  readonly '@context': string;
  readonly id: string;
  readonly createdAt: string;
  readonly formattedPhoneNumber: string;
  readonly user: WireUser;
  readonly createdVia: string;
  readonly originatingAccount: WireAccount;
}

/** One page of opt-outs as TextUs sends it; links are IRIs relative to the API's origin. */
export interface WireCollection {
  readonly '@type': string;
  readonly '@context': string;
  readonly id: string;
  readonly members: readonly unknown[];
  readonly totalItems?: number;
  readonly view: {
    readonly '@type': string;
    readonly '@context': string;
    readonly id: string;
    readonly first: string;
    readonly next: string | null;
    readonly previous: string | null;
  };
}

/** An opt-out on the embedded lists. */
export interface TextusRow {
  /** Digits in international form. */
  readonly digits: string;
  /** ms UTC; the wire may be finer. */
  readonly at: number;
  /** Unique; tells rows of one instant apart. */
  readonly sequence: number;
  /** Slugs of the accounts on whose list it stands. */
  readonly listedIn: readonly string[];
  readonly wire: WireOptOut;
}

const [sample] = documented.members;

/** The vendor's own sample, word for word, and the other shapes its documentation is known to show. */
export const DOCUMENTED_OPT_OUTS: readonly { readonly digits: string; readonly wire: WireOptOut }[] = [
  ...(sample === undefined ? [] : [{ digits: '15553031234', wire: sample }]),
  {
    digits: '19408503220',
    wire: {
      '@type': 'OptOut',
      '@context': '/contexts/OptOut.jsonld',
      id: '/textus/opt_outs/735',
      createdAt: '2021-03-04T17:05:09.482913Z',
      formattedPhoneNumber: '(940) 850-3220',
      user: { '@type': 'User', id: '/users/wqyODPA', name: 'Sample User', email: 'sample.user@example.com' },
      createdVia: 'User',
      originatingAccount: {
        '@type': 'Account',
        '@context': '/contexts/Account.jsonld',
        id: '/accounts/my_account',
        name: 'My Account',
      },
    },
  },
];
