import type { RequestError } from '../../http/errors';
import { createBreather } from '../../lib/yield';
import type { Gap, OptOut } from '../contract';
import { isRejected, type AccountContext } from './account-context';
import type { AskedNumbers } from './asked';
import { BatchProof, type Proof } from './batch-proof';
import { shownInAnyOrder } from './batch-trust';
import { LONGEST_LINE, MOST_VALUES, planBatches, spread, type Batch, type BatchLimit, type Spelling } from './batches';
import type { Ending } from './ending';
import { readCollection, type CollectionReading } from './list';
import { nextAsked } from './next-asked';
import { areOwn, isOfOthers, OF_OTHERS } from './of-others';
import { Relied } from './relied';
import { CHANGING, FIRST_LOOK, isSteady, type Look } from './steady';
import type { Tally } from './tally';

/** Requests of one account under way at a time; the gate limits all accounts together. */
const WIDTH = 4;
/** After this much bad luck in a row the account is asked no more: a failed batch counts 8, a rejected one 1. */
const MOST_STRIKES = 64;
const STRIKES_OF_FAILURE = 8;

/** Numbers asked one by one where the list is empty and no batch found any: more of them would not make it surer. */
const MOST_SPOT_CHECKS = 32;

/** From so many batches on, a look at the length of the list is worth its request. */
const FEWEST_BATCHES = 4;

/** No further request to this account will fare better. */
function isFinal(error: RequestError): boolean {
  return ['refused', 'not-configured', 'incomplete'].includes(error.reason);
}

/** Asks one account for all numbers, in batches, and enters what it says into `tally`. */
export class AccountLookup {
  private readonly account: string;
  private readonly asked: AskedNumbers;
  private readonly tally: Tally;
  private readonly context: AccountContext;
  private strikes = 0;
  /** Most values that a request of this account may hold, as far as known. */
  private mostValues = MOST_VALUES;
  private readonly relied = new Relied();
  /** Set when batches larger than proven count no more. */
  private isCareful = false;
  private readonly proof: BatchProof;
  /** Set when the account is asked no more. */
  private stopped: Gap | null = null;

  constructor(account: string, asked: AskedNumbers, tally: Tally, context: AccountContext) {
    this.account = account;
    this.asked = asked;
    this.tally = tally;
    this.context = context;
    this.proof = new BatchProof(account, context, (record) => {
      // Others that nobody asked for are no strangers here, and no part of the answer.
      const isPart = asked.matching(record).length > 0 || asked.resembling(record).length > 0;
      return isPart && this.enter(record);
    });
  }

  /**
   * Asks all numbers, and every North American one that is not found in all its spellings: when everything fits one request at
   * once, otherwise in E.164 first. That one record was found by its E.164 form says nothing of the next: a list may hold some
   * numbers in one form and some in the other, compare them letter by letter, and show them all alike. Only what differs in
   * punctuation is left out once TextUs is known to see through that. Nor is a number absent on the word of a batch of which TextUs may
   * have looked at a part: see `settle`. Never rejects for a vendor's fault.
   */
  async run(): Promise<void> {
    const all = this.asked.keys.map((_, place) => place);
    const together = this.context.trust.readsAnyForm ? 'digits' : 'all';
    // Two values are left free, so that the proof of it, which is longer by that, is no longer than a batch may be.
    const [, second] = this.plan(all, together, MOST_VALUES - 2);
    if (second === undefined) {
      await this.askAll(all, together);
      await this.settle(together);
    } else {
      await this.askAll(all, 'e164');
      // Where the list is short, reading it spares the other spellings.
      const early = await this.prove('e164', false);
      if (early.kind === 'read-whole' || (await this.readsList())) return this.tally.settleLookalikes();
      await this.askOpen('national');
      if (await this.mayCompareText()) await this.askOpen('formatted');
      await this.settle('national');
    }
    this.tally.settleLookalikes();
  }

  /**
   * Reads the account's list instead of asking on, where that takes fewer requests, and `exact[]` has found numbers, so that it can
   * speak against a list that shows less. True when the list is known whole.
   */
  private async readsList(): Promise<boolean> {
    const { trust, signal } = this.context;
    const most = Math.ceil(this.openIn('national').length / this.mostValues);
    const isWorthATry = most >= FEWEST_BATCHES && trust.seen && this.stopped === null && !signal.aborted;
    return isWorthATry && this.proof.readList(most, () => this.tally.found());
  }

  /** Numbers not found so far that have such a spelling. */
  private openIn(spelling: Spelling): readonly number[] {
    return this.open().filter((place) => this.asked.values(place, spelling).length > 0);
  }

  /** Asks those not found so far in another spelling. */
  private async askOpen(spelling: Spelling): Promise<void> {
    const left = this.openIn(spelling);
    this.context.onMore(left.length);
    await this.askAll(left, spelling);
  }

  /** Whether a number still open may be hidden by its punctuation alone: see `BatchProof.proveForm`. */
  private async mayCompareText(): Promise<boolean> {
    const { trust, signal } = this.context;
    const isDone = () =>
      trust.readsAnyForm || this.stopped !== null || signal.aborted || this.openIn('formatted').length === 0;
    if (isDone()) return !trust.readsAnyForm;
    return trust.inTurn(async () => (isDone() ? !trust.readsAnyForm : this.proof.proveForm(this.tally.found())));
  }

  /** Numbers that would be absent if nothing more were asked. */
  private open(): readonly number[] {
    return this.asked.keys.flatMap((_, place) => (this.tally.isOpen(place) ? [place] : []));
  }

  /**
   * Leaves no number absent on the word of a batch larger than TextUs is known to answer for: proves it, once a session, or asks in
   * parts as small as proven, in the end one value at a time.
   */
  private async settle(spelling: Spelling): Promise<void> {
    const outcome = await this.prove(spelling, true);
    if (outcome.kind === 'failed' || outcome.kind === 'blind') this.tally.fail(this.open(), outcome.gap);
    if (outcome.kind === 'empty') {
      const spots = spread(this.open(), MOST_SPOT_CHECKS);
      await this.askSingly(spots);
      if (spots.every((place) => this.tally.isOpen(place))) return;
    } else if (outcome.kind !== 'tried') return;
    await this.askSingly(this.open());
  }

  /** Asks these numbers, as far as still open, in parts as small as proven, until batches are known to be answered whole. */
  private async askSingly(places: readonly number[]): Promise<void> {
    if (this.isTrusted()) return;
    this.isCareful = true;
    const formatted = (await this.mayCompareText()) ? (['formatted'] as const) : [];
    for (const part of ['e164', 'national', ...formatted] as const) {
      const most = Math.max(0, ...places.map((place) => this.asked.values(place, part).length));
      // One way of writing each number at a time: several would be a batch of their own.
      for (let way = 0; way < most && !this.isTrusted(); way += 1) {
        const valuesAt = (place: number) => this.asked.values(place, part).slice(way, way + 1);
        const left = places.filter((place) => this.tally.isOpen(place) && valuesAt(place).length > 0);
        this.context.onMore(left.length);
        // Another account may prove meanwhile that the batches already answered were looked at whole.
        const stillAt = (place: number) => (this.isTrusted() ? [] : valuesAt(place));
        // Told apart once: another account may show meanwhile that such values are harmless.
        const isDoubtful = (place: number) => valuesAt(place).some((value) => this.context.trust.isDoubtful(value));
        const doubtful = new Set(left.filter(isDoubtful));
        const plain = left.filter((place) => !doubtful.has(place));
        await this.askBatches(
          planBatches(this.account, plain, stillAt, () => this.limit()),
          part,
        );
        const alone = () => ({ ...this.limit(), values: 1 });
        await this.askBatches(planBatches(this.account, [...doubtful], stillAt, alone), part);
      }
    }
  }

  /** Every batch on whose word a number is absent was one that TextUs is known to answer for. */
  private isTrusted(): boolean {
    return this.relied.isCoveredBy(this.context.trust);
  }

  /** How large the next request may be. */
  private limit(): BatchLimit {
    if (!this.isCareful) return { values: this.mostValues, length: LONGEST_LINE };
    const { values, length } = this.context.trust.limit;
    return { values: Math.min(this.mostValues, values), length };
  }

  private async prove(spelling: Spelling, smaller: boolean): Promise<Proof> {
    const { trust, signal } = this.context;
    const isSettled = () => trust.seen && this.isTrusted();
    const isDone = () => isSettled() || this.open().length === 0 || this.stopped !== null;
    if (isDone() || signal.aborted) return { kind: 'tried' };
    return trust.inTurn(async () => {
      if (isDone()) return { kind: 'tried' };
      return this.proof.prove({
        spelling,
        size: Math.min(MOST_VALUES, this.mostValues),
        known: this.tally.found(),
        odd: this.relied.doubtful(trust),
        smaller,
      });
    });
  }

  private plan(places: readonly number[], spelling: Spelling, mostValues = MOST_VALUES): Generator<Batch, undefined> {
    const valuesAt = (place: number) => this.asked.values(place, spelling);
    return planBatches(this.account, places, valuesAt, () => {
      const limit = this.limit();
      return { ...limit, values: Math.min(mostValues, limit.values) };
    });
  }

  private async askAll(places: readonly number[], spelling: Spelling): Promise<void> {
    await this.askBatches(this.plan(places, spelling), spelling);
  }

  private async askBatches(batches: Generator<Batch, undefined>, spelling: Spelling): Promise<void> {
    const breathe = createBreather();
    // All workers draw from the one generator.
    const work = async () => {
      for (const batch of batches) {
        await breathe();
        await this.ask(batch, spelling, FIRST_LOOK);
        this.context.onAsked(batch.questions.length);
      }
    };
    await Promise.all(Array.from({ length: WIDTH }, work));
  }

  /** Asks one batch, in parts where needed, and enters what came of it. True when TextUs took the request as it was. */
  private async ask(batch: Batch, spelling: Spelling, look: Look): Promise<boolean> {
    const { fetchPage, signal, now, defaultCountry, onPage } = this.context;
    if (this.stopped !== null) {
      this.tally.fail(batch.questions, this.stopped);
      return false;
    }
    this.tally.asking(batch.questions, now());
    const reading = await readCollection(
      { account: this.account, query: { kind: 'exact', numbers: batch.values }, defaultCountry },
      {
        fetchPage,
        signal,
        now,
        mostPages: 2 * batch.values.length + 20,
        onPage: ({ fresh }) => {
          for (const record of fresh) this.enter(record);
          onPage(fresh.length);
        },
      },
    );
    this.count(reading.ending);
    this.context.trust.show(shownInAnyOrder(batch.values, reading.direct, reading.directShare));
    if (areOwn(reading.optOuts, batch, this.asked)) this.context.trust.showFilter();
    const left = batch.questions.filter((place) => this.tally.isOpen(place));
    const rejected = reading.ending.kind === 'failed' && isRejected(reading.ending.error);
    if (rejected && left.length === 1 && batch.values.length > 1) return this.askEachWay(batch, spelling, look);
    const mayBeCut = this.context.trust.fullAnswers.mayBeCut(reading) && left.length < batch.questions.length;
    const next = nextAsked(reading, left, look, { mayHalve: this.strikes < MOST_STRIKES, mayBeCut });
    if (next === null) {
      this.conclude(batch, reading, left, look);
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

  /** One number whose ways of writing were too many for a request, or one of them bad: each by itself. */
  private async askEachWay({ questions, values }: Batch, spelling: Spelling, look: Look): Promise<boolean> {
    const taken: boolean[] = [];
    for (const value of values) taken.push(await this.ask({ questions, values: [value] }, spelling, look));
    if (taken.every(Boolean)) this.mostValues = Math.min(this.mostValues, Math.ceil(values.length / 2));
    return false;
  }

  /** Enters what a reading could not settle. */
  private conclude(batch: Batch, reading: CollectionReading, left: readonly number[], look: Look): void {
    const { ending, coverage } = reading;
    if (coverage.kind === 'whole') {
      if (left.length > 0) this.relied.note(batch.values);
      if (!isSteady(reading, look)) this.tally.fail(left, CHANGING);
      else if (isOfOthers(reading.optOuts, batch, this.asked, this.context.trust)) this.tally.fail(left, OF_OTHERS);
      return;
    }
    for (const gap of coverage.gaps) this.tally.fail(batch.questions, gap);
    const hopeless = ending.kind === 'failed' && isFinal(ending.error);
    if (hopeless || this.strikes >= MOST_STRIKES) this.stopped = coverage.gaps[0];
  }

  /** True when the record is news of a number asked for. */
  private enter(record: OptOut): boolean {
    const places = this.tally.take(record);
    for (const place of places) this.context.onRecord(place, record);
    return places.length > 0;
  }

  private count(ending: Ending): void {
    if (ending.kind === 'end' || ending.kind === 'short') this.strikes = 0;
    else if (ending.kind === 'failed' && isRejected(ending.error)) this.strikes += 1;
    else this.strikes += STRIKES_OF_FAILURE;
  }
}
