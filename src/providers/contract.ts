import type { ComponentType } from 'react';

import type { NonEmpty } from '../lib/non-empty';
import type { PublicConfig, VendorConfig } from '../lib/public-config';
import type { Failure } from '../lib/reason';
import type { WaitReason } from '../lib/wait-reason';

/** What a vendor's record says of how the number came onto the list, in our plain words beside the vendor's raw ones. */
export interface Source {
  /** Whose act it was, as far as the record tells. */
  readonly actor: 'person' | 'vendor-rule' | 'staff' | 'integration' | 'unknown';
  /** One phrase, e.g. "the person replied STOP"; "unknown source" when we do not know. */
  readonly words: string;
  /** The vendor's own text, untouched; null when the record has none. */
  readonly raw: string | null;
}

/** One record on a vendor's opt-out list. */
export interface OptOut {
  readonly provider: string;
  /** The vendor's id of the record. */
  readonly recordId: string;
  /** The number exactly as the vendor gave it. */
  readonly numberAsGiven: string;
  /** Digits in international form, without `+`; for display and CSV. */
  readonly msisdn: string;
  /** Every digit string under which this record answers a question (raw digits, parsed form). */
  readonly keys: readonly string[];
  /** Instant of the opt-out, ms since the epoch, UTC; null when the vendor gave none that can be read. */
  readonly optedOutAt: number | null;
  readonly source: Source;
  /** Account whose list was asked; null for a vendor without accounts. */
  readonly account: string | null;
  /** Further fields worth showing in details and evidence, in order: label and text. */
  readonly fields: readonly (readonly [label: string, text: string])[];
  /** The row as the vendor sent it, for "Details". */
  readonly raw: unknown;
}

/** What was searched: the scope that every "Not found" is printed with. */
export interface Scope {
  readonly provider: string;
  readonly account: string | null;
  /** Searched interval, ms UTC, start inclusive and end exclusive; null for a vendor that is not read by date. */
  readonly interval: { readonly from: number; readonly to: number } | null;
  /** When the first request of this reading was sent, ms UTC. */
  readonly asOf: number;
  /**
   * When the newest part of it was read again, ms UTC, where that was later than `asOf`: what was read before is not asked for
   * anew while it is fresh.
   */
  readonly newestAsOf?: number;
}

/** A part of the scope that was not read, and why. */
export interface Gap {
  /** The part in question, ms UTC; null when it is the whole scope or has no dates. */
  readonly interval: { readonly from: number; readonly to: number } | null;
  /** Rows that arrived but could not be read, as text; empty for any other gap. */
  readonly unreadable: readonly string[];
  readonly failure: Failure;
}

/** What was read, of what. Rows never travel without it: it is what keeps "Not found" honest. */
export type Coverage =
  | { readonly kind: 'whole'; readonly scope: Scope }
  | { readonly kind: 'partial'; readonly scope: Scope; readonly gaps: NonEmpty<Gap> };

/** One number as a question: every digit string that could be it. Answers come back in the order of the questions. */
export interface AskedNumber {
  /** Digit strings (international, no `+`), each a reading of the number or a spelling of a reading. First = preferred. */
  readonly keys: NonEmpty<string>;
}

/** The answer for one number in one scope (one vendor, or one account of it). */
export type ScopeAnswer =
  | {
      readonly kind: 'opted-out';
      readonly records: NonEmpty<OptOut>;
      readonly scope: Scope;
      readonly coverage: 'whole' | 'partial';
      /** What of the scope was not read, where the vendor is read by date. */
      readonly gaps?: NonEmpty<Gap>;
    }
  | { readonly kind: 'not-found'; readonly scope: Scope }
  | {
      readonly kind: 'could-not-check';
      readonly failure: Failure;
      readonly scope: Scope;
      /** As of one that is opted out. */
      readonly gaps?: NonEmpty<Gap>;
    };

/** How far a lookup is, for the progress bar and its words. */
export interface LookupProgress {
  /** 0..1, never going back; null while nothing can be said. */
  readonly fraction: number | null;
  readonly requests: number;
  readonly rows: number;
  /** One phrase in plain words, e.g. "Reading 2019 to 2026: 12,400 opt-outs so far". */
  readonly words: string;
  /** Until when no request is sent, ms UTC; null when not waiting. */
  readonly waitingUntil: number | null;
  /** Why; null when not waiting. */
  readonly waitReason?: WaitReason | null | undefined;
}

export interface LookupQuestion {
  readonly numbers: readonly AskedNumber[];
  readonly vendor: VendorConfig;
  readonly config: PublicConfig;
  /** ISO 3166 country for vendor rows written without a country code. */
  readonly defaultCountry: string;
}

export interface LookupContext {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: LookupProgress) => void;
  /** Positives as soon as they are read: the index of the number asked, and its records so far. */
  readonly onFound: (index: number, records: NonEmpty<OptOut>) => void;
}

/** What a lookup returns: for each number asked, in order, one answer per scope. */
export interface LookupAnswer {
  readonly answers: readonly NonEmpty<ScopeAnswer>[];
  readonly coverage: NonEmpty<Coverage>;
  /** Records the vendor returned that nobody asked for: reported, never matched by guess. */
  readonly unasked: readonly OptOut[];
}

/**
 * Answers many numbers at one vendor. Never rejects for a vendor's fault or a cancel: those are answers
 * ("could-not-check"). Rejects only for a bug of ours.
 */
export type Lookup = (question: LookupQuestion, context: LookupContext) => Promise<LookupAnswer>;

/** One CSV column of the Check file that only this vendor can fill. `suffix` follows the provider id: `note` gives `<id>_note`. */
export interface EvidenceColumn {
  readonly suffix: string;
  /** Text of the cell for the record that decided the answer. `free` text is guarded against formulas, the rest is ours. */
  readonly text: (record: OptOut) => string;
}

/** What every page of the app is given. */
export interface PageProps {
  readonly config: PublicConfig;
  /** IANA zone of the page. */
  readonly zone: string;
  readonly defaultCountry: string;
}

/** Where on a vendor's list a record stands. */
export interface ListPlace {
  /** Day of the opt-out in `zone`, `YYYY-MM-DD`; null when it is not known. */
  readonly day: string | null;
  /** IANA zone. */
  readonly zone: string;
  readonly account: string | null;
}

/** One vendor. A third one costs one folder and one line in `providers/index.ts`. */
export interface Provider {
  /** Lower-case id: the key in `/api/config` and the prefix of CSV columns. */
  readonly id: string;
  /** The name people know. */
  readonly label: string;
  readonly path: `/${string}`;
  /** Address of its list, narrowed to one day (`YYYY-MM-DD` in `zone`) or account where it has such; never holds a number. */
  readonly listAddress: (place: ListPlace) => `/${string}`;
  /** Settings to name when it is not configured, e.g. its API key. */
  readonly settings: NonEmpty<string>;
  readonly loadPage: () => Promise<{ readonly default: ComponentType<PageProps> }>;
  readonly loadLookup: () => Promise<{ readonly lookup: Lookup }>;
  readonly evidenceColumns: readonly EvidenceColumn[];
  /** True when a Check file carries `<id>_searched_from_utc` and `<id>_searched_to_utc`. */
  readonly searchedByDate: boolean;
}
