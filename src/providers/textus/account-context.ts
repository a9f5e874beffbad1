import type { RequestError } from '../../http/errors';
import type { OptOut } from '../contract';
import type { BatchTrust } from './batch-trust';
import type { FetchPage } from './list';

/** What the lookup in one account needs from outside. */
export interface AccountContext {
  readonly fetchPage: FetchPage;
  readonly signal: AbortSignal;
  readonly now: () => number;
  /** ISO 3166 country for rows written without a country code. */
  readonly defaultCountry: string;
  /** What the session knows of how batches are answered. */
  readonly trust: BatchTrust;
  /** After each page: how many rows it brought that are new to its batch. */
  readonly onPage: (rows: number) => void;
  readonly onRecord: (place: number, record: OptOut) => void;
  /** Numbers whose batch is done with, whatever came of it. */
  readonly onAsked: (count: number) => void;
  /** Numbers that have to be asked once more. */
  readonly onMore: (count: number) => void;
}

/** The vendor did not take these values; in smaller parts, all but the bad one may pass. */
export function isRejected(error: RequestError): boolean {
  return error.status !== null && [400, 413, 414, 422, 431].includes(error.status);
}
