import type { RequestError } from '../../http/errors';
import { createBreather } from '../../lib/yield';
import type { Gap, OptOut } from '../contract';
import type { AskedNumbers } from './asked';
import { MOST_VALUES, planBatches, provesE164, type Batch, type Spelling } from './batches';
import { incomplete, type Ending } from './ending';
import { readCollection, type CollectionReading, type FetchPage } from './list';
import type { Tally } from './tally';

export interface AccountContext {
  readonly fetchPage: FetchPage;
  readonly signal: AbortSignal;
  readonly now: () => number;
  /** ISO 3166 country for rows written without a country code. */
  readonly defaultCountry: string;
  /** After each page: how many rows it brought that are new to its batch. */
  readonly onPage: (rows: number) => void;
  readonly onRecord: (place: number, record: OptOut) => void;
  /** Numbers whose batch is done with, whatever came of it. */
  readonly onAsked: (count: number) => void;
  /** Numbers that have to be asked once more. */
  readonly onMore: (count: number) => void;
}

/** Requests of one account under way at a time; the gate limits all accounts together. */
const WIDTH = 4;
/** How often the numbers a batch has not found are asked again when it came in several pages or fell short. */
const MOST_LOOKS = 3;
/** After this much bad luck in a row the account is asked no more: a failed batch counts 8, a rejected one 1. */
const MOST_STRIKES = 64;
const STRIKES_OF_FAILURE = 8;

const CHANGING: Gap = {
  interval: null,
  unreadable: [],
  failure: incomplete('The list kept changing while it was read, so nothing can be said about numbers not seen.'),
};

/** The vendor did not take these values; in smaller parts, all but the bad one may pass. */
function isRejected(error: RequestError): boolean {
  return error.status !== null && [400, 413, 414, 422, 431].includes(error.status);
}

/** No further request to this account will fare better. */
function isFinal(error: RequestError): boolean {
  return error.reason === 'refused' || error.reason === 'not-configured';
}

/** Asks one account for all numbers, in batches, and enters what it says into `tally`. */
export class AccountLookup {
  private readonly account: string;
  private readonly asked: AskedNumbers;
  private readonly tally: Tally;
  private readonly context: AccountContext;
  /** TextUs has found a number that was asked in E.164 and in no other spelling. */
  private e164Proven = false;
  private strikes = 0;
  /** Most values that a request of this account may hold, as far as known. */
  private mostValues = MOST_VALUES;
  /** Set when the account is asked no more. */
  private stopped: Gap | null = null;

  constructor(account: string, asked: AskedNumbers, tally: Tally, context: AccountContext) {
    this.account = account;
    this.asked = asked;
    this.tally = tally;
    this.context = context;
  }

  /**
   * Asks all numbers. When everything fits one request, in both spellings at once. Otherwise in E.164, and only if no answer
   * has shown that TextUs reads it, those not found also in the spelling of its documentation: a "not found" must not rest
   * on a form the vendor may not know, and mostly this costs no request. Never rejects for a vendor's fault.
   */
  async run(): Promise<void> {
    const all = this.asked.keys.map((_, place) => place);
    const [, second] = this.plan(all, 'both');
    if (second === undefined) await this.askAll(all, 'both');
    else {
      await this.askAll(all, 'e164');
      const left = this.e164Proven ? [] : all.filter((place) => this.tally.isOpen(place));
      this.context.onMore(left.length);
      await this.askAll(left, 'national');
    }
    this.tally.settleLookalikes();
  }

  private plan(places: readonly number[], spelling: Spelling): Generator<Batch, undefined> {
    const valuesAt = (place: number) => this.asked.values(place, spelling);
    return planBatches(this.account, places, valuesAt, () => this.mostValues);
  }

  private async askAll(places: readonly number[], spelling: Spelling): Promise<void> {
    const batches = this.plan(places, spelling);
    const breathe = createBreather();
    // All workers draw from the one generator.
    const work = async () => {
      for (const batch of batches) {
        await breathe();
        await this.ask(batch, spelling, 1);
        this.context.onAsked(batch.questions.length);
      }
    };
    await Promise.all(Array.from({ length: WIDTH }, work));
  }

  /** Asks one batch, in parts where needed, and enters what came of it. True when TextUs took the request as it was. */
  private async ask(batch: Batch, spelling: Spelling, look: number): Promise<boolean> {
    const { fetchPage, signal, now, defaultCountry, onPage } = this.context;
    if (this.stopped !== null) {
      this.tally.fail(batch.questions, this.stopped);
      return false;
    }
    this.tally.asking(batch.questions, now());
    let found = 0;
    const reading = await readCollection(
      { account: this.account, query: { kind: 'exact', numbers: batch.values }, defaultCountry },
      {
        fetchPage,
        signal,
        now,
        mostPages: 2 * batch.values.length + 20,
        onPage: ({ fresh }) => {
          for (const record of fresh) found += this.take(record, batch);
          onPage(fresh.length);
        },
      },
    );
    this.count(reading.ending);
    const left = batch.questions.filter((place) => this.tally.isOpen(place));
    const next = this.nextAsked(reading, { left, found, look });
    const rejected = reading.ending.kind === 'failed' && isRejected(reading.ending.error);
    if (next === null) {
      this.conclude(batch, reading, { left, found });
      return !rejected;
    }
    const taken: boolean[] = [];
    for (const places of next.parts) {
      for (const part of this.plan(places, spelling)) taken.push(await this.ask(part, spelling, next.look));
    }
    // All parts of a rejected batch were taken: it held no bad number, it was too large.
    if (rejected && taken.every(Boolean))
      this.mostValues = Math.min(this.mostValues, Math.ceil(batch.values.length / 2));
    return !rejected;
  }

  /**
   * The numbers to ask again, in one or two requests; null when the answer has to do. A rejected batch is halved down to the
   * one bad number. An answer in several pages may have changed in between, and one that fell short may have lost a row:
   * what it did not find is asked again by itself, until an answer finds nothing more.
   */
  private nextAsked(
    { ending, requests, coverage }: CollectionReading,
    { left, found, look }: { left: readonly number[]; found: number; look: number },
  ): { parts: readonly (readonly number[])[]; look: number } | null {
    if (ending.kind === 'failed' && isRejected(ending.error) && left.length > 1 && this.strikes < MOST_STRIKES) {
      const half = Math.ceil(left.length / 2);
      return { parts: [left.slice(0, half), left.slice(half)], look };
    }
    const allReadable = coverage.kind === 'whole' || coverage.gaps.every((gap) => gap.unreadable.length === 0);
    const unsure = allReadable && (ending.kind === 'short' || (ending.kind === 'end' && requests > 1));
    return unsure && found > 0 && left.length > 0 && look < MOST_LOOKS ? { parts: [left], look: look + 1 } : null;
  }

  /** Enters what a reading could not settle. */
  private conclude(
    batch: Batch,
    { ending, coverage, requests }: CollectionReading,
    { left, found }: { left: readonly number[]; found: number },
  ): void {
    if (coverage.kind === 'whole') {
      if (requests > 1 && found > 0) this.tally.fail(left, CHANGING);
      return;
    }
    for (const gap of coverage.gaps) this.tally.fail(batch.questions, gap);
    const hopeless = ending.kind === 'failed' && isFinal(ending.error);
    if (hopeless || this.strikes >= MOST_STRIKES) this.stopped = coverage.gaps[0];
  }

  /** Enters a record; 1 when it was news, else 0. */
  private take(record: OptOut, batch: Batch): number {
    const places = this.tally.take(record);
    if (places.length > 0 && provesE164(batch, record)) this.e164Proven = true;
    for (const place of places) this.context.onRecord(place, record);
    return Math.min(places.length, 1);
  }

  private count(ending: Ending): void {
    if (ending.kind === 'end' || ending.kind === 'short') this.strikes = 0;
    else if (ending.kind === 'failed' && isRejected(ending.error)) this.strikes += 1;
    else this.strikes += STRIKES_OF_FAILURE;
  }
}
