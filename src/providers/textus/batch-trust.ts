import type { OptOut } from '../contract';
import { formatted, northAmerican, type BatchLimit } from './batches';
import { extentOf, isWithin, larger, NOTHING, smaller, type Extent } from './extent';
import { FullAnswers } from './full-answers';
import { ODDITIES, oddityOf, type Oddity } from './oddity';

/**
 * How many `exact[]` values of one request TextUs has been seen to answer for. Nothing documents that it looks at all of them: a
 * server may take the first only, the last only, or so many from either end and drop the rest without a word. Then a number
 * that is on the list would be missing from an answer that looks whole. Kept for one run of our server and for all accounts: it is a
 * matter of the vendor's program, not of a list.
 */
export class BatchTrust {
  private extent: Extent = NOTHING;
  private sure: Extent = NOTHING;
  private isLimited = false;
  private readonly harmless = new Set<Oddity>();
  private isFiltering = false;
  private anyForm = false;
  /** Which answers may have been cut off at a full page. */
  readonly fullAnswers = new FullAnswers();
  private turn: Promise<unknown> = Promise.resolve();

  /** Batches of at most so many values may be taken at their word; one value always. */
  get proven(): number {
    return Math.max(1, this.extent.values);
  }

  /** An answer has shown a number that was asked for: until then TextUs may be finding nothing at all. */
  get seen(): boolean {
    return this.extent.values > 0;
  }

  /**
   * Answers have shown that TextUs does not compare the very text of what it keeps, so that punctuation adds nothing: see
   * `BatchProof.proveForm`.
   */
  get readsAnyForm(): boolean {
    return this.anyForm;
  }

  /** Answers have shown just that. */
  showAnyForm(): void {
    this.anyForm = true;
  }

  /** The size of a batch that may be taken at its word, where each value is of another number. */
  get limit(): BatchLimit {
    const { numbers, length } = this.sure;
    return { values: Math.max(1, Math.min(this.proven, numbers)), length };
  }

  /** Whether a request of that size is known to be answered whole, as far as its size goes. */
  covers(extent: Extent): boolean {
    return extent.values <= 1 || isWithin(extent, this.isLimited ? this.sure : this.extent, this.isLimited);
  }

  /** Nothing has shown that a value of this kind leaves the others of a request alone: it might silence all of them, or those after it. */
  isDoubtful(value: string): boolean {
    const oddity = oddityOf(value);
    return oddity !== null && !this.harmless.has(oddity);
  }

  /** An answer has shown that so much is looked at, beside values of these odd kinds. */
  show({ extent, share, harmless }: Shown): void {
    this.extent = larger(this.extent, extent);
    this.sure = larger(this.sure, { ...extent, length: Math.floor(extent.length * share) });
    for (const oddity of harmless) this.harmless.add(oddity);
  }

  /** A batch was not answered whole: there is a limit somewhere, and what was shown is held to the letter from here on. */
  showLimit(): void {
    this.isLimited = true;
  }

  /** An answer held records, and each was one of those asked for: TextUs does look at the question. */
  showFilter(): void {
    this.isFiltering = true;
  }

  /** An answer has shown just that. */
  get filters(): boolean {
    return this.isFiltering;
  }

  /** Runs proofs one after another, so that accounts asked side by side share the first one's. */
  async inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.turn.then(work);
    this.turn = result.catch(() => undefined);
    return result;
  }
}

/** Where in a request the values stand that may have found a record: one, or one for each way its number was written. */
function placesOf(values: readonly string[], { keys }: OptOut): readonly number[] {
  const written = (key: string) => {
    const national = northAmerican(key);
    const all = [key, national ?? key].flatMap((digits) => [digits, `+${digits}`]);
    return national === null ? all : [...all, formatted(national)];
  };
  const own = new Set(keys.flatMap(written));
  return values.flatMap((value, place) => (own.has(value) ? [place] : []));
}

/** What an answer shows to be looked at. */
export interface Shown {
  readonly extent: Extent;
  /** Of its length so much for sure, 0 to 1: a vendor's own link may write the same values shorter. */
  readonly share: number;
  /** Odd kinds of values among them that have left the others alone. */
  readonly harmless: readonly Oddity[];
}

/** What a batch of plain and odd values shows that is answered whole. */
export function shownByAll(values: readonly string[]): Shown {
  return { extent: extentOf(values), share: 1, harmless: ODDITIES };
}

/**
 * How much an answer shows to be looked at, by the places of the values that found something: a server that takes values from
 * the start has come as far as the last of them, one that takes them from the end as far back as the first. It could be
 * either, and any of the ways a number was written may have found it, so the least of it counts. An odd value is harmless where
 * something was found by it or before it, and behind. `share` is how long the shortest address that showed it was, against our own.
 */
export function shownBy(values: readonly string[], records: readonly OptOut[], share = 1): Shown {
  let first = values.length;
  let last = -1;
  for (const record of records) {
    const places = placesOf(values, record);
    if (places.length === 0) continue;
    first = Math.min(first, places.at(-1) ?? first);
    last = Math.max(last, places[0] ?? last);
  }
  const extent = smaller(extentOf(values.slice(0, last + 1)), extentOf(values.slice(first)));
  return {
    extent,
    share,
    harmless: values.slice(first, Math.max(first, last)).flatMap((value) => oddityOf(value) ?? []),
  };
}

/** The digits of a value, without the country code of North America: all spellings of a number are alike by it. */
function nationalDigits(value: string): string {
  const digits = value.replaceAll(/\D/gu, '');
  return northAmerican(digits) ?? digits;
}

/**
 * The same of an answer to values that were not chosen for it, which the server may have put into an order of its own before it
 * looked at some: by their text or by their digits.
 */
export function shownInAnyOrder(values: readonly string[], records: readonly OptOut[], share = 1): Shown {
  const byDigits = values.toSorted((one, other) => (nationalDigits(one) < nationalDigits(other) ? -1 : 1));
  const given = shownBy(values, records, share);
  const extents = [values.toSorted(), byDigits].map((order) => shownBy(order, records, share).extent);
  return { ...given, extent: extents.reduce(smaller, given.extent) };
}
