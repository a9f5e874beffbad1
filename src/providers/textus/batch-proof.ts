import { isNonEmpty } from '../../lib/non-empty';
import type { Gap, OptOut } from '../contract';
import { isRejected, type AccountContext } from './account-context';
import { valuesShown } from './batch-trust';
import { MOST_VALUES, valuesOf, type Spelling } from './batches';
import { readCollection, type CollectionReading, type Continuation } from './list';
import { identity } from './opt-out';
import type { CollectionQuery } from './paths';
import { numberInId } from './schema';

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

/** Numbers kept for fiction (555-0100 to 555-0199): what stands between the two that are on the list. */
const FILLERS = Array.from({ length: MOST_VALUES }, (_, index) => `1212555${String(100 + index).padStart(4, '0')}`);

/**
 * Proves that an account's batches are answered whole, for the fewest requests: one batch with a number known to be on the list at
 * its start and another at its end. Where no two are known, the first page of the list itself names them, or is all of it.
 */
export class BatchProof {
  private readonly account: string;
  private readonly context: AccountContext;
  private readonly onRecord: (record: OptOut) => void;
  /** The first pages of the list, once they have been looked at. */
  private listed: CollectionReading | null = null;

  /** `onRecord` is given every record that comes along. */
  constructor(account: string, context: AccountContext, onRecord: (record: OptOut) => void) {
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
    for (let size = request.size; size > trust.proven && size > 1; size = Math.floor(size / 2)) {
      const values = proofValues(ends, request.spelling, size);
      const reading = await this.read({ kind: 'exact', numbers: values });
      const gap = gapOf(reading);
      if (gap !== null) return { kind: 'failed', gap };
      trust.show(valuesShown(values, reading.direct));
      if (!request.smaller) return { kind: 'tried' };
    }
    // Each way of writing the two by itself: the last chance to find them.
    for (const value of new Set(ends.flat())) {
      if (trust.seen) break;
      const reading = await this.read({ kind: 'exact', numbers: [value] });
      const gap = gapOf(reading);
      if (gap !== null) return { kind: 'failed', gap };
      trust.show(valuesShown([value], reading.direct));
    }
    // Without a number that an id names, what was asked for may be our own wrong reading of a number without its country.
    const isBlind = !trust.seen && request.smaller && samples.some(isSure);
    return isBlind ? { kind: 'blind', gap: BLIND } : { kind: 'tried' };
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

  private read(query: CollectionQuery, resume: Continuation | null = null): Promise<CollectionReading> {
    const { fetchPage, signal, now, defaultCountry, onPage } = this.context;
    return readCollection(
      { account: this.account, query, defaultCountry },
      {
        fetchPage,
        signal,
        now,
        resume,
        maxRequests: query.kind === 'all' ? 1 : undefined,
        onPage: ({ fresh }) => {
          for (const record of fresh) this.onRecord(record);
          onPage(0);
        },
      },
    );
  }
}

/**
 * The list asked without a question is everything that a question can find. Several pages are no proof: rows move between them
 * when others go. Nor is a list that lacks a record which `exact[]` has found, or that is empty: it may show less than is looked at.
 */
function isWholeList({ coverage, requests, optOuts }: CollectionReading, found: readonly OptOut[]): boolean {
  const listed = new Set(optOuts.map(identity));
  return (
    coverage.kind === 'whole' &&
    requests === 1 &&
    listed.size > 0 &&
    found.every((record) => listed.has(identity(record)))
  );
}

function isEmptyList({ coverage, requests, optOuts }: CollectionReading): boolean {
  return coverage.kind === 'whole' && requests === 1 && optOuts.length === 0;
}

/** Why the vendor gave no answer at all, so that nothing follows from it; null when it answered, be it a rejection. */
function gapOf({ ending, coverage }: CollectionReading): Gap | null {
  const unanswered = ending.kind === 'cancelled' || (ending.kind === 'failed' && !isRejected(ending.error));
  return unanswered && coverage.kind === 'partial' ? coverage.gaps[0] : null;
}

/** Two numbers on the list, each with the values that ask for it; those whose own id names the number first. Null without two. */
function endsOf(records: readonly OptOut[], spelling: Spelling): readonly [Ends, Ends] | null {
  const sure = records.toSorted((a, b) => Number(isSure(b)) - Number(isSure(a)));
  const byNumber = new Map(sure.map(({ msisdn }) => [msisdn, askFor(msisdn, spelling)]));
  const [first, last] = [...byNumber.values()].filter(isNonEmpty);
  return first === undefined || last === undefined ? null : [first, last];
}

type Ends = readonly string[];

function isSure({ recordId }: OptOut): boolean {
  return numberInId(recordId) !== null;
}

/** The values for one number; where it has no spelling of the kind, that with its country. */
function askFor(msisdn: string, spelling: Spelling): Ends {
  const values = valuesOf([msisdn], spelling);
  return values.length > 0 ? values : valuesOf([msisdn], 'e164');
}

/** A batch of `size` values (or the two numbers' own, if those are more), one number at either end. */
function proofValues([first, last]: readonly [Ends, Ends], spelling: Spelling, size: number) {
  const between = FILLERS.flatMap((digits) => valuesOf([digits], spelling === 'both' ? 'e164' : spelling));
  const own = new Set([...first, ...last]);
  const fill = between.filter((value) => !own.has(value)).slice(0, Math.max(0, size - own.size));
  const values = [...first, ...fill, ...last];
  if (!isNonEmpty(values)) throw new Error('A number without a value to ask for');
  return values;
}
