import type { Gap, OptOut } from '../contract';
import { isRejected, type AccountContext } from './account-context';
import { shownBy, type Shown } from './batch-trust';
import { northAmerican, valuesOf, type Spelling } from './batches';
import { askFor, endsOf, isSure, proofValues } from './proof-values';
import { isPageful } from './full-answers';
import { readCollection, type CollectionReading, type Continuation } from './list';
import { identity } from './opt-out';
import type { CollectionQuery } from './paths';
import { identities, isSteady } from './steady';

/** What came of trying to prove that batches are answered whole. */
export type Proof =
  /** As far as `BatchTrust.proven` tells now, which may be less than was hoped for. */
  | { readonly kind: 'tried' }
  /** The list is one page that nothing speaks against, so it is known whole: every record of it was handed over. */
  | { readonly kind: 'read-whole' }
  /** The list is one page without a record, and `exact[]` has found none either: the two agree, but neither is known to show any. */
  | { readonly kind: 'empty' }
  /** Asked for numbers that it has just listed, TextUs did not find them: nothing follows from what it does not find. */
  | { readonly kind: 'blind'; readonly gap: Gap }
  /** Nothing could be asked. */
  | { readonly kind: 'failed'; readonly gap: Gap };

interface ProofRequest {
  readonly spelling: Spelling;
  /** Values that a batch should be proven to hold. */
  readonly size: number;
  /** Records known to be on the list. */
  readonly known: readonly OptOut[];
  /** Odd values of which it is to be shown that they leave the others of a batch alone. */
  readonly odd: readonly string[];
  /** Tries smaller batches when this size is not answered whole. */
  readonly smaller: boolean;
}

const BLIND: Gap = {
  interval: null,
  unreadable: [],
  failure: {
    reason: 'known-number-missing',
    message:
      'TextUs was asked for numbers that stand on its own list and did not return them, so its “Not found” cannot be relied on.',
    detail:
      'Numbers from the first pages of the list were asked for by exact[], in every spelling, together and each by itself.',
  },
};

/** Pages of the list that are looked at for two numbers to ask for. */
const MOST_SAMPLE_PAGES = 3;

/**
 * Proves that an account's batches are answered whole, for the fewest requests: one batch with a number known to be on the list at
 * its start and another at its end. Where no two are known, the first page of the list itself names them, or is all of it.
 */
export class BatchProof {
  private readonly account: string;
  private readonly context: AccountContext;
  private readonly onRecord: (record: OptOut) => boolean;
  /** The first pages of the list, once they have been looked at. */
  private listed: CollectionReading | null = null;

  /** `onRecord` is given every record that comes along, and says whether it is news of a number asked for. */
  constructor(account: string, context: AccountContext, onRecord: (record: OptOut) => boolean) {
    this.account = account;
    this.context = context;
    this.onRecord = onRecord;
  }

  /** Never rejects for a vendor's fault or a cancel. */
  async prove(request: ProofRequest): Promise<Proof> {
    const { trust } = this.context;
    let samples = request.known;
    let ends = endsOf(samples, request.spelling);
    if (ends === null) {
      const listed = await this.sample(request.spelling);
      if (isWholeList(listed, request.known)) return { kind: 'read-whole' };
      const gap = gapOf(listed);
      if (gap !== null) return { kind: 'failed', gap };
      if (isEmptyList(listed) && request.known.length === 0) return { kind: 'empty' };
      samples = [...request.known, ...listed.optOuts];
      ends = endsOf(samples, request.spelling);
      if (ends === null) return { kind: 'tried' };
    }
    let { size, odd } = request;
    while (size > 1 && (odd.length > 0 || size > trust.proven)) {
      const values = proofValues(ends, request.spelling, { size, odd });
      const reading = await this.read({ kind: 'exact', numbers: values });
      const gap = gapOf(reading);
      if (gap !== null) return { kind: 'failed', gap };
      trust.show(shownIn(reading, values));
      if (!request.smaller) return { kind: 'tried' };
      // Where the odd values were in the way, the same is tried without them, before less.
      const isTooMuch = !odd.some((value) => trust.isDoubtful(value));
      if (isTooMuch) size = Math.floor(size / 2);
      if (isTooMuch && size > trust.proven) trust.showLimit();
      odd = [];
    }
    // Each way of writing the two by itself: the last chance to find them.
    let garbled: Gap | null = null;
    for (const value of new Set(ends.flatMap(({ msisdn }) => askFor(msisdn, 'all')))) {
      if (trust.seen) break;
      const reading = await this.read({ kind: 'exact', numbers: [value] });
      const gap = gapOf(reading);
      if (gap !== null) return { kind: 'failed', gap };
      garbled ??= unreadableGap(reading);
      trust.show(shownIn(reading, [value]));
    }
    // Without a number that an id names, what was asked for may be our own wrong reading of a number without its country.
    const isBlind = !trust.seen && request.smaller && samples.some(isSure);
    if (!isBlind) return { kind: 'tried' };
    // What came and could not be read may well be what was asked for.
    return garbled === null ? { kind: 'blind', gap: BLIND } : { kind: 'failed', gap: garbled };
  }

  /**
   * Proves that TextUs does not compare the very text of what it keeps: a record of its list is found, alone, by each of the texts it
   * does not show, one at a time. Whatever single text were kept for it, seen or not, would be found by one of them at most. `known` are
   * records on the list; where none fits, its first page names one. True when a text compared might hide a record still: not proved, and
   * the list is not one page without a record either. Never rejects for a vendor's fault or a cancel.
   */
  async proveForm(known: readonly OptOut[]): Promise<boolean> {
    const listed = aloneOf(known) === null ? await this.sample('e164') : null;
    if (listed !== null && isEmptyList(listed) && known.length === 0) return false;
    const one = aloneOf(known) ?? aloneOf(listed?.optOuts ?? []);
    if (one === null) return true;
    for (const value of valuesOf([one.msisdn], 'all')) {
      if (value === one.numberAsGiven) continue;
      const { optOuts, coverage, ending } = await this.read({ kind: 'exact', numbers: [value] });
      const [only, ...others] = optOuts;
      const isWhole = coverage.kind === 'whole' && ending.kind === 'end';
      if (!isWhole || only === undefined || others.length > 0 || identity(only) !== identity(one)) return true;
    }
    this.context.trust.showAnyForm();
    return false;
  }

  /**
   * Reads the list to its end, twice where it has several pages, if that takes half of `most` requests by its own count: it is then
   * known whole, however texts are compared, and every record of it was handed over. `found` gives the records found so far. Never
   * rejects for a vendor's fault or a cancel.
   */
  async readList(most: number, found: () => readonly OptOut[]): Promise<boolean> {
    const start = this.listed ?? (await this.read({ kind: 'all' }));
    this.listed = start;
    if (start.ending.kind !== 'paused') return isWholeList(start, found());
    const pages = Math.ceil((start.totalItems ?? Infinity) / (start.optOuts.length / start.requests));
    // Pages come one after another, batches side by side.
    if (!(2 * pages <= most / 2)) return false;
    const first = await this.read({ kind: 'all' }, start.continuation, most);
    if (first.coverage.kind !== 'whole') return false;
    const second = await this.read({ kind: 'all' }, null, most);
    const isSame = isSteady(second, { number: 2, before: identities(first) });
    return isSame && second.coverage.kind === 'whole' && holds(second, found());
  }

  /** The first pages of the list, until their ids name two numbers that can be asked for. */
  private async sample(spelling: Spelling): Promise<CollectionReading> {
    let reading = this.listed ?? (await this.read({ kind: 'all' }));
    for (let page = reading.requests; page < MOST_SAMPLE_PAGES; page += 1) {
      if (reading.ending.kind !== 'paused' || endsOf(reading.optOuts.filter(isSure), spelling) !== null) break;
      reading = await this.read({ kind: 'all' }, reading.continuation);
    }
    this.listed = reading;
    return reading;
  }

  private read(query: CollectionQuery, resume: Continuation | null = null, mostPages = 1): Promise<CollectionReading> {
    const { fetchPage, signal, now, defaultCountry, onPage } = this.context;
    return readCollection(
      { account: this.account, query, defaultCountry },
      {
        fetchPage,
        signal,
        now,
        resume,
        maxRequests: query.kind === 'all' ? mostPages : undefined,
        onPage: ({ fresh }) => {
          onPage(fresh.filter((record) => this.onRecord(record)).length);
        },
      },
    );
  }
}

/**
 * The list asked without a question is everything that a question can find. Several pages are no proof: rows move between them
 * when others go. Nor is a full page, at which it may have been cut off, nor a list that lacks a record which `exact[]` has found, or that
 * is empty: it may show less than is looked at.
 */
function isWholeList(reading: CollectionReading, found: readonly OptOut[]): boolean {
  const { coverage, requests, largestPage } = reading;
  return coverage.kind === 'whole' && requests === 1 && !isPageful(largestPage) && holds(reading, found);
}

function holds({ optOuts }: Pick<CollectionReading, 'optOuts'>, found: readonly OptOut[]): boolean {
  const listed = new Set(optOuts.map(identity));
  return listed.size > 0 && found.every((record) => listed.has(identity(record)));
}

function isEmptyList({ coverage, requests, optOuts }: CollectionReading): boolean {
  return coverage.kind === 'whole' && requests === 1 && optOuts.length === 0;
}

function shownIn({ direct, directShare }: CollectionReading, values: readonly string[]): Shown {
  return shownBy(values, direct, directShare);
}

/** Why the vendor gave no answer at all, so that nothing follows from it; null when it answered, be it a rejection. */
function gapOf({ ending, coverage }: CollectionReading): Gap | null {
  const unanswered = ending.kind === 'cancelled' || (ending.kind === 'failed' && !isRejected(ending.error));
  return unanswered && coverage.kind === 'partial' ? coverage.gaps[0] : null;
}

function unreadableGap({ coverage }: CollectionReading): Gap | null {
  return (coverage.kind === 'partial' && coverage.gaps.find(({ unreadable }) => unreadable.length > 0)) || null;
}

/** A North American record, named by its own id, of a number that no other of these records has; null without one. */
function aloneOf(records: readonly OptOut[]): OptOut | null {
  const fits = (record: OptOut): boolean =>
    isSure(record) &&
    northAmerican(record.msisdn) !== null &&
    records.every((other) => other === record || other.msisdn !== record.msisdn);
  return records.find(fits) ?? null;
}
