import type { IncomingHttpHeaders } from 'node:http';

import type { Answer } from './answer';
import type { ShapeFaultKind } from './faults/kinds';

/** A request as a vendor sees it. */
export interface VendorRequest {
  readonly method: string;
  /** Path as received, without the query string. */
  readonly path: string;
  readonly search: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** Digits of a number that must be as if it were not on the list; null for none. */
  readonly hidden: string | null;
}

/** Bends the JSON body of a good answer. */
export type Reshape = (body: unknown, request: VendorRequest) => unknown;

/** An opt-out to add: digits in international form, instant in ms UTC. */
export interface NewOptOut {
  readonly digits: string;
  readonly note: string | null;
  readonly account: string | null;
  readonly at: number;
}

/** The true rows of one list: what a whole and faultless reading of it must give. */
export interface TruthList {
  /** Account whose list it is; null for a vendor without accounts. */
  readonly account: string | null;
  /** Ids as the vendor writes them, as text. */
  readonly ids: readonly string[];
}

/** An interval of instants, ms UTC, start inclusive and end exclusive. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** One embedded vendor. A further one costs a folder like `mobivate/` and a line in `vendors.ts`. */
export interface Vendor {
  /** Lower-case id, as in the product's registry. */
  readonly id: string;
  readonly label: string;
  /** The product's settings for this vendor, when it listens at `origin`. */
  readonly environment: (origin: string) => Readonly<Record<string, string>>;
  readonly authorizationIsRight: (headers: IncomingHttpHeaders) => boolean;
  readonly acceptIsRight: (headers: IncomingHttpHeaders) => boolean;
  /** The honest answer to any request. */
  readonly answer: (request: VendorRequest) => Answer;
  /** An error in the form this vendor gives its errors. */
  readonly refuse: (status: number, message: string) => Answer;
  /** The misbehaviours that need to know the vendor's form. */
  readonly reshapes: Readonly<Partial<Record<ShapeFaultKind, Reshape>>>;
  /** Numbers of the vendor's own documentation, digits; the first one vanishes when no other is named. */
  readonly documentedNumbers: readonly [string, ...string[]];
  /** What the documentation leaves open, as it is now. */
  readonly behaviour: () => Readonly<Record<string, unknown>>;
  /** Changes some of it; throws valibot's `ValiError` for what it does not know. */
  readonly changeBehaviour: (change: unknown) => void;
  /** One row comes or goes, as on a list that is being written to. */
  readonly stir: () => void;
  /** Adds an opt-out and returns its id; throws `RangeError` with a sentence when it cannot. */
  readonly add: (optOut: NewOptOut) => string;
  readonly truth: (interval: Interval) => readonly TruthList[];
  /** Back to the list and behaviour of the start. */
  readonly reset: () => void;
}

/** What a vendor is made from. `now` is the end of its list, ms UTC; `clock` tells the time while it runs. */
export interface VendorSettings {
  readonly now: number;
  readonly seed: number;
  readonly rows: number;
  readonly clock: () => number;
}
